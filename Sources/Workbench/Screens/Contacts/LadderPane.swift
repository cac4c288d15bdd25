import Casework
import Terminal

/// The ladder of one case with its evidence: what is open, what waits for what, the last attempts.
enum LadderPane {
    static func lines(_ file: CaseFile?, hasRows: Bool, session: Session, width: Int) -> [(text: String, style: Style)] {
        let texts = session.texts
        guard hasRows else { return [(texts("queue.hint-empty"), .dim)] }
        guard let file else { return [(texts("status.reading"), .dim)] }
        var lines: [(text: String, style: Style)] = []
        let steps = session.nextSteps(of: file)
        for method in ContactMethod.allCases {
            guard let step = steps.first(where: { $0.action == .logContactAttempt && $0.method == method }) else { continue }
            let name = texts("step.\(method.rawValue)")
            let notes = session.wording.ladderNotes(file, method: method, session: session).joined(separator: " ")
            lines.append(step.refusal == nil ? ("+ \(name) · \(notes)", .good) : ("– \(name) · \(notes)", .dim))
        }
        for attempt in file.attempts.suffix(3).reversed() {
            let when = CivilDateTime(attempt.on, attempt.at).dotted
            let note = attempt.note.map { " — \($0)" } ?? ""
            lines.append(
                (
                    "\(when) · \(session.wording.method(attempt.method)) · \(session.wording.outcome(attempt.outcome)) · \(session.workerName(attempt.worker))\(note)",
                    .normal
                ))
        }
        if file.attempts.isEmpty { lines.append((texts("queue.no-attempts"), .dim)) }
        return lines.flatMap { line in wrap(line.text, width: width).map { ($0, line.style) } }
    }
}
