/// What a register has a row for.
public enum RegisterRows: Hashable, Sendable {
    /// Every case under the act.
    case cases
    /// Every entry of a kind in the cases under the act.
    case entries(String)
    /// Every entry of a kind in the office's own journal.
    case office(String)
}

/// The order of a register's rows.
public enum RegisterOrder: String, Hashable, Sendable, CaseIterable {
    /// By case number.
    case number = "case"
    /// Chronologically by receipt of the first referral under the act (TYU п. 3.2).
    case received
    /// By family, given name and patronymic.
    case name
    /// By the entry's own day and time, where rows are entries.
    case date
}

/// One column of a register.
public struct RegisterColumn: Hashable, Sendable {
    /// The key in JSON, unique in the register.
    public var id: String
    /// The heading, in the act's words where the act gives a form.
    public var title: String
    /// What stands in it.
    public var value: RegisterValue
    /// How wide it is shown, in characters; nil leaves it to who shows it.
    public var width: Int?
    /// Whether the act's form lacks the column and it is ours.
    public var isOurs: Bool

    /// A column.
    public init(id: String, title: String, value: RegisterValue, width: Int? = nil, isOurs: Bool = false) {
        self.id = id
        self.title = title
        self.value = value
        self.width = width
        self.isOurs = isOurs
    }
}

/// A register that an act wants kept, as rows and columns over case files (IRK п. 20–21; TYU Прил. 1).
///
/// Read from a pack's `registers/`; nothing of it is stored, every row follows from its case.
public struct RegisterDefinition: Hashable, Sendable {
    /// The pack's id of the act, such as `tyumen-31r`.
    public var regulation: String
    /// Code, title and point.
    public var entry: PackEntry
    /// What the reader must know, such as why its columns are ours; nil where nothing.
    public var note: String?
    /// How an inconsistency of the act was read, by its id, where one was.
    public var reading: String?
    /// What there is a row for.
    public var rows: RegisterRows
    /// In which order.
    public var order: RegisterOrder
    /// Which rows are left out.
    public var filter: RegisterFilter
    /// The columns from left to right.
    public var columns: [RegisterColumn]

    /// A register.
    public init(
        regulation: String, entry: PackEntry, note: String? = nil, reading: String? = nil, rows: RegisterRows = .cases,
        order: RegisterOrder = .number, filter: RegisterFilter = RegisterFilter(), columns: [RegisterColumn]
    ) {
        self.regulation = regulation
        self.entry = entry
        self.note = note
        self.reading = reading
        self.rows = rows
        self.order = order
        self.filter = filter
        self.columns = columns
    }
}
