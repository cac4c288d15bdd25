import Casework
import CaseworkTestSupport

/// For every refusal code a case that provokes it: the first thing to write when a rule is added.
enum Provocations {
    typealias Provocation = @Sendable () throws -> Void

    static let all: [String: Provocation] = cases.merging(contacts) { $1 }.merging(meetings) { $1 }.merging(programs) { $1 }
        .merging(people) { $1 }.merging(obligations) { $1 }.merging(entries) { $1 }.merging(fees) { $1 }

    private static let cases: [String: Provocation] = [
        "case.closed": { try closed { try $0.perform(AssignCurator(curator: "petrova")) } },
        "case.open": { try fresh { try $0.perform(ReopenCase(reason: "вернулась")) } },
        "close.ground-unknown": { try fresh { try $0.perform(CloseCase(ground: "bored", on: "2025-03-05")) } },
        "reopen.no-reason": { try closed { try $0.perform(ReopenCase(reason: " \n")) } },
        "curator.empty": { try fresh { try $0.perform(AssignCurator(curator: "  ")) } },
        "curator.same": {
            try fresh {
                try $0.perform(AssignCurator(curator: "petrova"))
                try $0.perform(AssignCurator(curator: " petrova "))
            }
        },
        "date.future": { try fresh { try $0.perform(CloseCase(ground: "moved", on: "2025-03-06")) } },
        "date.before-referral": { try fresh { try $0.perform(RecordConsent(isGiven: true, on: "2025-03-04")) } },
        "date.before-birth": { try fresh { try $0.perform(AddReferral(source: "ipra", receivedOn: "1980-05-16")) } },
        "regulation.missing": {
            try fresh { try $0.perform(AddReferral(regulation: "atlantis", source: "ipra", receivedOn: "2025-03-05")) }
        },
        "regulation.not-of-case": {
            try several { try $0.perform(CloseCase(ground: "learned", on: "2025-03-05", regulation: "second-act")) }
        },
        "regulation.ended": {
            try several { desk in
                try desk.perform(AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-05"))
                let ending = CloseCase(ground: "learned", on: "2025-03-05", regulation: "second-act")
                try desk.perform(ending)
                try desk.perform(ending)
            }
        },
        "source.unknown": { try fresh { try $0.perform(AddReferral(source: "rumour", receivedOn: "2025-03-05")) } },
        "referral.repeated": { try fresh { try $0.perform(AddReferral(source: "ipra", receivedOn: "2025-03-05")) } },
        "registry.subject-unknown": { try fresh { try $0.perform(MarkRegistry(subject: "weather", on: "2025-03-05")) } },
    ]

    private static let entries: [String: Provocation] = [
        "entry.kind-unknown": { try fresh { try $0.perform(entry("agreement", [:])) } },
        "entry.field-unknown": { try fresh { try $0.perform(entry("request", ["via": "smev", "colour": "red"])) } },
        "entry.field-missing": { try fresh { try $0.perform(entry("request", ["via": " "])) } },
        "entry.bad-value": { try fresh { try $0.perform(entry("request", ["via": "pigeon"])) } },
        "entry.too-many": { try fresh { try $0.perform(entry("request", ["via": "smev", "copies": "10"])) } },
        "entry.not-yet": { try fresh { try $0.perform(entry("team", ["members": "психолог"])) } },
        "entry.no-such": {
            try fresh { desk in
                try desk.perform(
                    RecordEntry(kind: "request", entry: desk.file.header.id, on: "2025-03-05", values: ["via": "smev"]))
            }
        },
    ]

    private static func entry(_ kind: String, _ values: [String: String]) -> RecordEntry {
        RecordEntry(kind: kind, on: "2025-03-05", values: values)
    }

    private static let fees: [String: Provocation] = [
        "fee.no-rules": { try fresh { try $0.perform(DecideFee(on: "2025-03-05", income: .zero, limit: .zero)) } },
        "fee.category-unknown": { try charged(DecideFee(on: "2025-03-05", income: nil, limit: nil, category: "king")) },
        "fee.no-income": { try charged(DecideFee(on: "2025-03-05", income: .zero, limit: nil)) },
        "fee.too-large": { try charged(DecideFee(on: "2025-03-05", income: Money("10000000000"), limit: .zero)) },
    ]

    private static func charged(_ order: DecideFee) throws {
        var desk = try TestCase(regulations: [.withFees])
        try desk.perform(order)
    }

    private static let contacts: [String: Provocation] = [
        "attempt.outcome-impossible": { try fresh { try $0.perform(attempt(.post, .agreed)) } },
        "attempt.nothing-sent": { try fresh { try $0.perform(attempt(.post, .returned)) } },
        "ladder.phone-too-early": {
            var act = Regulation.test
            act.ladder = [LadderStep(method: .phone, allowedWhen: [.failedAttempts(.post, count: 1)], basis: act.consentBasis)]
            var desk = try TestCase(regulations: [act])
            try desk.perform(attempt(.phone, .noAnswer))
        },
        "ladder.visit-too-early": { try fresh { try $0.perform(attempt(.visit, .noAnswer)) } },
        "ladder.post-too-early": { try fresh { try $0.perform(attempt(.post, .sent)) } },
        "consent.given-already": { try agreed { try $0.perform(RecordConsent(isGiven: true, on: "2025-03-07")) } },
        "consent.refused-already": {
            try fresh {
                try $0.perform(attempt(.phone, .refused))
                try $0.perform(RecordConsent(isGiven: false, on: "2025-03-05"))
            }
        },
    ]

    private static let meetings: [String: Provocation] = [
        "meeting.no-consent": { try fresh { try $0.perform(AgreeMeeting(at: "2025-03-10")) } },
        "meeting.before-agreed": { try agreed { try $0.perform(AgreeMeeting(at: "2025-03-06", agreedOn: "2025-03-07")) } },
        "meeting.before-consent": { try agreed { try $0.perform(AgreeMeeting(at: "2025-03-06")) } },
        "meeting.none-planned": { try agreed { try $0.perform(SettleMeeting(status: .held)) } },
        "nothing-changed": {
            try agreed {
                try $0.perform(AgreeMeeting(at: "2025-03-10"))
                try $0.perform(SettleMeeting(status: .planned))
            }
        },
        "survey.no-consent": { try fresh { try $0.perform(survey(on: "2025-03-05")) } },
        "survey.no-needs": { try agreed { try $0.perform(RecordSurvey(on: "2025-03-07", needs: [], note: " ")) } },
        "survey.area-unknown": {
            try agreed { try $0.perform(RecordSurvey(on: "2025-03-07", needs: [Need(area: "magic", text: "Чудо")])) }
        },
    ]

    private static let programs: [String: Provocation] = [
        "program.kind-unknown": { try surveyed { try $0.perform(DraftProgram(kind: "wish", on: "2025-03-11")) } },
        "program.no-survey": { try agreed { try $0.perform(DraftProgram(kind: "ipss", on: "2025-03-07")) } },
        "program.before-survey": { try surveyed { try $0.perform(DraftProgram(kind: "ipss", on: "2025-03-10")) } },
        "program.dates": {
            try surveyed {
                try $0.perform(DraftProgram(kind: "ipss", on: "2025-03-11", from: "2025-04-01", until: "2025-03-31"))
            }
        },
        "program.no-measures": { try surveyed { try $0.perform(DraftProgram(kind: "ipss", on: "2025-03-11", measures: [])) } },
        "program.no-draft": { try surveyed { try $0.perform(AgreeProgram(kind: "ipss", on: "2025-03-11")) } },
        "program.incomplete": {
            try surveyed {
                try $0.perform(DraftProgram(kind: "ipss", on: "2025-03-11"))
                try $0.perform(AgreeProgram(kind: "ipss", on: "2025-03-11"))
            }
        },
        "program.before-draft": {
            try surveyed {
                try $0.on("2025-03-13", DraftProgram(kind: "ipss", on: "2025-03-13"))
                try $0.perform(AgreeProgram(kind: "ipss", on: "2025-03-12"))
            }
        },
        "program.refused": {
            try surveyed {
                try $0.perform(RecordConsent(isGiven: false, on: "2025-03-11"))
                try $0.perform(DraftProgram(kind: "ipss", on: "2025-03-11"))
            }
        },
    ]

    private static let people: [String: Provocation] = [
        "citizen.name-empty": { try edited { $0.family = " " } },
        "citizen.born-future": { try edited { $0.born = "2025-03-06" } },
        "citizen.born-too-early": { try edited { $0.born = "1899-03-05" } },
        "citizen.postcode": { try edited { $0.address.postcode = "66400" } },
        "citizen.disability-dates": {
            try edited { $0.disability = Disability(status: .group1, since: "2025-01-02", until: "2025-01-01") }
        },
        "citizen.ipra-dates": {
            try edited {
                $0.ipraDate = "2025-01-02"
                $0.ipraUntil = "2025-01-01"
            }
        },
        "representative.name-empty": { try fresh { try $0.perform(EditRepresentative(person: "")) } },
        "representative.unknown": {
            try fresh { try $0.perform(EditRepresentative(representativeID: .numbered(99), person: "Соколова Мария")) }
        },
    ]

    private static let obligations: [String: Provocation] = [
        "obligation.no-reason": { try fresh { try $0.perform(waiver("notify", reason: " ")) } },
        "obligation.unknown": { try fresh { try $0.perform(waiver("survey")) } },
        "obligation.done": { try agreed { try $0.perform(waiver("notify")) } },
        "obligation.no-date": { try fresh { try $0.perform(decision("notify", .postponed)) } },
        "obligation.not-later": { try fresh { try $0.perform(decision("notify", .postponed, until: "2025-03-12")) } },
        "obligation.runs": { try fresh { try $0.perform(decision("notify", .resumed)) } },
    ]

    // MARK: The desks on which it happens

    private static func fresh(_ body: (inout TestCase) throws -> Void) throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        try body(&desk)
    }

    private static func several(_ body: (inout TestCase) throws -> Void) throws {
        var desk = try TestCase(receivedOn: "2025-03-05", regulations: [.test, .second])
        try body(&desk)
    }

    private static func closed(_ body: (inout TestCase) throws -> Void) throws {
        try fresh { desk in
            try desk.perform(CloseCase(ground: "moved", on: "2025-03-05"))
            try body(&desk)
        }
    }

    private static func agreed(_ body: (inout TestCase) throws -> Void) throws {
        try fresh { desk in
            try desk.agree(on: "2025-03-07")
            try body(&desk)
        }
    }

    private static func surveyed(_ body: (inout TestCase) throws -> Void) throws {
        try agreed { desk in
            try desk.on("2025-03-11", survey(on: "2025-03-11"))
            try body(&desk)
        }
    }

    private static func edited(_ change: (inout Citizen) -> Void) throws {
        try fresh { desk in
            var citizen = desk.file.citizen
            change(&citizen)
            try desk.perform(EditCitizen(citizen: citizen))
        }
    }

    private static func attempt(_ method: ContactMethod, _ outcome: ContactOutcome) -> LogContactAttempt {
        LogContactAttempt(method: method, outcome: outcome, at: "2025-03-05")
    }

    private static func survey(on day: CivilDate) -> RecordSurvey {
        RecordSurvey(on: day, needs: [Need(area: "medical", text: "Запись к врачу")])
    }

    private static func decision(_ rule: String, _ kind: OverrideKind, until: CivilDate? = nil) -> DecideObligation {
        DecideObligation(rule: "irkutsk-414r.\(rule)", decision: kind, until: until, reason: "по просьбе семьи")
    }

    private static func waiver(_ rule: String, reason: String = "по просьбе семьи") -> DecideObligation {
        DecideObligation(rule: "irkutsk-414r.\(rule)", decision: .waived, reason: reason)
    }
}
