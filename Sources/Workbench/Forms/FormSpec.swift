/// What kind of thing a field holds.
public enum FieldKind {
    /// One line of text.
    case text(maxLength: Int)
    /// Several lines of text; the number is the rows shown.
    case area(rows: Int)
    /// One of a list: ids with their titles.
    case choice([(id: String, title: String)])
    /// A day, typed as people say it, with a month to choose from.
    case date
    /// A time of the day.
    case time
    /// A box to tick, with its caption; `yes` when ticked, else empty.
    case check(caption: String)
}

/// One field of a form. All values are text, so that a draft of any form can be kept and offered back.
public struct FieldSpec {
    /// The name in drafts and errors.
    public let key: String
    /// The label's wording key.
    public let label: String
    /// What it holds.
    public let kind: FieldKind
    /// Whether it must not be empty.
    public let isRequired: Bool
    /// The value it starts with.
    public let initial: String
    /// A line above the field that names a group of fields, in words.
    public let heading: String

    /// A field.
    public init(
        _ key: String, label: String, kind: FieldKind, isRequired: Bool = false, initial: String = "", heading: String = ""
    ) {
        self.key = key
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.initial = initial
        self.heading = heading
    }
}

/// What came of saving a form.
public enum SaveOutcome {
    /// Written; the form closes.
    case saved
    /// Not written: what stands in the way, by field key; the empty key stands for the whole form.
    case rejected([String: String])
    /// Not written, and something has been opened to ask the worker (a conflict).
    case asked
}

/// A form as a value: fields, and what to do with them.
public struct FormSpec {
    /// The name under which a draft is kept, unique for the form and its case.
    public let id: String
    /// The case it is about, for the list of drafts.
    public let caseNumber: Int?
    /// The heading, in words.
    public let title: String
    /// Lines above the fields: who it is about, what the act says.
    public let notes: [String]
    /// The fields in order.
    public let fields: [FieldSpec]
    /// Whether what is half typed is kept as a draft; not for parts of a larger editor, which keeps its own.
    public let keepsDraft: Bool
    /// Saves; called with every field's text once all are well formed.
    public let save: ([String: String]) -> SaveOutcome

    /// A form.
    public init(
        id: String, caseNumber: Int? = nil, title: String, notes: [String] = [], fields: [FieldSpec], keepsDraft: Bool = true,
        save: @escaping ([String: String]) -> SaveOutcome
    ) {
        self.id = id
        self.caseNumber = caseNumber
        self.title = title
        self.notes = notes
        self.fields = fields
        self.keepsDraft = keepsDraft
        self.save = save
    }
}
