import Casework
import Foundation
import Paperwork
import Regulations
import Terminal

// Papers: shown as they will be printed, saved as plain text.
extension Session {
    /// Asks which paper of the case to make.
    func choosePaper(of file: CaseFile) {
        guard let pack = pack(of: file) else { return }
        let forms = pack.formIDs.compactMap { try? pack.form($0) }
        let menu = Menu(
            title: texts("paper.title"), entries: forms.enumerated().map { MenuEntry($1.title, key: "\($0 + 1)".first) })
        navigator?.open(MenuOverlay(menu) { [weak self] index in self?.preview(form: forms[index].id, of: file) })
    }

    /// Shows a paper of the case; F2 saves it as a text file.
    func preview(form id: String, of file: CaseFile) {
        guard let pack = pack(of: file), let form = try? pack.form(id) else {
            return say(texts("paper.no-form", id, pack(of: file)?.formIDs.joined(separator: ", ") ?? ""), .warning)
        }
        let program = form.programKind.flatMap { file.currentProgram(kind: $0) }
        let curator = file.header.curator.map { PaperWorker(name: workerName($0)) } ?? PaperWorker(name: worker.name)
        let facts = PaperFacts(file, pack: pack, office: office, program: program, curator: curator, on: today, texts: texts)
        do throws(PaperError) {
            let text = PlainTextPress().print(try PaperComposer(form: form, facts: facts).compose())
            let name = "\(id)-\(file.header.number)-\(today.iso).txt"
            navigator?.open(PaperOverlay(title: form.title, text: text, fileName: name, session: self))
        } catch {
            say(words(error, form: form.title), .failure)
        }
    }

    private func pack(of file: CaseFile) -> RegulationPack? { packs.first { file.header.regulations.contains($0.id) } }

    private func words(_ error: PaperError, form: String) -> String {
        switch error {
        case .noProgram: return texts("paper.no-program")
        case .missing(let gaps):
            let names = gaps.map { gap in
                let name = texts("placeholder.\(gap.placeholder.rawValue)")
                return gap.row.map { texts("paper.missing-row", name, String($0)) } ?? name
            }
            return texts("paper.missing", form, names.joined(separator: ", "))
        }
    }
}

/// A paper on the screen: the same text that the file will hold.
final class PaperOverlay: Overlay {
    private var page: HelpOverlay
    private let text: String
    private let fileName: String
    private let session: Session

    init(title: String, text: String, fileName: String, session: Session) {
        self.text = text
        self.fileName = fileName
        self.session = session
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? HelpLine.empty : .text(String($0))
        }
        page = HelpOverlay(title: title, lines: lines, footer: session.texts("paper.footer"))
    }

    var takesText: Bool { false }

    func handle(_ key: Key) -> OverlayOutcome {
        if key == .function(2) || key == .control("s") {
            let path = FileManager.default.currentDirectoryPath + "/" + fileName
            let done = FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
            return .close(then: { [session] in
                session.say(session.texts(done ? "paper.saved" : "paper.not-saved", path), done ? .done : .failure)
            })
        }
        return page.handle(key) == .closed ? .close(then: nil) : .stay
    }

    func draw(in frame: inout Frame, rect: Rect) {
        let area = rect.centered(width: min(rect.width, 86), height: rect.height - 3)
        page.fit(area)
        page.draw(in: &frame, rect: area)
    }
}
