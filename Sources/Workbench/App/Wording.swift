import Casework
import MarshrutResources

/// Domain values in the words of the interface; one place, so that screens agree.
public struct Wording {
    let texts: Texts
    let rules: [String: ObligationRule]

    func outcome(_ outcome: ContactOutcome) -> String { texts("outcome.\(outcome.rawValue)") }
    func method(_ method: ContactMethod) -> String { texts("method.\(method.rawValue)") }
    func consentKind(_ kind: ConsentKind) -> String { texts("consent.\(kind.rawValue)") }
    func meetingStatus(_ status: MeetingStatus) -> String { texts("meeting-status.\(status.rawValue)") }
    func programStatus(_ status: ProgramStatus) -> String { texts("program-status.\(status.rawValue)") }
    func override(_ kind: OverrideKind) -> String { texts("decision.\(kind.rawValue)") }
    func state(_ state: ObligationState) -> String { texts("obligation-state.\(state.rawValue)") }
    func sex(_ sex: Sex) -> String { texts("sex.\(sex.rawValue)") }
    func disability(_ status: DisabilityStatus) -> String { texts("status.\(status.rawValue)") }
    func restriction(_ restriction: LifeRestriction) -> String { texts("restriction.\(restriction.rawValue)") }
    func flag(_ flag: CitizenFlag) -> String { texts("flag.\(flag.rawValue)") }
    func action(_ name: ActionName) -> String { texts("action.\(name.rawValue)") }
    func snilsError(_ error: SNILSError) -> String { texts(error == .checksum ? "card.snils-checksum" : "card.snils-digits") }

    /// The rule's title as the pack gives it; the id where the pack is gone.
    func ruleTitle(_ id: String) -> String { rules[id]?.title ?? id }

    /// «414-р, п. 16.2», or «срок учреждения» where the act is silent.
    func ruleBasis(_ id: String) -> String {
        guard let rule = rules[id] else { return "" }
        return rule.isOfficeTerm ? texts("term.office") : texts.basis(rule.basis)
    }

    /// «Дело 12 · Иванова Мария Петровна, 12.03.1980».
    func person(_ file: CaseFile) -> String {
        texts("person.line", String(file.header.number), file.citizen.fullName, file.citizen.born.dotted)
    }

    /// What the ladders of the case's acts say of a means of contact, with the points; nothing where no act has a ladder.
    func ladderNotes(_ file: CaseFile, method: ContactMethod, session: Session) -> [String] {
        let standings = session.runningActs(of: file).compactMap { act in
            file.ladder(under: act, office: session.office).first { $0.step.method == method }
        }
        return standings.map { standing in
            let open = texts(standing.isOpen ? "ladder.open" : "ladder.waits")
            let days = standing.failedDays.map {
                " " + texts("ladder.failed-days.\(method.rawValue)", String($0.done), String($0.needed))
            }
            return "\(texts.basis(standing.step.basis)): \(open)\(days ?? "")"
        }
    }

    /// A sign that goes with a state, so that colour is never the only one.
    func sign(_ state: ObligationState) -> String {
        switch state {
        case .open: "·"
        case .done: "+"
        case .late: "±"
        case .overdue: "!"
        case .waived: "–"
        case .suspended: "‖"
        }
    }
}

extension Session {
    /// A name for a list: whole on a wide screen, «Фамилия И. О.» where the whole would be cut.
    func listName(_ family: String, _ given: String, _ patronymic: String?) -> String {
        if (navigator?.columns ?? 0) >= Session.wideColumns {
            return [family, given, patronymic ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
        return ([family] + [given, patronymic ?? ""].compactMap { $0.first.map { "\($0)." } }).joined(separator: " ")
    }

    /// From so many columns lists have room for whole names.
    private static let wideColumns = 110
}
