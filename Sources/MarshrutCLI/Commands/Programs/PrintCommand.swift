import ArgumentParser
import CaseStore
import Casework
import Foundation
import Interchange
import Paperwork
import Regulations

/// `marshrut print FORM N`: a paper of the pack filled with a case.
struct PrintCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "print", abstract: HelpTexts.abstract("print"), discussion: HelpTexts.discussion("print"))
    }

    @Argument(help: HelpTexts.option("form", value: "form"))
    var form: String

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("out", value: "file"))
    var out: String?

    @Option(help: HelpTexts.option("document-number", value: "text"))
    var number: String?

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        if let out, out.lowercased().hasSuffix(".pdf") { throw CommandFailure.usage("print.no-pdf") }
        let office = try wiring.office(forReading: true)
        let file = try office.caseFile(target.number)
        let packs = office.packs(of: file.header)
        if packs.isEmpty {
            throw Refusal("regulation.missing", arguments: [file.header.regulations.joined(separator: ", ")])
        }
        guard let pack = packs.first(where: { $0.formIDs.contains(form) }) else {
            throw CommandFailure.usage("paper.no-form", form, packs.flatMap(\.formIDs).joined(separator: ", "))
        }
        let template: FormTemplate
        do throws(PackError) {
            template = try pack.form(form)
        } catch {
            throw CommandFailure.badPack(error, wiring.texts)
        }
        let text = PlainTextPress().print(try paper(template, file, pack, office))
        guard let out else {
            wiring.console.print(text)
            return
        }
        try OutputFile.write(text, to: out)
        wiring.console.print(wiring.texts("print.done", out) + "\n")
    }

    private func paper(
        _ template: FormTemplate, _ file: CaseFile, _ pack: RegulationPack, _ office: OfficeAtWork
    ) throws -> PaperDocument {
        let texts = office.texts
        let workers = try office.storing { () throws(StoreError) in try office.archive.workers() }
        let curator = workers.first { $0.login == file.header.curator ?? office.login }
        let facts = PaperFacts(
            file, pack: pack, office: office.context.office, program: template.programKind.flatMap(file.currentProgram),
            curator: curator.map { PaperWorker(name: $0.name) }, number: number?.nonEmpty, on: office.context.now.date,
            texts: texts)
        do throws(PaperError) {
            return try PaperComposer(form: template, facts: facts).compose()
        } catch {
            switch error {
            case .noProgram: throw CommandFailure.refused("paper.no-program")
            case .missing(let gaps):
                let list = gaps.map { gap in
                    let words = texts("placeholder.\(gap.placeholder.rawValue)")
                    return gap.row.map { texts("paper.missing-row", words, String($0)) } ?? words
                }
                throw CommandFailure.refused("paper.missing", template.title, list.joined(separator: ", "))
            }
        }
    }
}

/// A file of ours that appears whole or not at all, readable by its owner alone.
enum OutputFile {
    /// Writes the text; a file of that name is not replaced.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let key = errno == EEXIST ? "output.exists" : errno == ENOENT ? "output.no-folder" : "output.not-written"
            throw CommandFailure.usage(key, path)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
        } catch {
            unlink(path)
            throw CommandFailure.usage("output.not-written", path)
        }
    }
}
