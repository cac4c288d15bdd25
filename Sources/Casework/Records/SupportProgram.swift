/// One line of a programme: a measure with what ИПСС must state of it (IRK п. 8.17).
public struct Measure: Hashable, Sendable, Codable {
    /// The area of help by the pack's id.
    public var area: String
    /// Мероприятие.
    public var title: String
    /// Объем.
    public var volume: String
    /// Периодичность.
    public var periodicity: String
    /// Продолжительность.
    public var duration: String
    /// Исполнитель, where known.
    public var executor: String?

    /// A measure; empty texts are still to be filled in.
    public init(
        area: String, title: String, volume: String = "", periodicity: String = "", duration: String = "", executor: String? = nil
    ) {
        self.area = area
        self.title = title
        self.volume = volume
        self.periodicity = periodicity
        self.duration = duration
        self.executor = executor
    }

    /// Whether volume, periodicity and duration are all stated.
    public var isComplete: Bool { !title.isEmpty && !volume.isEmpty && !periodicity.isEmpty && !duration.isEmpty }
}

/// How a programme stands.
public enum ProgramStatus: String, Sendable, Codable, CaseIterable {
    /// Being drawn up.
    case draft
    /// Agreed with the person (IRK глава 7).
    case agreed
    /// Replaced by a later programme of the same kind.
    case replaced
}

/// Программа: ИПСС now; other kinds by their packs.
public struct SupportProgram: CaseRecord {
    /// `supportProgram`
    public static let kind = RecordKind.supportProgram

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The kind by the pack's id, such as `ipss`.
    public var programKind: String
    /// 1 for the case's first programme of the kind, then 2 …
    public var ordinal: Int
    /// How it stands.
    public var status: ProgramStatus
    /// The day it was drawn up.
    public var draftedOn: CivilDate
    /// The day it was agreed with the person.
    public var agreedOn: CivilDate?
    /// First day of its term, where set.
    public var from: CivilDate?
    /// Last day of its term, where set.
    public var until: CivilDate?
    /// Its lines.
    public var measures: [Measure]
    /// A note.
    public var note: String?

    /// A draft.
    public init(
        id: RecordID, caseID: RecordID, programKind: String, ordinal: Int, draftedOn: CivilDate, from: CivilDate? = nil,
        until: CivilDate? = nil, measures: [Measure], note: String? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.programKind = programKind
        self.ordinal = ordinal
        status = .draft
        self.draftedOn = draftedOn
        agreedOn = nil
        self.from = from
        self.until = until
        self.measures = measures
        self.note = note
    }
}
