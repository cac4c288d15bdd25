import Casework

/// What the registry shows: filters, order and the page. Kept as JSON in saved views.
public struct RegistryQuery: Hashable, Sendable, Codable {
    /// By what the rows are ordered; ties are broken by the case number.
    public enum Sort: String, Hashable, Sendable, Codable, CaseIterable {
        /// By family, given name and patronymic, Ё after Е.
        case name
        /// By case number.
        case number
        /// By birth date.
        case born
        /// By the nearest running term; cases without one last.
        case nextDue
        /// By stage, then by name.
        case stage
        /// By the curator's login, then by name; cases without one first.
        case curator
    }

    /// Words sought in name, СНИЛС, telephones, address, case number and ИПРА number; ё and е are one, case does not matter.
    /// Every word must occur. Words of three letters and more are found anywhere, shorter ones at the beginning of a word of
    /// the name; «№12» is the case of that number. Empty: everyone.
    public var text: String
    /// Categories by the pack's id; empty: all. `nil` inside: cases that meet no category.
    public var categories: Set<String?>
    /// Stages by the pack's id; empty: all.
    public var stages: Set<String>
    /// The curator's login; nil: all; empty text: cases without a curator.
    public var curator: String?
    /// Only cases with a term that passed before this day.
    public var overdueOn: CivilDate?
    /// The municipality.
    public var territory: String?
    /// True: open cases; false: closed ones; nil: both.
    public var isOpen: Bool?
    /// The source of the last referral by the pack's id.
    public var source: String?
    /// The order.
    public var sort: Sort
    /// Whether the order is reversed.
    public var isDescending: Bool

    /// A query; with no arguments everyone by name.
    public init(
        text: String = "", categories: Set<String?> = [], stages: Set<String> = [], curator: String? = nil,
        overdueOn: CivilDate? = nil, territory: String? = nil, isOpen: Bool? = nil, source: String? = nil, sort: Sort = .name,
        isDescending: Bool = false
    ) {
        self.text = text
        self.categories = categories
        self.stages = stages
        self.curator = curator
        self.overdueOn = overdueOn
        self.territory = territory
        self.isOpen = isOpen
        self.source = source
        self.sort = sort
        self.isDescending = isDescending
    }
}

/// Which page of a list.
public enum PagePosition<Row: Hashable & Sendable>: Hashable, Sendable {
    /// The first rows.
    case start
    /// The last rows, in the list's order.
    case end
    /// The rows after a row.
    case after(Row)
    /// The rows before a row, in the list's order.
    case before(Row)
    /// The row itself, where it still matches, and those after it.
    case from(Row)
}

/// A page of a list.
public struct Page<Row: Hashable & Sendable>: Hashable, Sendable {
    /// The rows in the list's order.
    public var rows: [Row]
    /// Whether more rows follow in the direction asked for.
    public var hasMore: Bool
}

/// A row of the registry.
public struct RegistryRow: Hashable, Sendable, Identifiable {
    /// The case.
    public var caseID: RecordID
    /// The case number.
    public var number: Int
    /// Фамилия.
    public var family: String
    /// Имя.
    public var given: String
    /// Отчество.
    public var patronymic: String?
    /// Дата рождения.
    public var born: CivilDate
    /// The category by the pack's id; nil when none is met.
    public var category: String?
    /// The stage by the pack's id.
    public var stage: String
    /// The curator's login.
    public var curator: String?
    /// The municipality.
    public var territory: String?
    /// The source of the last referral by the pack's id.
    public var source: String?
    /// Whether the case is open.
    public var isOpen: Bool
    /// The nearest running term.
    public var nextDue: CivilDate?
    /// The rule of the nearest running term.
    public var nextRule: String?
    /// The day the person was last spoken to.
    public var lastContactOn: CivilDate?
    /// Attempts really made.
    public var attempts: Int
    let sortKey: [UInt8]

    /// The case.
    public var id: RecordID { caseID }
    /// «Фамилия Имя Отчество».
    public var fullName: String { [family, given, patronymic ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
}
