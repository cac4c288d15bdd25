/// A further referral about a person who already has a case; it sets off the act's terms anew (IRK п. 16).
///
/// A referral under an act that is new to the case puts the case under that act as well: so it joins a further one.
public struct AddReferral: CaseAction {
    /// `add-referral`
    public let name = ActionName.addReferral
    /// The act, which the case then stands under as well; nil for the first of the case's acts that knows the source.
    public var regulation: String?
    /// The source by code or title.
    public var source: String
    /// The day of receipt.
    public var receivedOn: CivilDate
    /// Number of the paper.
    public var paperNumber: String?
    /// A note.
    public var note: String?

    /// A further referral.
    public init(
        regulation: String? = nil, source: String, receivedOn: CivilDate, paperNumber: String? = nil, note: String? = nil
    ) {
        self.regulation = regulation
        self.source = source
        self.receivedOn = receivedOn
        self.paperNumber = paperNumber
        self.note = note
    }

    /// The referral beside the earlier ones.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        let acts = try acts(file, context)
        guard let (rules, source) = acts.first(having: { $0.source(named: source) }) else {
            throw Refusal("source.unknown", arguments: [source, acts.sources.map(\.title).joined(separator: "; ")])
        }
        if receivedOn > context.now.date {
            throw Refusal("date.future", arguments: [receivedOn.dotted, context.now.date.dotted])
        }
        if receivedOn < file.citizen.born { throw Refusal("date.before-birth", arguments: [receivedOn.dotted]) }
        let same = file.referrals.contains {
            $0.regulation == rules.id && $0.receivedOn == receivedOn && $0.source == source.id && $0.number == paperNumber
        }
        if same { throw Refusal("referral.repeated", arguments: [receivedOn.dotted]) }
        let referral = Referral(
            id: context.newID(), caseID: file.header.id, receivedOn: receivedOn, source: source.id, regulation: rules.id,
            number: paperNumber, note: note)
        var changes: [any CaseRecord] = [referral]
        if !file.header.regulations.contains(rules.id) {
            var header = file.header
            header.regulations.append(rules.id)
            changes.append(header)
        }
        return file.decision(changes, in: context)
    }

    /// The acts in which the source is looked for; a named one may be new to the case.
    private func acts(_ file: CaseFile, _ context: DecisionContext) throws(Refusal) -> [Regulation] {
        guard let regulation else { return try context.acts(of: file) }
        guard let act = context.regulations.first(where: { $0.id == regulation }) else {
            throw Refusal("regulation.missing", arguments: [regulation])
        }
        try file.mustRun(under: act)
        return [act]
    }
}
