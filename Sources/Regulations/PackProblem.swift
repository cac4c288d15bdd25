/// What may be wrong with a pack; the wording stands in `Resources/*.lproj` under `pack.<raw value>`.
public enum PackProblemCode: String, Sendable, CaseIterable {
    /// The folder or a file cannot be read. Argument: path.
    case unreadable
    /// Not YAML. Argument: what the parser says.
    case syntax
    /// The same key twice in a mapping. Argument: key.
    case duplicateKey = "duplicate-key"
    /// A list, a mapping or a text was expected. Arguments: key or place, the expected shape's key.
    case wrongShape = "wrong-shape"
    /// A key that the format does not know. Arguments: key, known keys.
    case unknownKey = "unknown-key"
    /// A key that must be there. Argument: key.
    case missingKey = "missing-key"
    /// A rule without its point of the act.
    case missingPoint = "missing-point"
    /// A value outside what the key allows. Arguments: key, value, what is allowed.
    case badValue = "bad-value"
    /// A date that is none. Arguments: key, value.
    case badDate = "bad-date"
    /// An end before its beginning. Arguments: beginning, end.
    case datesReversed = "dates-reversed"
    /// An event outside the vocabulary. Arguments: event, known events.
    case unknownEvent = "unknown-event"
    /// An attribute that the event does not carry. Arguments: event, attribute, known attributes.
    case unknownAttribute = "unknown-attribute"
    /// A role, stage, source … that the pack does not list. Arguments: kind, id, listed ids.
    case unknownReference = "unknown-reference"
    /// The same id twice in a list. Argument: id.
    case duplicateID = "duplicate-id"
    /// An obligation that nothing can fulfil. Argument: id.
    case neverSatisfied = "never-satisfied"
    /// An event that nothing in the program or the pack brings, named as a fulfilment. Arguments: event, possible events.
    case neverHappens = "never-happens"
    /// Two editions of one rule in force on the same day. Argument: id.
    case editionsOverlap = "editions-overlap"
    /// A place within an agreed term is asked for, but no rule with that event names the term. Argument: event.
    case noTerm = "no-term"
    /// A list with too few elements. Argument: how many it must have.
    case tooFew = "too-few"
    /// A category all of whose people belong to an earlier one. Argument: id.
    case neverChosen = "never-chosen"
    /// A category or group that nobody can meet. Argument: id.
    case neverMet = "never-met"
    /// The pack's id is not its folder's name. Arguments: id, folder.
    case idNotFolder = "id-not-folder"
    /// A placeholder of a form that the program cannot fill. Arguments: placeholder, known placeholders.
    case unknownPlaceholder = "unknown-placeholder"
}

/// One fault of a pack: where, what, and what the wording needs.
public struct PackProblem: Hashable, Sendable {
    /// The file's path within the pack, such as `deadlines.yaml`; empty for the folder as a whole.
    public var file: String
    /// The line from 1; 0 for the file as a whole.
    public var line: Int
    /// What is wrong.
    public var code: PackProblemCode
    /// What the wording needs, in order.
    public var arguments: [String]

    /// A fault at a place.
    public init(file: String, line: Int, code: PackProblemCode, arguments: [String]) {
        self.file = file
        self.line = line
        self.code = code
        self.arguments = arguments
    }
}

/// A pack that cannot be used, with every fault found in it.
public struct PackError: Error, Hashable, Sendable {
    /// The pack's folder.
    public var folder: String
    /// All faults, by file and line.
    public var problems: [PackProblem]

    /// A pack refused for these faults.
    public init(folder: String, problems: [PackProblem]) {
        self.folder = folder
        self.problems = problems
    }
}
