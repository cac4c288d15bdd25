/// What a column of a register is filled with.
public indirect enum RegisterValue: Hashable, Sendable {
    /// A fact of the case or its person by name.
    case fact(RegisterFact)
    /// An event of the case.
    case event(EventPattern, show: RegisterShow, which: RegisterWhich)
    /// A mark of entry in an outer system, by its subject (IRK п. 16.4).
    case mark(String, show: RegisterShow)
    /// A programme of a kind.
    case program(String, field: RegisterProgramField, show: RegisterShow?, which: RegisterWhich)
    /// An entry of a kind in the case: one of its fields, or whether and how often it was made.
    case entry(String, field: RegisterEntryField, show: RegisterShow?, which: RegisterWhich)
    /// A field of the row's own entry, where rows are entries.
    case own(RegisterEntryField)
    /// The same words in every row.
    case constant(String)
    /// The first of several that is not empty.
    case first([RegisterValue])
    /// Those of several that are not empty, joined.
    case all([RegisterValue], by: String)
    /// Another value's code put into the form's words; a code without words stays as it is.
    case words(of: RegisterValue, [String: String])
}

/// What is shown of something that happened.
public enum RegisterShow: String, Hashable, Sendable, CaseIterable {
    /// The day.
    case date
    /// The time of day, where known.
    case time
    /// Whether it happened.
    case yesNo = "yes-no"
    /// How often it happened.
    case count
}

/// Which of several is meant.
public enum RegisterWhich: String, Hashable, Sendable, CaseIterable {
    /// The earliest.
    case first
    /// The latest.
    case last
}

/// What is shown of an entry.
public enum RegisterEntryField: Hashable, Sendable {
    /// The entry's own day.
    case date
    /// Its time of day.
    case time
    /// Who recorded it.
    case worker
    /// A field of its kind.
    case field(String)
}

/// What is shown of a programme.
public enum RegisterProgramField: String, Hashable, Sendable, CaseIterable {
    /// The day it was drawn up.
    case drafted
    /// The day it was agreed.
    case agreed
    /// The first day of its term.
    case from
    /// The last day of its term.
    case until
    /// How it stands.
    case status
}
