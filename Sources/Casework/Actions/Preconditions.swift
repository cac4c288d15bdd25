extension CaseFile {
    /// Refuses work on a closed case.
    func mustBeOpen() throws(Refusal) {
        if let closedOn = header.closedOn { throw Refusal("case.closed", arguments: [closedOn.dotted]) }
    }

    /// Refuses a day that lies in the future or before the case began.
    func mustBePast(_ date: CivilDate, in context: DecisionContext) throws(Refusal) {
        if date > context.now.date { throw Refusal("date.future", arguments: [date.dotted, context.now.date.dotted]) }
        let start = referrals.map(\.receivedOn).min() ?? header.openedOn
        if date < start { throw Refusal("date.before-referral", arguments: [date.dotted, start.dotted]) }
    }

    /// Refuses work on a programme for a person whose last word is a refusal.
    func mustNotBeRefused(_ regulation: Regulation) throws(Refusal) {
        if isRefused, let refusal = accompanimentConsent {
            throw Refusal("program.refused", arguments: [refusal.on.dotted], basis: regulation.consentBasis)
        }
    }

    /// The cover with stage and category computed anew after the given records are in place.
    ///
    /// Both are those of the first act under which the case still runs; ``Eligibility`` and ``stage(under:)`` tell of each.
    func header(after changes: [any CaseRecord], in context: DecisionContext) -> CaseHeader {
        var file = self
        for change in changes { file.apply(change) }
        var header = file.header
        guard let regulation = context.leadingRegulation(of: header) else { return header }
        header.stage = file.stage(under: regulation)
        header.category = regulation.category(of: file.citizen, on: context.now.date)?.entry.id
        header.categoryUntil = regulation.nextCategoryReview(of: file.citizen, after: context.now.date)
        return header
    }

    /// A decision on the given changes, with the cover renewed when it differs.
    func decision(_ changes: [any CaseRecord], findings: [Finding] = [], in context: DecisionContext) -> Decision {
        let renewed = header(after: changes, in: context)
        if renewed == header { return Decision(changes: changes, findings: findings) }
        return Decision(changes: changes.filter { $0.id != header.id } + [renewed], findings: findings)
    }
}

extension CaseFile {
    /// Meetings still to come, called off.
    func calledOffMeetings() -> [any CaseRecord] {
        meetings.filter { $0.status == .planned }.map { meeting in
            var cancelled = meeting
            cancelled.status = .cancelled
            return cancelled
        }
    }

    /// The records of a consent or a refusal: a last word that refuses calls off the meetings still to come.
    func changes(by consent: Consent) -> [any CaseRecord] {
        var file = self
        file.apply(consent)
        return [consent] + (file.isRefused ? file.calledOffMeetings() : [])
    }
}
