/// Consent or refusal given apart from a call or a visit (IRK п. 16.3).
public struct RecordConsent: CaseAction {
    /// `record-consent`
    public let name = ActionName.recordConsent
    /// To what.
    public var to: ConsentKind
    /// True for consent, false for refusal.
    public var isGiven: Bool
    /// The day.
    public var on: CivilDate
    /// The reason of a refusal, or how the consent was given.
    public var note: String?

    /// Consent or refusal.
    public init(to: ConsentKind = .accompaniment, isGiven: Bool, on: CivilDate, note: String? = nil) {
        self.to = to
        self.isGiven = isGiven
        self.on = on
        self.note = note
    }

    /// The consent beside the earlier ones; a repeated one is refused unless a new referral asked anew.
    ///
    /// A last word that refuses calls off the meetings still to come.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        if let last = file.consents.last(where: { $0.to == to }), last.isGiven == isGiven, !isAskedAnew(after: last, file) {
            throw Refusal(isGiven ? "consent.given-already" : "consent.refused-already", arguments: [last.on.dotted])
        }
        let consent = Consent(
            id: context.newID(), caseID: file.header.id, to: to, isGiven: isGiven, on: on, note: note?.nonEmpty)
        return file.decision(file.changes(by: consent), in: context)
    }

    /// Whether a referral came after the last word on accompaniment: the act then asks for consent once more.
    private func isAskedAnew(after last: Consent, _ file: CaseFile) -> Bool {
        to == .accompaniment && on > last.on && file.referrals.contains { $0.receivedOn > last.on && $0.receivedOn <= on }
    }
}
