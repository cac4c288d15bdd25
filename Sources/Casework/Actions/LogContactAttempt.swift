/// A call, a visit or a letter, with what came of it (IRK п. 16.2, 17, 18).
public struct LogContactAttempt: CaseAction {
    /// `log-contact-attempt`
    public let name = ActionName.logContactAttempt
    /// The means.
    public var method: ContactMethod
    /// What came of it.
    public var outcome: ContactOutcome
    /// When.
    public var at: CivilDateTime
    /// The number dialled or the address; nil for the person's first number or address.
    public var target: String?
    /// A note.
    public var note: String?
    /// The act under which the person is sought; nil for all the case's acts, each of whose ladders then is asked.
    public var regulation: String?

    /// An attempt to reach the person.
    public init(
        method: ContactMethod, outcome: ContactOutcome, at: CivilDateTime, target: String? = nil, note: String? = nil,
        regulation: String? = nil
    ) {
        self.method = method
        self.outcome = outcome
        self.at = at
        self.target = target
        self.note = note
        self.regulation = regulation
    }

    /// The attempt; consent or refusal spoken at it is recorded with it, so that both are one undo step.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(at.date, in: context)
        if at.isAfter(context.now) { throw Refusal("date.future", arguments: [at.dotted, context.now.dotted]) }
        guard ContactOutcome.possible(for: method).contains(outcome) else {
            throw Refusal(
                "attempt.outcome-impossible", arguments: ["@outcome.\(outcome.rawValue)", "@method.\(method.rawValue)"])
        }
        try checkLadder(file, in: context)
        if outcome == .returned, !hasLetterUnderWay(file) { throw Refusal("attempt.nothing-sent") }
        let attempt = ContactAttempt(
            id: context.newID(), caseID: file.header.id, on: at.date, at: at.time, method: method, outcome: outcome,
            target: target?.nonEmpty ?? defaultTarget(file), worker: context.worker, note: note?.nonEmpty)
        var changes: [any CaseRecord] = [attempt]
        if outcome == .agreed || outcome == .refused {
            changes += file.changes(
                by: Consent(
                    id: context.newID(), caseID: file.header.id, to: .accompaniment, isGiven: outcome == .agreed, on: at.date,
                    note: note?.nonEmpty))
        }
        return file.decision(changes, findings: findings(file, context), in: context)
    }

    private func defaultTarget(_ file: CaseFile) -> String? {
        switch method {
        case .phone: file.citizen.phones.first ?? file.representatives.compactMap(\.phone).first
        case .visit, .post: file.citizen.address.text.nonEmpty
        }
    }

    /// Refuses a rung that an act does not yet open, saying what is missing; an act without a ladder forbids nothing.
    private func checkLadder(_ file: CaseFile, in context: DecisionContext) throws(Refusal) {
        // «Не пытались» and a returned letter step on no rung.
        guard outcome.isAttempt else { return }
        let acts = try context.acts(of: file, only: regulation)
        let closed = acts.first(having: { act in
            file.ladder(under: act, office: context.office, on: at.date).first { $0.step.method == method && !$0.isOpen }
        })
        guard let standing = closed?.value else { return }
        let failed = standing.failedDays ?? LadderStanding.FailedDays(done: 0, needed: 1)
        let arguments = [String(failed.done), String(failed.needed)]
        switch method {
        case .phone: throw Refusal("ladder.phone-too-early", arguments: arguments, basis: standing.step.basis)
        case .visit: throw Refusal("ladder.visit-too-early", arguments: arguments, basis: standing.step.basis)
        case .post: throw Refusal("ladder.post-too-early", arguments: arguments, basis: standing.step.basis)
        }
    }

    /// Whether a letter was sent by that day that has not come back yet.
    private func hasLetterUnderWay(_ file: CaseFile) -> Bool {
        let letters = file.attempts.filter { $0.method == .post }
        return letters.count { $0.outcome == .sent && $0.on <= at.date } > letters.count { $0.outcome == .returned }
    }

    private func findings(_ file: CaseFile, _ context: DecisionContext) -> [Finding] {
        var findings: [Finding] = []
        if method == .phone, file.citizen.phones.isEmpty, target == nil {
            findings.append(Finding(.note, "attempt.no-number"))
        }
        if method == .post, outcome == .sent, file.citizen.address.isEmpty {
            findings.append(Finding(.warning, "attempt.no-address"))
        }
        return findings
    }
}
