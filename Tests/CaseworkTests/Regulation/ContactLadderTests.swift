import Casework
import CaseworkTestSupport
import Testing

@Suite("The ladder of contact: phone, visit, letter")
struct ContactLadderTests {
    private func isOpen(_ method: ContactMethod, _ desk: TestCase, on day: CivilDate? = nil) -> Bool {
        let ladder = desk.file.ladder(under: .test, office: desk.office, on: day)
        return ladder.first { $0.step.method == method }?.isOpen ?? false
    }

    private func call(_ outcome: ContactOutcome, _ at: CivilDateTime, target: String? = nil) -> LogContactAttempt {
        LogContactAttempt(method: .phone, outcome: outcome, at: at, target: target)
    }

    @Test("A new case may be called, not visited, not written to")
    func start() throws {
        let desk = try TestCase()
        #expect(ContactMethod.allCases.map { isOpen($0, desk) } == [true, false, false])
    }

    @Test(
        "A visit is open after unanswered calls on as many different days as the office says, not before",
        arguments: [
            (3, 2, false), (3, 3, true), (3, 4, true), (2, 1, false), (2, 2, true), (1, 1, true), (0, 0, false), (0, 1, true),
        ])
    func failedDays(needed: Int, days: Int, expected: Bool) throws {
        var office = OfficeSettings.test
        office.failedCalls = needed
        var desk = try TestCase(office: office)
        for index in 0..<days { try desk.callInVain(on: ("2025-03-06" as CivilDate).adding(days: index)) }
        #expect(isOpen(.visit, desk) == expected)
        let visit = desk.file.ladder(under: .test, office: office).first { $0.step.method == .visit }
        #expect(visit?.failedDays?.done == days)
        #expect(visit?.failedDays?.needed == max(1, needed))
    }

    @Test("Calls of one day count once, and the default is three days")
    func sameDay() throws {
        #expect(OfficeSettings.defaultFailedCalls == 3)
        var desk = try TestCase()
        for time in ["09:00", "12:00", "15:00", "17:00"] as [CivilTime] {
            try desk.on("2025-03-06", call(.noAnswer, CivilDateTime("2025-03-06", time)))
        }
        try desk.callInVain(on: "2025-03-07")
        #expect(!isOpen(.visit, desk))
        try desk.callInVain(on: "2025-03-10")
        #expect(isOpen(.visit, desk))
    }

    @Test("«Не пытались» and a talk are no failed calls")
    func notFailures() throws {
        var desk = try TestCase()
        try desk.callInVain(on: "2025-03-06", "2025-03-07")
        try desk.on("2025-03-10", call(.notAttempted, "2025-03-10"))
        try desk.on("2025-03-11", call(.reached, "2025-03-11"))
        #expect(!isOpen(.visit, desk))
    }

    @Test("A person who cannot come for health reasons may be visited at once")
    func cannotCome() throws {
        var desk = try TestCase()
        try desk.on("2025-03-06", call(.cannotCome, "2025-03-06"))
        #expect(isOpen(.visit, desk))
        try desk.on("2025-03-06", LogContactAttempt(method: .visit, outcome: .agreed, at: "2025-03-06T15:00"))
        #expect(!isOpen(.post, desk))
    }

    @Test("A person without a number may be visited at once; one whose representative has a number may not")
    func noNumber() throws {
        var citizen = Citizen.test()
        citizen.phones = []
        var desk = try TestCase(citizen: citizen)
        #expect(isOpen(.visit, desk))
        try desk.perform(EditRepresentative(person: "Соколова Мария", phone: "8 914 000-00-02"))
        #expect(!isOpen(.visit, desk))
    }

    @Test("A number found wrong counts only when it is the only one, however it is written")
    func wrongNumber() throws {
        var desk = try TestCase()
        try desk.on("2025-03-06", call(.wrongNumber, "2025-03-06", target: "+7 (914) 000-00-01"))
        #expect(isOpen(.visit, desk))

        var citizen = Citizen.test()
        citizen.phones = ["8 914 000-00-01", "8 914 000-00-03"]
        var second = try TestCase(citizen: citizen)
        try second.on("2025-03-06", call(.wrongNumber, "2025-03-06"))
        #expect(!isOpen(.visit, second))
        try second.on("2025-03-07", call(.wrongNumber, "2025-03-07", target: "89140000003"))
        #expect(isOpen(.visit, second))
        try second.on("2025-03-08", call(.reached, "2025-03-08", target: "8-914-000-00-03"))
        #expect(second.file.hasUsablePhone)
    }

    @Test("A letter is open after a visit at which nobody was met, not after calls alone")
    func letter() throws {
        var desk = try TestCase()
        try desk.callInVain(on: "2025-03-06", "2025-03-07", "2025-03-10", "2025-03-11")
        #expect(!isOpen(.post, desk))
        try desk.on("2025-03-12", LogContactAttempt(method: .visit, outcome: .notAttempted, at: "2025-03-12"))
        #expect(!isOpen(.post, desk))
        try desk.on("2025-03-12", LogContactAttempt(method: .visit, outcome: .noAnswer, at: "2025-03-12"))
        #expect(isOpen(.post, desk))
        try desk.on("2025-03-13", LogContactAttempt(method: .post, outcome: .sent, at: "2025-03-13"))
        try desk.on("2025-03-25", LogContactAttempt(method: .post, outcome: .returned, at: "2025-03-25"))
        #expect(throws: Refusal("attempt.nothing-sent")) {
            try desk.on("2025-03-26", LogContactAttempt(method: .post, outcome: .returned, at: "2025-03-26"))
        }
    }

    @Test("A new referral begins the ladder anew, from its own hour on")
    func newReferral() throws {
        var desk = try TestCase()
        try desk.callInVain(on: "2025-03-06", "2025-03-07", "2025-03-10")
        #expect(isOpen(.visit, desk))
        try desk.on("2025-03-17", AddReferral(source: "agency", receivedOn: "2025-03-17"))
        #expect(!isOpen(.visit, desk))
        #expect(desk.file.currentAttempts.isEmpty)
        try desk.callInVain(on: "2025-03-17", "2025-03-18", "2025-03-19")
        #expect(isOpen(.visit, desk))
        #expect(desk.file.attemptCount == 6)
    }

    @Test("A backdated visit may lean only on calls made by its day")
    func backdated() throws {
        var desk = try TestCase()
        try desk.callInVain(on: "2025-03-06", "2025-03-07", "2025-03-10")
        #expect(!isOpen(.visit, desk, on: "2025-03-07"))
        #expect(throws: Refusal.self) {
            try desk.perform(LogContactAttempt(method: .visit, outcome: .noAnswer, at: "2025-03-07"))
        }
        try desk.perform(LogContactAttempt(method: .visit, outcome: .noAnswer, at: "2025-03-10"))
    }

    @Test("Each means has its own outcomes")
    func outcomes() {
        #expect(ContactOutcome.possible(for: .post) == [.sent, .returned])
        #expect(!ContactOutcome.possible(for: .visit).contains(.wrongNumber))
        #expect(Set(ContactMethod.allCases.flatMap(ContactOutcome.possible)) == Set(ContactOutcome.allCases))
    }
}
