/// A first referral: a new person, a new case (IRK п. 15–16).
public struct OpenCase: Sendable {
    /// The person as the referral describes; its identifier is replaced by a new one.
    public var citizen: Citizen
    /// A representative named in the referral.
    public var representative: (name: String, phone: String?)?
    /// The act.
    public var regulation: String
    /// The source by code or title.
    public var source: String
    /// The day of receipt.
    public var receivedOn: CivilDate
    /// Number of the paper.
    public var paperNumber: String?
    /// The curator's login, where assigned at once.
    public var curator: String?
    /// A note.
    public var note: String?

    /// A first referral.
    public init(
        citizen: Citizen, representative: (name: String, phone: String?)? = nil, regulation: String, source: String,
        receivedOn: CivilDate, paperNumber: String? = nil, curator: String? = nil, note: String? = nil
    ) {
        self.citizen = citizen
        self.representative = representative
        self.regulation = regulation
        self.source = source
        self.receivedOn = receivedOn
        self.paperNumber = paperNumber
        self.curator = curator
        self.note = note
    }

    /// The new case as values.
    /// - Parameter number: the number the case shall have.
    /// - Throws: ``Refusal`` for an unknown act or source, impossible dates or an empty name.
    public func decide(number: Int, in context: DecisionContext) throws(Refusal) -> CaseFile {
        guard let rules = context.regulations.first(where: { $0.id == regulation }) else {
            throw Refusal("regulation.missing", arguments: [regulation])
        }
        guard let source = rules.source(named: source) else {
            throw Refusal("source.unknown", arguments: [source, rules.sources.map(\.title).joined(separator: "; ")])
        }
        try CitizenRules.check(citizen, on: context.now.date)
        if receivedOn > context.now.date {
            throw Refusal("date.future", arguments: [receivedOn.dotted, context.now.date.dotted])
        }
        if receivedOn < citizen.born { throw Refusal("date.before-birth", arguments: [receivedOn.dotted]) }
        let person = citizen.withID(context.newID())
        var header = CaseHeader(
            id: context.newID(), number: number, citizenID: person.id, regulations: [regulation],
            stage: rules.stages.first?.entry.id ?? "", openedOn: receivedOn, curator: curator?.nonEmpty)
        if header.curator != nil { header.curatorSince = context.now.date }
        var file = CaseFile(header: header, citizen: person)
        file.apply(
            Referral(
                id: context.newID(), caseID: header.id, receivedOn: receivedOn, source: source.id, regulation: regulation,
                number: paperNumber, note: note))
        if let representative {
            file.apply(
                Representative(
                    id: context.newID(), caseID: header.id, name: representative.name, phone: representative.phone))
        }
        file.header = file.header(after: [], in: context)
        return file
    }
}

extension Citizen {
    /// The same person under another identifier, not yet written.
    func withID(_ id: RecordID) -> Citizen {
        var copy = Citizen(id: id, family: family, given: given, patronymic: patronymic, born: born)
        copy.sex = sex
        copy.snils = snils
        copy.phones = phones
        copy.email = email
        copy.address = address
        copy.territory = territory
        copy.disability = disability
        copy.restrictions = restrictions
        copy.ipraNumber = ipraNumber
        copy.ipraDate = ipraDate
        copy.ipraUntil = ipraUntil
        copy.flags = flags
        return copy
    }
}

extension CaseFile {
    /// Every record of the file, the person first.
    public var records: [any CaseRecord] {
        var all: [any CaseRecord] = [citizen, header]
        all += representatives as [any CaseRecord]
        all += referrals as [any CaseRecord]
        all += attempts as [any CaseRecord]
        all += consents as [any CaseRecord]
        all += meetings as [any CaseRecord]
        all += surveys as [any CaseRecord]
        all += programs as [any CaseRecord]
        all += overrides as [any CaseRecord]
        all += marks as [any CaseRecord]
        all += entries as [any CaseRecord]
        return all
    }
}
