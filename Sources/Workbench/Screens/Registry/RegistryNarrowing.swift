import CaseStore
import Casework
import Terminal

/// Narrowing the registry: open or closed, overdue, mine, by stage, by category.
enum RegistryNarrowing {
    /// The filters beside the typed words, in short: «открытые · мои».
    static func words(_ query: RegistryQuery, session: Session) -> String {
        let texts = session.texts
        var parts: [String] = []
        switch query.isOpen {
        case true: parts.append(texts("registry.only-open"))
        case false: parts.append(texts("registry.only-closed"))
        default: parts.append(texts("registry.all"))
        }
        if query.curator != nil { parts.append(texts("registry.only-mine")) }
        if query.overdueOn != nil { parts.append(texts("registry.only-overdue")) }
        if let stage = query.stages.first { parts.append(session.stageTitle(stage)) }
        if let category = query.categories.first { parts.append(session.categoryTitle(category)) }
        return parts.joined(separator: " · ")
    }

    /// One filter to choose: its words and what it does to the query.
    struct Choice {
        var words: String
        var apply: (inout RegistryQuery) -> Void
    }

    static func choices(session: Session) -> [Choice] {
        let texts = session.texts
        let login = session.worker.login
        let today = session.today
        var choices = [
            Choice(words: texts("registry.only-open")) { $0 = RegistryQuery(text: $0.text, isOpen: true, sort: $0.sort) },
            Choice(words: texts("registry.only-mine")) { $0.curator = login },
            Choice(words: texts("registry.only-overdue")) { $0.overdueOn = today },
            Choice(words: texts("registry.only-closed")) { $0 = RegistryQuery(text: $0.text, isOpen: false, sort: $0.sort) },
            Choice(words: texts("registry.all")) { $0 = RegistryQuery(text: $0.text, sort: $0.sort) },
        ]
        for regulation in session.regulations {
            choices += regulation.stages.map { stage in
                Choice(words: texts("registry.narrow.stage", stage.entry.title)) { $0.stages = [stage.entry.id] }
            }
            choices += regulation.categories.map { category in
                Choice(words: texts("registry.narrow.category", category.entry.title)) { $0.categories = [category.entry.id] }
            }
        }
        return choices
    }
}

extension Registry {
    /// Asks whom to show.
    func narrow() {
        let choices = RegistryNarrowing.choices(session: session)
        let menu = Menu(
            title: session.texts("registry.narrow.title"), entries: choices.map { MenuEntry($0.words) }, isFilterable: true,
            filterHint: session.texts("palette.filter"), emptyText: session.texts("palette.empty"))
        session.navigator?.open(
            MenuOverlay(menu) { [weak self] index in
                guard let self else { return }
                choices[index].apply(&self.query)
                self.restart()
            })
    }
}
