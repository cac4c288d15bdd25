/// A representative named or mended, with the paper that gives the authority.
public struct EditRepresentative: CaseAction {
    /// `edit-representative`
    public let name = ActionName.editRepresentative
    /// The representative; nil for a new one.
    public var representativeID: RecordID?
    /// «Фамилия Имя Отчество».
    public var person: String
    /// Мать, опекун …, where known.
    public var relation: String?
    /// The paper that gives the authority, where known.
    public var authority: String?
    /// Telephone, where known.
    public var phone: String?

    /// A representative as the card shall read.
    public init(
        representativeID: RecordID? = nil, person: String, relation: String? = nil, authority: String? = nil,
        phone: String? = nil
    ) {
        self.representativeID = representativeID
        self.person = person
        self.relation = relation
        self.authority = authority
        self.phone = phone
    }

    /// The representative with the new facts.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        guard let person = person.nonEmpty else { throw Refusal("representative.name-empty") }
        let before = file.representatives.first { $0.id == representativeID }
        if representativeID != nil, before == nil { throw Refusal("representative.unknown") }
        var representative = before ?? Representative(id: context.newID(), caseID: file.header.id, name: person)
        representative.name = person
        representative.relation = relation?.nonEmpty
        representative.authority = authority?.nonEmpty
        representative.phone = phone?.nonEmpty
        if representative == before { throw Refusal("nothing-changed") }
        return file.decision([representative], in: context)
    }
}
