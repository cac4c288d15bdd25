import Casework
import Paperwork
import Regulations
import Terminal

// Papers: shown as they will be printed, saved as plain text.
extension Session {
    /// Asks which paper of the case to make.
    func choosePaper(of file: CaseFile) {
        let forms = packs(of: file).flatMap { pack in pack.formIDs.compactMap { try? pack.form($0) } }
        let menu = Menu(
            title: texts("paper.title"), entries: forms.enumerated().map { MenuEntry($1.title, key: "\($0 + 1)".first) })
        navigator?.open(MenuOverlay(menu) { [weak self] index in self?.preview(form: forms[index].id, of: file) })
    }

    /// Shows a paper of the case; F2 saves it as a text file.
    func preview(form id: String, of file: CaseFile) {
        let packs = packs(of: file)
        guard let pack = packs.first(where: { $0.formIDs.contains(id) }), let form = try? pack.form(id) else {
            return say(texts("paper.no-form", id, packs.flatMap(\.formIDs).joined(separator: ", ")), .warning)
        }
        let program = form.programKind.flatMap { file.currentProgram(kind: $0) }
        let curator = file.header.curator.map { PaperWorker(name: workerName($0)) } ?? PaperWorker(name: worker.name)
        let facts = PaperFacts(file, pack: pack, office: office, program: program, curator: curator, on: today, texts: texts)
        do throws(PaperError) {
            let text = PlainTextPress().print(try PaperComposer(form: form, facts: facts).compose())
            let name = "\(id)-\(file.header.number)-\(today.iso)"
            navigator?.open(PaperOverlay(title: form.title, text: text, fileName: name, session: self))
        } catch {
            say(words(error, form: form.title), .failure)
        }
    }

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
