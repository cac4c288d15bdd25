/// How contact is sought: the rungs of the ladder (IRK п. 16–18).
public enum ContactMethod: String, Sendable, Codable, CaseIterable {
    /// Звонок по телефону (IRK п. 16.2).
    case phone
    /// Выезд по месту проживания (IRK п. 17).
    case visit
    /// Уведомление по почте (IRK п. 18).
    case post
}

/// What came of an attempt. Silence, a wrong number and «не пытались» are kept apart: they lead to different next steps.
public enum ContactOutcome: String, Sendable, Codable, CaseIterable {
    /// Не пытались: planned, but no attempt was made.
    case notAttempted = "not-attempted"
    /// Поговорили, ответ пока не дан.
    case reached
    /// Нет ответа.
    case noAnswer = "no-answer"
    /// Не тот номер.
    case wrongNumber = "wrong-number"
    /// Не может прийти по состоянию здоровья (IRK п. 17).
    case cannotCome = "cannot-come"
    /// Отказ.
    case refused
    /// Согласие (IRK п. 16.3).
    case agreed
    /// Письмо отправлено.
    case sent
    /// Письмо вернулось.
    case returned

    /// Whether the person (or the representative) was spoken to.
    public var isContact: Bool { [.reached, .cannotCome, .refused, .agreed].contains(self) }

    /// Whether an attempt was really made.
    public var isAttempt: Bool { self != .notAttempted && self != .returned }

    /// The outcomes that an attempt by the given method can have.
    public static func possible(for method: ContactMethod) -> [ContactOutcome] {
        switch method {
        case .phone: [.agreed, .noAnswer, .refused, .cannotCome, .wrongNumber, .reached, .notAttempted]
        case .visit: [.agreed, .noAnswer, .refused, .cannotCome, .reached, .notAttempted]
        case .post: [.sent, .returned]
        }
    }
}

/// One attempt to reach the person, with its evidence.
public struct ContactAttempt: CaseRecord {
    /// `contactAttempt`
    public static let kind = RecordKind.contactAttempt

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The day.
    public var on: CivilDate
    /// The time, where known.
    public var at: CivilTime?
    /// Phone, visit or post.
    public var method: ContactMethod
    /// What came of it.
    public var outcome: ContactOutcome
    /// The number dialled or the address visited or written to.
    public var target: String?
    /// The worker's login.
    public var worker: String
    /// A note.
    public var note: String?

    /// An attempt made.
    public init(
        id: RecordID, caseID: RecordID, on: CivilDate, at: CivilTime? = nil, method: ContactMethod, outcome: ContactOutcome,
        target: String? = nil, worker: String, note: String? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.on = on
        self.at = at
        self.method = method
        self.outcome = outcome
        self.target = target
        self.worker = worker
        self.note = note
    }
}
