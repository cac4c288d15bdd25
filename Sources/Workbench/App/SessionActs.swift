import Casework
import Regulations
import Terminal

// The acts of a case: what one of them does not know another may.
extension Session {
    /// The acts of the case that are at hand, in its own order, those it has left among them.
    public func acts(of file: CaseFile) -> [Regulation] {
        file.header.regulations.compactMap { id in regulations.first { $0.id == id } }
    }

    /// The acts at hand under which the case still runs.
    func runningActs(of file: CaseFile) -> [Regulation] {
        acts(of: file).filter { file.header.ending(of: $0.id) == nil }
    }

    /// The packs of the case's acts, in its own order.
    func packs(of file: CaseFile) -> [RegulationPack] {
        file.header.regulations.compactMap { id in packs.first { $0.id == id } }
    }

    /// The act whose rule it is.
    func act(ofRule rule: String) -> Regulation? { regulations.first { rule.hasPrefix($0.id + ".") } }

    /// «АИС «ЭСРН ИО»»: the outer systems of the acts, for those that have marks.
    func outerSystems(of acts: [Regulation]) -> String {
        var names: [String] = []
        for name in acts.compactMap(\.outerSystem) where !names.contains(name) { names.append(name) }
        return names.joined(separator: "; ")
    }

    /// The act as a line above a form, where the office works under several.
    func note(on act: Regulation) -> [String] { regulations.count > 1 ? ["\(act.act) — \(act.title)"] : [] }

    /// Asks for one of the acts where there are several; a single one needs no asking.
    func chooseAct(_ acts: [Regulation], title: String, then: @escaping (Regulation) -> Void) {
        if acts.count == 1, let only = acts.first { return then(only) }
        let menu = Menu(
            title: texts(title),
            entries: acts.enumerated().map { MenuEntry("\($0 + 1)  \($1.act) — \($1.title)", key: "\($0 + 1)".first) },
            emptyText: texts("acts.none"))
        navigator?.open(MenuOverlay(menu) { index in then(acts[index]) })
    }

    /// Asks for one of the kinds of programmes that the case's acts know; a single one needs no asking.
    func chooseProgram(of file: CaseFile) {
        let kinds = runningActs(of: file).programKinds
        if kinds.count == 1, let only = kinds.first { return openProgram(only.entry.id, of: file) }
        let menu = Menu(
            title: texts("program.choose-kind"),
            entries: kinds.enumerated().map {
                MenuEntry("\($0 + 1)  \($1.abbreviation) — \($1.entry.title)", key: "\($0 + 1)".first)
            },
            emptyText: texts("program.no-kind"))
        navigator?.open(MenuOverlay(menu) { [weak self] index in self?.openProgram(kinds[index].entry.id, of: file) })
    }

    /// A first referral: the act is asked for first where the office works under several.
    func openNewCase() {
        chooseAct(regulations, title: "acts.choose") { [weak self] act in
            guard let self else { return }
            self.openForm(CitizenForm.newCase(under: act, session: self))
        }
    }

    /// A further referral, under one of the office's acts; an act that is new to the case joins it.
    func openReferral(of file: CaseFile) {
        let acts = regulations.filter { file.header.ending(of: $0.id) == nil }
        chooseAct(acts, title: "acts.choose") { [weak self] act in
            guard let self else { return }
            self.openForm(CaseForms.addReferral(file, under: act, session: self))
        }
    }
}
