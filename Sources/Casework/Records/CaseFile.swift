/// Дело сопровождения: everything about one citizen under one or more acts, as values.
public struct CaseFile: Hashable, Sendable, Codable {
    /// The cover.
    public var header: CaseHeader
    /// The person.
    public var citizen: Citizen
    /// Representatives.
    public var representatives: [Representative] = []
    /// Referrals by day and time.
    public var referrals: [Referral] = []
    /// Contact attempts by day and time.
    public var attempts: [ContactAttempt] = []
    /// Consents and refusals by day.
    public var consents: [Consent] = []
    /// Meetings by day and time.
    public var meetings: [Meeting] = []
    /// Surveys by day.
    public var surveys: [NeedsSurvey] = []
    /// Programmes in the order drawn up.
    public var programs: [SupportProgram] = []
    /// Decisions on obligations in the order made.
    public var overrides: [ObligationOverride] = []
    /// Marks of entry in outer systems.
    public var marks: [RegistryMark] = []
    /// Entries of the kinds that the acts' packs declare, by day and time.
    public var entries: [CaseEntry] = []

    /// A case file with its cover and its person.
    public init(header: CaseHeader, citizen: Citizen) {
        self.header = header
        self.citizen = citizen
    }

    /// The last attempt at which the person was spoken to.
    public var lastContact: ContactAttempt? { attempts.last { $0.outcome.isContact } }

    /// How many attempts were really made.
    public var attemptCount: Int { attempts.count { $0.outcome.isAttempt } }

    /// The last word on accompaniment: consent, refusal, or nil when neither was recorded.
    public var accompanimentConsent: Consent? { consents.last { $0.to == .accompaniment } }

    /// Whether the last word is a refusal.
    public var isRefused: Bool { accompanimentConsent.map { !$0.isGiven } ?? false }

    /// The programme of a kind that stands: the last that was not replaced.
    public func currentProgram(kind: String) -> SupportProgram? {
        programs.last { $0.programKind == kind && $0.status != .replaced }
    }

    /// Puts a record in its place: over the one with the same identifier, or in the order of its day.
    ///
    /// Records of one day stand by time, those without a time last, then in the order they were made (identifiers grow
    /// with time). So the file is the same in whatever order its records are applied: after an edit, an undo, a reading
    /// from the store.
    public mutating func apply(_ record: any CaseRecord) {
        switch record {
        case let value as CaseHeader: header = value
        case let value as Citizen: citizen = value
        case let value as Representative: representatives.upsert(value) { Place($0.id) }
        case let value as Referral: referrals.upsert(value) { Place($0.id, $0.receivedOn, $0.receivedAt) }
        case let value as ContactAttempt: attempts.upsert(value) { Place($0.id, $0.on, $0.at) }
        case let value as Consent: consents.upsert(value) { Place($0.id, $0.on) }
        case let value as Meeting: meetings.upsert(value) { Place($0.id, $0.on, $0.at) }
        case let value as NeedsSurvey: surveys.upsert(value) { Place($0.id, $0.on) }
        case let value as SupportProgram: programs.upsert(value) { Place($0.id) }
        case let value as ObligationOverride: overrides.upsert(value) { Place($0.id) }
        case let value as RegistryMark: marks.upsert(value) { Place($0.id, $0.on) }
        case let value as CaseEntry: entries.upsert(value) { Place($0.id, $0.on, $0.at) }
        default: preconditionFailure("a kind of record without a place in the case file")
        }
    }

    /// The dated facts that every act may speak of, in no particular order; ``events(under:)`` adds what entries tell.
    public var events: [CaseEvent] {
        var events: [CaseEvent] = []
        for referral in referrals {
            events.append(
                CaseEvent(
                    .referralReceived, at: CivilDateTime(referral.receivedOn, referral.receivedAt), recordID: referral.id,
                    attributes: ["source": referral.source, "regulation": referral.regulation]))
        }
        for attempt in attempts {
            events.append(
                CaseEvent(
                    .contactAttempted, at: CivilDateTime(attempt.on, attempt.at), recordID: attempt.id,
                    attributes: ["method": attempt.method.rawValue, "outcome": attempt.outcome.rawValue]))
        }
        for consent in consents {
            events.append(
                CaseEvent(
                    .consentRecorded, at: CivilDateTime(consent.on), recordID: consent.id,
                    attributes: ["to": consent.to.rawValue, "answer": consent.isGiven ? "given" : "refused"]))
        }
        for meeting in meetings {
            events.append(CaseEvent(.meetingAgreed, at: CivilDateTime(meeting.agreedOn), recordID: meeting.id))
            if meeting.status == .held {
                events.append(CaseEvent(.meetingHeld, at: CivilDateTime(meeting.on, meeting.at), recordID: meeting.id))
            }
        }
        for survey in surveys {
            events.append(CaseEvent(.surveyRecorded, at: CivilDateTime(survey.on), recordID: survey.id))
        }
        for program in programs {
            let attributes = ["kind": program.programKind]
            events.append(
                CaseEvent(.programDrafted, at: CivilDateTime(program.draftedOn), recordID: program.id, attributes: attributes))
            if let day = program.agreedOn {
                events.append(CaseEvent(.programAgreed, at: CivilDateTime(day), recordID: program.id, attributes: attributes))
            }
        }
        for mark in marks {
            events.append(
                CaseEvent(.registryMarked, at: CivilDateTime(mark.on), recordID: mark.id, attributes: ["subject": mark.subject]))
        }
        if header.curator != nil, let day = header.curatorSince {
            events.append(CaseEvent(.curatorAssigned, at: CivilDateTime(day), recordID: header.id))
        }
        return events
    }
}

/// Where a record stands among those of its kind: by day, time and the order made. A total order.
private struct Place: Comparable {
    let day: CivilDate?
    let minute: Int
    let id: RecordID

    init(_ id: RecordID, _ day: CivilDate? = nil, _ time: CivilTime? = nil) {
        self.id = id
        self.day = day
        minute = time?.minuteOfDay ?? .max
    }

    static func < (left: Place, right: Place) -> Bool {
        if let leftDay = left.day, let rightDay = right.day, leftDay != rightDay { return leftDay < rightDay }
        return (left.minute, left.id) < (right.minute, right.id)
    }
}

extension Array where Element: CaseRecord {
    /// Puts the element in its place, instead of the one with the same identifier where there is one.
    fileprivate mutating func upsert(_ element: Element, _ place: (Element) -> Place) {
        if let index = firstIndex(where: { $0.id == element.id }) { remove(at: index) }
        let own = place(element)
        insert(element, at: lastIndex { place($0) < own }.map { $0 + 1 } ?? 0)
    }
}
