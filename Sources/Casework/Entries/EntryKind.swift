/// What one field of an entry holds; values are kept as text in the form named here.
public enum EntryFieldKind: String, Hashable, Sendable, CaseIterable {
    /// One line.
    case text
    /// Several lines.
    case note
    /// A day, kept as `2025-03-12`.
    case date
    /// A time of day, kept as `14:30`.
    case time
    /// A whole number, not negative.
    case number
    /// Roubles and kopecks, kept as `1234.50`.
    case money
    /// One of the choices, kept by its id.
    case choice
    /// Any number of the choices, kept as ids with commas between, in the pack's order.
    case checks
    /// `yes` or `no`.
    case flag
    /// A worker's login.
    case worker
    /// An organisation: its name as the directory has it, or any other.
    case organisation
    /// An office entry of the kind ``EntryField/of``, kept by its identifier.
    case entry
    /// A rule's full id.
    case rule
}

/// One field of a kind of entry.
public struct EntryField: Hashable, Sendable {
    /// Code, title and point.
    public var entry: PackEntry
    /// What it holds.
    public var kind: EntryFieldKind
    /// Whether an entry cannot stand without it.
    public var isRequired: Bool
    /// What a `choice` or `checks` may hold, in order.
    public var choices: [PackEntry]
    /// The kind of office entry that an `entry` field names.
    public var of: String?
    /// The greatest value of a `number` field; nil where there is none.
    public var most: Int?

    /// A field.
    public init(
        entry: PackEntry, kind: EntryFieldKind, isRequired: Bool = false, choices: [PackEntry] = [], of: String? = nil,
        most: Int? = nil
    ) {
        self.entry = entry
        self.kind = kind
        self.isRequired = isRequired
        self.choices = choices
        self.of = of
        self.most = most
    }
}

/// Where an attribute of an entry's event comes from.
public enum EntryAttribute: Hashable, Sendable {
    /// The value of a field.
    case field(String)
    /// Always the same.
    case constant(String)
}

/// What an entry says has happened, and when.
public struct EntryEvent: Hashable, Sendable {
    /// The event.
    public var name: EventName
    /// The date field that holds its day; nil for the entry's own day. Without a value the event has not happened.
    public var dateField: String?
    /// The event's attributes.
    public var attributes: [String: EntryAttribute]
    /// The event happened only when each of these fields holds one of the values.
    public var onlyWhen: [String: Set<String>]

    /// An event of an entry.
    public init(
        _ name: EventName, dateField: String? = nil, attributes: [String: EntryAttribute] = [:],
        onlyWhen: [String: Set<String>] = [:]
    ) {
        self.name = name
        self.dateField = dateField
        self.attributes = attributes
        self.onlyWhen = onlyWhen
    }
}

/// A kind of record that an act wants kept: a request, a consultation, a decision of the working group.
///
/// What is special in one act is declared in its pack as kinds of entries, and one generic record holds each
/// (`docs/regulation-packs.md`, «entries»).
public struct EntryKind: Hashable, Sendable {
    /// Where its entries are kept.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        /// In a case.
        case caseFile = "case"
        /// In the office's own journal.
        case office
    }

    /// Code, title and point.
    public var entry: PackEntry
    /// Where its entries are kept.
    public var scope: Scope
    /// False: one in a case, or in the office, written anew when it is recorded again.
    public var repeats: Bool
    /// Any one of these must have happened in the case by the day; none means always.
    public var requires: [EventPattern]
    /// What the entry's own day is called; nil for plain «Дата».
    public var dateTitle: String?
    /// Whether the time of day is asked.
    public var asksTime: Bool
    /// What the worker must know, in the act's words.
    public var help: String?
    /// The fields, in order.
    public var fields: [EntryField]
    /// What an entry says has happened.
    public var events: [EntryEvent]
    /// How an inconsistency of the act was read, where one was.
    public var reading: String?

    /// A kind of entry.
    public init(
        entry: PackEntry, scope: Scope = .caseFile, repeats: Bool = true, requires: [EventPattern] = [],
        dateTitle: String? = nil, asksTime: Bool = false, help: String? = nil, fields: [EntryField] = [],
        events: [EntryEvent] = [], reading: String? = nil
    ) {
        self.entry = entry
        self.scope = scope
        self.repeats = repeats
        self.requires = requires
        self.dateTitle = dateTitle
        self.asksTime = asksTime
        self.help = help
        self.fields = fields
        self.events = events
        self.reading = reading
    }

    /// The field of the id.
    public func field(_ id: String) -> EntryField? { fields.first { $0.entry.id == id } }
}
