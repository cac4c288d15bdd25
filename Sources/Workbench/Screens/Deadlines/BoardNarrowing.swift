import CaseStore
import Casework
import Terminal

/// Narrowing the board of deadlines: by act, by rule, by whose cases, by what the office itself owes.
struct BoardNarrowing {
    /// Only this act's rules, by pack id.
    var regulation: String?
    /// Only this rule.
    var rule: String?
    /// Only cases of this curator; empty for cases that nobody leads, nil for everybody's.
    var curator: String?
    /// The office's own duties in place of the terms of cases.
    var onlyOffice = false

    /// One filter to choose: its words and what it does.
    struct Choice {
        var words: String
        var apply: (inout BoardNarrowing) -> Void
    }

    /// The filters in short: «мои дела · 414-р · Уведомить…».
    func words(_ session: Session) -> String {
        let texts = session.texts
        if onlyOffice { return ([texts("board.only-office")] + act(session)).joined(separator: " · ") }
        let whose: String =
            switch curator {
            case nil: texts("board.all")
            case session.worker.login: texts("board.mine")
            case "": texts("board.nobodys")
            case .some(let login): session.workerName(login)
            }
        return ([whose] + act(session) + [rule.map(session.wording.ruleTitle)].compactMap { $0 }).joined(separator: " · ")
    }

    private func act(_ session: Session) -> [String] {
        session.regulations.filter { $0.id == regulation }.map(\.act)
    }

    /// Everything the board can be narrowed to.
    static func choices(_ session: Session) -> [Choice] {
        let texts = session.texts
        let login = session.worker.login
        var choices = [
            Choice(words: texts("board.all")) { $0 = BoardNarrowing() },
            Choice(words: texts("board.mine")) { $0.curator = login },
            Choice(words: texts("board.nobodys")) { $0.curator = "" },
            Choice(words: texts("board.only-office")) { $0.onlyOffice = true },
        ]
        choices += session.workers.filter { $0.login != login }.map { worker in
            Choice(words: texts("board.narrow.worker", worker.name)) { $0.curator = worker.login }
        }
        if session.regulations.count > 1 {
            choices += session.regulations.map { act in
                Choice(words: texts("board.narrow.act", act.act, act.title)) { narrowing in
                    narrowing.regulation = act.id
                    narrowing.rule = nil
                }
            }
        }
        for act in session.regulations {
            var seen: Set<String> = []
            for rule in act.obligations
            where PeriodicDuty.Period(rule.trigger.name) == nil && seen.insert(rule.id).inserted {
                let words = texts("board.narrow.rule", session.wording.ruleTitle(rule.id), session.wording.ruleBasis(rule.id))
                choices.append(
                    Choice(words: words) { narrowing in
                        narrowing.rule = rule.id
                        narrowing.regulation = nil
                    })
            }
        }
        return choices
    }
}

extension DeadlineBoard {
    /// Asks what to show.
    func narrow() {
        let choices = BoardNarrowing.choices(session)
        let menu = Menu(
            title: session.texts("board.narrow.title"), entries: choices.map { MenuEntry($0.words) }, isFilterable: true,
            filterHint: session.texts("palette.filter"), emptyText: session.texts("palette.empty"))
        session.navigator?.open(
            MenuOverlay(menu) { [weak self] index in
                guard let self else { return }
                self.narrowing.onlyOffice = false
                choices[index].apply(&self.narrowing)
                self.restart()
            })
    }
}
