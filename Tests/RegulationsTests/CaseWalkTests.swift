import Casework
import MarshrutResources
import Synchronization
import Testing

@testable import Regulations

/// A case led through the act from the extract to the programme, as a curator would.
@Suite("A case under 414-р")
struct CaseWalkTests {
    private let pack: RegulationPack
    private let calendar: ProductionCalendar

    init() throws {
        pack = try RegulationPack.load(ResourceFolder.path("Regulations", "irkutsk-414r"))
        calendar = try ShippedCalendar.load(officeFolder: nil)
    }

    private func context(_ iso: String, _ salt: UInt64) throws -> DecisionContext {
        let day = try #require(CivilDate(iso: iso))
        let ids = Counter(salt)
        return DecisionContext(
            regulations: [pack.regulation], calendar: calendar,
            office: OfficeSettings(organisation: "УСЗСОН", regulations: [pack.id]),
            now: CivilDateTime(day, CivilTime(hour: 12, minute: 0)), worker: "sidorova", newID: { ids.next() })
    }

    private func perform(_ action: some CaseAction, on file: inout CaseFile, _ iso: String, _ salt: UInt64) throws {
        for change in try action.decide(file, in: try context(iso, salt)).changes { file.apply(change) }
    }

    private func state(_ rule: String, of file: CaseFile, _ iso: String) throws -> ObligationState? {
        let context = try context(iso, 0)
        return context.engine.obligations(of: file).first { $0.rule == "irkutsk-414r.\(rule)" }?.state(on: context.now.date)
    }

    @Test("From the extract to the agreed programme")
    func walk() throws {
        var citizen = Citizen(id: RecordID(high: 0, low: 0), family: "Ёлкина", given: "Анна", born: CivilDate(dayNumber: 5_000))
        citizen.disability.status = .group2
        citizen.phones = ["8 902 111-22-33"]
        let opening = OpenCase(
            citizen: citizen, regulation: pack.id, source: "Выписка из ИПРА",
            receivedOn: try #require(CivilDate(iso: "2025-04-28")))
        var file = try opening.decide(number: 1, in: try context("2025-04-28", 100))
        #expect(file.header.stage == "signal")
        #expect(file.header.category == "working-age")
        #expect(try state("notify", of: file, "2025-05-07") == .open)
        #expect(try state("notify", of: file, "2025-05-08") == .overdue)
        #expect(try state("agree-meeting", of: file, "2025-05-07") == nil, "no duty before consent")

        try perform(AssignCurator(curator: "sidorova"), on: &file, "2025-04-28", 200)
        #expect(file.header.stage == "gathering")
        let day = CivilDateTime(try #require(CivilDate(iso: "2025-04-29")))
        try perform(LogContactAttempt(method: .phone, outcome: .agreed, at: day), on: &file, "2025-04-29", 300)
        #expect(file.header.stage == "contact")
        #expect(try state("notify", of: file, "2025-04-29") == .done)
        #expect(try state("identify-need", of: file, "2025-04-29") == .done)
        #expect(try state("agree-meeting", of: file, "2025-04-29") == .open)
        #expect(try state("register-notice", of: file, "2025-04-29") == .open)

        let meeting = CivilDateTime(try #require(CivilDate(iso: "2025-05-06")))
        try perform(AgreeMeeting(at: meeting), on: &file, "2025-04-30", 400)
        try perform(MarkRegistry(subject: "notification", on: day.date), on: &file, "2025-04-30", 500)
        #expect(file.header.stage == "contact")
        #expect(try state("agree-meeting", of: file, "2025-05-06") == .done)
        #expect(try state("register-notice", of: file, "2025-05-06") == .done)

        try perform(SettleMeeting(status: .held), on: &file, "2025-05-06", 600)
        #expect(file.header.stage == "consultation")
        #expect(try state("survey", of: file, "2025-05-06") == .open)
        let survey = RecordSurvey(on: meeting.date, needs: [Need(area: "legal", text: "Оформить льготу")])
        try perform(survey, on: &file, "2025-05-06", 700)
        #expect(file.header.stage == "measures")
        #expect(try state("survey", of: file, "2025-05-07") == .done)
        #expect(try state("register-survey", of: file, "2025-05-07") == .overdue)

        let measure = Measure(
            area: "legal", title: "Оформить льготу", volume: "1 услуга", periodicity: "однократно", duration: "30 дней")
        try perform(DraftProgram(kind: "ipss", on: meeting.date, measures: [measure]), on: &file, "2025-05-06", 800)
        #expect(file.header.stage == "programme")
        try perform(AgreeProgram(kind: "ipss", on: meeting.date), on: &file, "2025-05-06", 900)
        #expect(file.header.stage == "implementation")
        try perform(CloseCase(ground: "goals-reached", on: meeting.date), on: &file, "2025-05-06", 1_000)
        #expect(file.header.stage == "closed")
    }

    @Test("A refusal has a stage of its own and calls for no meeting")
    func refusal() throws {
        var citizen = Citizen(id: RecordID(high: 0, low: 0), family: "Ёлкина", given: "Анна", born: CivilDate(dayNumber: 5_000))
        citizen.phones = ["8 902 111-22-33"]
        let opening = OpenCase(
            citizen: citizen, regulation: pack.id, source: "agency", receivedOn: try #require(CivilDate(iso: "2025-04-28")))
        var file = try opening.decide(number: 1, in: try context("2025-04-28", 100))
        let day = CivilDateTime(try #require(CivilDate(iso: "2025-04-29")))
        try perform(LogContactAttempt(method: .phone, outcome: .refused, at: day), on: &file, "2025-04-29", 300)
        #expect(file.header.stage == "refused")
        #expect(try state("notify", of: file, "2025-04-29") == .done)
        #expect(try state("agree-meeting", of: file, "2025-04-29") == nil)
        #expect(throws: Refusal.self) { try AgreeMeeting(at: day).decide(file, in: try context("2025-04-30", 400)) }
    }
}

/// Identifiers one after another.
private final class Counter: Sendable {
    private let drawn: Atomic<UInt64>

    init(_ salt: UInt64) { drawn = Atomic(salt) }

    func next() -> RecordID { RecordID(high: 1, low: drawn.add(1, ordering: .relaxed).newValue) }
}
