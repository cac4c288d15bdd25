/// The name of something that happened in a case or in the calendar; packs name triggers by it.
///
/// One vocabulary for all packs: `shared/design/command-line.md`, «Calendar and deadlines».
public struct EventName: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as packs and the command line write it.
    public let rawValue: String
    /// A name; whether a pack may use it is ``known``'s to say.
    public init(rawValue: String) { self.rawValue = rawValue }
    private init(_ rawValue: String) { self.rawValue = rawValue }

    /// A signal came in (IRK п. 16). Attribute `source`.
    public static let referralReceived = EventName("referral-received")
    /// Contact was sought. Attributes `method`, `outcome`.
    public static let contactAttempted = EventName("contact-attempted")
    /// Consent or refusal. Attributes `to`, `answer` (`given`, `refused`).
    public static let consentRecorded = EventName("consent-recorded")
    /// Day and time of a meeting were agreed (IRK п. 16.3).
    public static let meetingAgreed = EventName("meeting-agreed")
    /// The meeting took place (IRK п. 19).
    public static let meetingHeld = EventName("meeting-held")
    /// The survey was held (IRK п. 19.1).
    public static let surveyRecorded = EventName("survey-recorded")
    /// A programme was drawn up. Attribute `kind`.
    public static let programDrafted = EventName("program-drafted")
    /// A programme was agreed with the person. Attribute `kind`.
    public static let programAgreed = EventName("program-agreed")
    /// Something was entered in an outer system. Attribute `subject`.
    public static let registryMarked = EventName("registry-marked")
    /// A curator was assigned.
    public static let curatorAssigned = EventName("curator-assigned")
    /// A month of the calendar ended.
    public static let monthEnded = EventName("month-ended")
    /// A quarter ended.
    public static let quarterEnded = EventName("quarter-ended")
    /// A half-year ended.
    public static let halfYearEnded = EventName("half-year-ended")
    /// A year began.
    public static let yearStarted = EventName("year-started")
    /// A year ended.
    public static let yearEnded = EventName("year-ended")
    /// A programme was approved by those who decide on it (UGR п. 4.4). Attribute `kind`.
    public static let programApproved = EventName("program-approved")
    /// Accompaniment began. Attribute `months`: the agreed term.
    public static let accompanimentStarted = EventName("accompaniment-started")
    /// Accompaniment was extended (UGR п. 5.2). Attribute `months`: the whole term from the start.
    public static let accompanimentExtended = EventName("accompaniment-extended")
    /// A record of a kind that the act declares was made. Attribute `kind`.
    public static let entryRecorded = EventName("entry-recorded")
    /// The birthday that takes the person to another category. Attributes `from`, `to`; derived, never recorded.
    public static let categoryChanges = EventName("category-changes")

    /// Every name that a pack may use, including those whose facts later acts will bring.
    public static let known: Set<EventName> = [
        .referralReceived, .contactAttempted, .consentRecorded, .meetingAgreed, .meetingHeld, .surveyRecorded, .programDrafted,
        .programAgreed, .registryMarked, .curatorAssigned, .monthEnded, .quarterEnded, .halfYearEnded,
        .yearStarted,
        EventName("register-entry-formed"), EventName("application-received"), EventName("application-registered"),
        EventName("draft-prepared"), EventName("request-sent"), EventName("request-delivered"),
        .accompanimentStarted, .accompanimentExtended, EventName("training-started"), .yearEnded, .programApproved,
        .entryRecorded, .categoryChanges, EventName("request-answered"), EventName("fee-decided"),
    ]
}

/// Which events a rule speaks of: a name and, where the rule is narrower, allowed values of attributes.
public struct EventPattern: Hashable, Sendable {
    /// The event's name.
    public var name: EventName
    /// Allowed values by attribute; an attribute not named here may have any value.
    public var filters: [String: Set<String>]
    /// True when only the record that set off the term will do: the answer to this very request.
    public var isSameRecord: Bool

    /// Events of a name, narrowed by attributes.
    public init(_ name: EventName, where filters: [String: Set<String>] = [:], sameRecord: Bool = false) {
        self.name = name
        self.filters = filters
        isSameRecord = sameRecord
    }

    /// Whether the event is one the pattern speaks of.
    public func matches(_ event: CaseEvent) -> Bool {
        event.name == name && filters.allSatisfy { key, allowed in event.attributes[key].map(allowed.contains) ?? false }
    }

    /// Whether the event is one the pattern speaks of for a term that `trigger` set off.
    public func matches(_ event: CaseEvent, setOffBy trigger: CaseEvent) -> Bool {
        (!isSameRecord || event.recordID == trigger.recordID) && matches(event)
    }
}

/// A dated fact: what happened, when, with what attributes.
public struct CaseEvent: Hashable, Sendable {
    /// What happened.
    public var name: EventName
    /// When; the time where known.
    public var at: CivilDateTime
    /// The record that tells of it; for events of the calendar an identifier of the period.
    public var recordID: RecordID
    /// Details by which packs narrow their rules.
    public var attributes: [String: String]

    /// A dated fact.
    public init(_ name: EventName, at: CivilDateTime, recordID: RecordID, attributes: [String: String] = [:]) {
        self.name = name
        self.at = at
        self.recordID = recordID
        self.attributes = attributes
    }
}
