import Casework
import Terminal

/// The quick log of an attempt: the means is the key pressed, the outcome a digit, Enter or the digit writes it.
enum QuickLog {
    /// Asks for the outcome; the last entry opens the whole form with date, number and note.
    static func ask(_ file: CaseFile, method: ContactMethod, session: Session) {
        let texts = session.texts
        let outcomes = ContactOutcome.possible(for: method)
        var entries = outcomes.enumerated().map { index, outcome in
            let digit = Character(String(index + 1))
            return MenuEntry("\(digit)  \(session.wording.outcome(outcome))", key: digit)
        }
        entries.append(MenuEntry("0  " + texts("quick-log.details"), key: "0"))
        let target = method == .phone ? file.citizen.phones.first ?? texts("quick-log.no-number") : file.citizen.address.text
        let menu = Menu(
            title: texts("quick-log.\(method.rawValue)", file.citizen.shortName, target), entries: entries, emptyText: "")
        session.navigator?.open(
            MenuOverlay(menu) { index in
                guard outcomes.indices.contains(index) else {
                    session.openForm(AttemptForm.spec(file, method: method, session: session))
                    return
                }
                let at = CivilDateTime(session.today, method == .post ? nil : session.now.time)
                let action = LogContactAttempt(method: method, outcome: outcomes[index], at: at)
                switch session.save(action, on: file) {
                case .saved:
                    session.navigator?.reloadCurrent()
                    // Consent on the phone: the act's next step is the meeting (IRK п. 16.3), while the person is on the line.
                    if outcomes[index] == .agreed, let fresh = session.caseFile(file.header.id) {
                        session.openForm(CaseForms.meeting(fresh, session: session))
                    }
                case .rejected(let errors): session.say(errors[""] ?? "", .failure)
                case .asked: break
                }
            })
    }
}
