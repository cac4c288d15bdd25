import ArgumentParser
import Casework
import MarshrutResources

/// `marshrut program show N`: a programme with its measures.
struct ShowProgram: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpTexts.abstract("program.show"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("kind", value: "kind"))
    var kind: String?

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let (program, regulation) = try office.program(kind, regulation, of: target.number)
        let texts = wiring.texts
        wiring.print(
            Report(CaseView.program(program)) { ProgramPage(program: program, regulation: regulation, texts: texts).text },
            as: format)
    }
}

extension OfficeAtWork {
    /// The programme of a kind that stands in a case.
    /// - Throws: refused when there is none or no act of the case has such a kind.
    func program(_ kind: String?, _ regulation: String?, of text: String) throws -> (SupportProgram, Regulation) {
        let file = try caseFile(text)
        let acts = try acts(of: file, only: regulation)
        let id = kind ?? acts.programKinds.first?.entry.id ?? ""
        guard let (act, found) = acts.first(having: { $0.programKind(id) }) else {
            throw Refusal("program.kind-unknown", arguments: [id, acts.programKinds.map(\.entry.id).joined(separator: ", ")])
        }
        guard let program = file.currentProgram(kind: id) else { throw Refusal("program.no-draft", basis: found.entry.basis) }
        return (program, act)
    }

    /// The kind meant where none was typed: the first of the case's acts.
    func programKind(_ kind: String?, _ regulation: String?, of text: String) throws -> String {
        if let kind { return kind }
        return try acts(of: caseFile(text), only: regulation).programKinds.first?.entry.id ?? ""
    }

    /// The acts of a case that are at hand, or the one that was named.
    /// - Throws: usage failure when the named one is not the case's.
    func acts(of file: CaseFile, only id: String?) throws -> [Regulation] {
        let acts = file.header.regulations.compactMap { id in context.regulations.first { $0.id == id } }
        guard let id else { return acts }
        guard let act = acts.first(where: { $0.id == id }) else {
            throw CommandFailure.usage("usage.regulation-unknown", id, acts.map(\.id).joined(separator: ", "))
        }
        return [act]
    }
}

/// A programme for people.
struct ProgramPage {
    var program: SupportProgram
    var regulation: Regulation
    var texts: Texts

    var text: String {
        let kind = regulation.programKinds.first { $0.entry.id == program.programKind }?.abbreviation ?? program.programKind
        var page = PageOfFacts(texts: texts)
        page.title("\(kind) № \(program.ordinal) · \(texts("program-status.\(program.status.rawValue)"))")
        page.fact("program.drafted", program.draftedOn.dotted)
        page.fact("program.agreed", program.agreedOn?.dotted)
        page.fact("program.from", program.from?.dotted)
        page.fact("program.until", program.until?.dotted)
        page.fact("field.note", program.note)
        var table = TextTable(
            [
                "№", texts("placeholder.measure.area"), texts("placeholder.measure.title"), texts("placeholder.measure.volume"),
                texts("placeholder.measure.periodicity"), texts("placeholder.measure.duration"),
                texts("placeholder.measure.executor"),
            ], rightAligned: [0])
        for (index, measure) in program.measures.enumerated() {
            let area = regulation.needAreas.first { $0.entry.id == measure.area }?.entry.title ?? measure.area
            table.append([
                String(index + 1), area, measure.title, measure.volume, measure.periodicity, measure.duration,
                measure.executor ?? "",
            ])
        }
        return page.text + "\n" + table.text(empty: texts("cli.empty"))
    }
}
