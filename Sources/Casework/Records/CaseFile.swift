/// Дело сопровождения: everything about one citizen under one or more acts, as values.
public struct CaseFile: Hashable, Sendable, Codable {
    /// The cover.
    public var header: CaseHeader
    /// The person.
    public var citizen: Citizen
    /// Representatives.
    public var representatives: [Representative] = []
    /// Referrals by day.
    public var referrals: [Referral] = []
    /// Contact attempts by day and time.
    public var attempts: [ContactAttempt] = []
    /// Consents and refusals by day.
    public var consents: [Consent] = []
    /// Meetings by day.
    public var meetings: [Meeting] = []
    /// Surveys by day.
    public var surveys: [NeedsSurvey] = []
    /// Programmes in the order drawn up.
    public var programs: [SupportProgram] = []
    /// Decisions on obligations in the order made.
    public var overrides: [ObligationOverride] = []
    /// Marks of entry in outer systems.
    public var marks: [RegistryMark] = []

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
    public mutating func apply(_ record: any CaseRecord) {
        switch record {
        case let value as CaseHeader: header = value
        case let value as Citizen: citizen = value
        case let value as Representative: representatives.upsert(value) { _, _ in false }
        case let value as Referral: referrals.upsert(value) { $0.receivedOn < $1.receivedOn }
        case let value as ContactAttempt:
            attempts.upsert(value) { CivilDateTime($1.on, $1.at).isAfter(CivilDateTime($0.on, $0.at)) }
        case let value as Consent: consents.upsert(value) { $0.on < $1.on }
        case let value as Meeting: meetings.upsert(value) { CivilDateTime($1.on, $1.at).isAfter(CivilDateTime($0.on, $0.at)) }
        case let value as NeedsSurvey: surveys.upsert(value) { $0.on < $1.on }
        case let value as SupportProgram: programs.upsert(value) { _, _ in false }
        case let value as ObligationOverride: overrides.upsert(value) { _, _ in false }
        case let value as RegistryMark: marks.upsert(value) { $0.on < $1.on }
        default: preconditionFailure("a kind of record without a place in the case file")
        }
    }

    /// The dated facts that rules speak of, in no particular order.
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

extension Array where Element: CaseRecord {
    /// Replaces the element with the same identifier, or inserts the new one after those that come before it.
    mutating func upsert(_ element: Element, _ comesBefore: (Element, Element) -> Bool) {
        if let index = firstIndex(where: { $0.id == element.id }) { remove(at: index) }
        let place = lastIndex { !comesBefore(element, $0) }.map { $0 + 1 } ?? 0
        insert(element, at: place)
    }
}
