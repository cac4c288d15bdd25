/// Групповая or индивидуальная (BRY п. 36-2).
public enum LivingForm: String, Sendable, CaseIterable {
    /// A group of people in one flat.
    case group
    /// One person in the flat.
    case individual
}

/// What a place is for (BRY п. 40): to stay, or to learn.
public enum LivingPurpose: String, Sendable, CaseIterable {
    /// Для постоянного проживания.
    case permanent
    /// Учебная (тренировочная) квартира.
    case training
}

/// A flat of supported living (BRY п. 36-2, 38), read from an office entry of the kind `dwelling`.
public struct Dwelling: Hashable, Sendable, Identifiable {
    /// The entry's identifier.
    public let id: RecordID
    /// The act.
    public var regulation: String
    /// What the office calls it.
    public var name: String
    /// Where it is.
    public var address: String
    /// The house; flats of one house carry the same word.
    public var building: String
    /// Houses that stand beside each other carry the same word; nil for a house by itself.
    public var neighbours: String?
    /// Group or individual.
    public var form: LivingForm
    /// To stay or to learn.
    public var purpose: LivingPurpose
    /// Whose dwelling it is (BRY п. 38), by the pack's choice.
    public var housing: String?
    /// In use from this day.
    public var from: CivilDate
    /// In use up to this day; nil while it is.
    public var until: CivilDate?

    /// The flat of an entry; nil for an entry of another kind.
    public init?(_ entry: OfficeEntry) {
        guard entry.entryKind == LivingEntryKind.dwelling.rawValue else { return nil }
        id = entry.id
        regulation = entry.regulation
        name = entry.values["name"] ?? ""
        address = entry.values["address"] ?? ""
        building = entry.values["building"]?.nonEmpty ?? address
        neighbours = entry.values["neighbours"]?.nonEmpty
        form = entry.values["form"].flatMap(LivingForm.init) ?? .group
        purpose = entry.values["purpose"].flatMap(LivingPurpose.init) ?? .permanent
        housing = entry.values["housing"]
        from = entry.on
        until = entry.values["until"].flatMap { CivilDate(iso: $0) }
    }

    /// Whether the flat is in use on a day.
    public func isInUse(on date: CivilDate) -> Bool { from <= date && until.map { date <= $0 } ?? true }
}

/// A room of a flat, read from an office entry of the kind `room`.
public struct LivingRoom: Hashable, Sendable, Identifiable {
    /// The entry's identifier.
    public let id: RecordID
    /// The flat.
    public var dwelling: RecordID
    /// What the office calls it.
    public var name: String
    /// Square metres, as written.
    public var area: String?
    /// Places in it.
    public var places: Int

    /// The room of an entry; nil for an entry of another kind and for one that names no flat.
    public init?(_ entry: OfficeEntry) {
        guard entry.entryKind == LivingEntryKind.room.rawValue, let dwelling = entry.values["dwelling"].flatMap({ RecordID($0) })
        else { return nil }
        id = entry.id
        self.dwelling = dwelling
        name = entry.values["name"] ?? ""
        area = entry.values["area"]
        places = entry.values["places"].flatMap { Int($0) } ?? 1
    }
}
