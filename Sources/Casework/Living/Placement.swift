/// Who lives where, from when to when, read from a case's entry of the kind `placement` (BRY п. 36-2).
public struct Placement: Hashable, Sendable, Identifiable {
    /// The entry's identifier.
    public let id: RecordID
    /// The case.
    public var caseID: RecordID
    /// The flat.
    public var dwelling: RecordID
    /// The room, where one is given.
    public var room: RecordID?
    /// Moved in.
    public var from: CivilDate
    /// Moved out; nil while living there. The day itself still counts as lived.
    public var until: CivilDate?
    /// Consent to live in this very group (п. 36-2.а).
    public var agreesToGroup: Bool
    /// Consent to share the room (п. 36-2.б).
    public var agreesToShare: Bool
    /// The level of need, 1–4, where known (Прил. 2).
    public var level: Int?

    /// The placement of an entry; nil for an entry of another kind and for one that names no flat.
    public init?(_ entry: CaseEntry) {
        guard entry.entryKind == LivingEntryKind.placement.rawValue,
            let dwelling = entry.values["dwelling"].flatMap({ RecordID($0) })
        else { return nil }
        id = entry.id
        caseID = entry.caseID
        self.dwelling = dwelling
        room = entry.values["room"].flatMap { RecordID($0) }
        from = entry.on
        until = entry.values["until"].flatMap { CivilDate(iso: $0) }
        agreesToGroup = entry.values["group-consent"] == "yes"
        agreesToShare = entry.values["share-consent"] == "yes"
        level = entry.values["level"].flatMap { Int($0) }
    }

    /// Whether the person lives there on a day.
    public func holds(on date: CivilDate) -> Bool { from <= date && until.map { date <= $0 } ?? true }
}

/// A place on the waiting list (BRY п. 40), read from a case's entry of the kind `waiting`.
public struct WaitingPlace: Hashable, Sendable, Identifiable {
    /// The entry's identifier.
    public let id: RecordID
    /// The case.
    public var caseID: RecordID
    /// A place to stay or to learn.
    public var purpose: LivingPurpose
    /// Waiting since.
    public var since: CivilDate
    /// What the person wishes.
    public var wishes: String?
    /// Taken off the list on this day.
    public var until: CivilDate?

    /// The place of an entry; nil for an entry of another kind.
    public init?(_ entry: CaseEntry) {
        guard entry.entryKind == LivingEntryKind.waiting.rawValue else { return nil }
        id = entry.id
        caseID = entry.caseID
        purpose = entry.values["purpose"].flatMap(LivingPurpose.init) ?? .permanent
        since = entry.on
        wishes = entry.values["wishes"]
        until = entry.values["until"].flatMap { CivilDate(iso: $0) }
    }
}

/// A course of учебное сопровождаемое проживание (BRY п. 39), read from a case's entry of the kind `training`.
public struct LivingTraining: Hashable, Sendable, Identifiable {
    /// The entry's identifier.
    public let id: RecordID
    /// The case.
    public var caseID: RecordID
    /// The first day.
    public var from: CivilDate
    /// The last day; nil while it lasts.
    public var until: CivilDate?

    /// The course of an entry; nil for an entry of another kind.
    public init?(_ entry: CaseEntry) {
        guard entry.entryKind == LivingEntryKind.training.rawValue else { return nil }
        id = entry.id
        caseID = entry.caseID
        from = entry.on
        until = entry.values["until"].flatMap { CivilDate(iso: $0) }
    }
}

/// What the plan of living must know of a person.
public struct LivingPerson: Hashable, Sendable {
    /// The case's number.
    public var number: Int
    /// Surname with initials.
    public var name: String
    /// Sex.
    public var sex: Sex?
    /// Date of birth.
    public var born: CivilDate

    /// A person.
    public init(number: Int, name: String, sex: Sex?, born: CivilDate) {
        self.number = number
        self.name = name
        self.sex = sex
        self.born = born
    }

    /// The person of a case.
    public init(_ header: CaseHeader, _ citizen: Citizen) {
        self.init(number: header.number, name: citizen.shortName, sex: citizen.sex, born: citizen.born)
    }
}
