import CaseStore
import Casework
import Terminal

extension Registry {
    /// Asks for a curator and gives all marked cases to them: one journal entry, one undo, a result for every case.
    func assignMarked() {
        let workers = session.workers
        let menu = Menu(
            title: session.texts("registry.assign.title", String(marked.count)),
            entries: workers.map { MenuEntry($0.name, keyHint: session.texts("role.\($0.role)")) },
            isFilterable: workers.count > 9, filterHint: session.texts("palette.filter"),
            emptyText: session.texts("palette.empty"))
        session.navigator?.open(
            MenuOverlay(menu) { [weak self] index in
                guard let self else { return }
                self.assign(to: workers[index].login)
            })
    }

    private func assign(to login: String) {
        let cases = Array(marked)
        guard let outcome = session.performMany(cases, .assignCurator, { _ in AssignCurator(curator: login) }) else { return }
        let texts = session.texts
        var failures: [HelpLine] = []
        var lines: [HelpLine] = []
        for result in outcome.results {
            let row = try? session.archive.registryRow(result.caseID)
            let name = row.map { "\($0.number)  \($0.fullName)" } ?? result.caseID.text
            switch result.verdict {
            case .success: lines.append(.entry(key: texts("registry.assign.ok"), text: name))
            case .failure(let error): failures.append(.entry(key: "!", text: "\(name): \(session.words(error))"))
            }
        }
        session.say(
            texts("registry.assign.done", String(lines.count), String(failures.count)), failures.isEmpty ? .done : .warning)
        if !failures.isEmpty {
            session.navigator?.open(
                TextOverlay(title: texts("registry.assign.result"), lines: failures + lines, footer: texts("about.footer")))
        }
        marked = []
        reload()
    }
}
