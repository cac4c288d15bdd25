import Casework
import CaseworkTestSupport
import Testing

@Suite("What a worker does to a case")
struct ActionTests {
    private let measure = Measure(area: "legal", title: "Пенсия", volume: "1", periodicity: "разово", duration: "месяц")
    private let needs = [Need(area: "legal", text: "Пенсия")]

    @Test("A first referral opens a case with its person, cover, category and stage, under new identifiers")
    func opening() throws {
        let citizen = Citizen.test(born: "2007-05-17", status: .child)
        let open = OpenCase(
            citizen: citizen, representative: ("Соколова Мария", "8 914 000-00-02"), regulation: "irkutsk-414r",
            source: "выписка из ИПРА", receivedOn: "2025-03-03", curator: " petrova ", note: "срочно")
        let file = try open.decide(number: 7, in: .test(now: "2025-03-05T09:00"))
        #expect(file.header.number == 7)
        #expect(file.header.stage == "identified")
        #expect(file.header.category == "child")
        #expect(file.header.categoryUntil == "2025-05-17")
        #expect(file.header.openedOn == "2025-03-03")
        #expect(file.header.curator == "petrova")
        #expect(file.header.curatorSince == "2025-03-05")
        #expect(file.referrals.map(\.source) == ["ipra"])
        #expect(file.representatives.map(\.phone) == ["8 914 000-00-02"])
        #expect(file.citizen.fullName == citizen.fullName && file.citizen.id == file.header.citizenID)
        #expect(Set(file.records.map(\.id)).count == file.records.count)
        #expect(file.records.allSatisfy { $0.version == 0 })
    }

    @Test("A case is not opened on impossible facts")
    func refusedOpenings() {
        func open(
            _ citizen: Citizen = .test(), act: String = "irkutsk-414r", source: String = "ipra", on day: CivilDate = "2025-03-05"
        ) throws {
            _ = try OpenCase(citizen: citizen, regulation: act, source: source, receivedOn: day).decide(number: 1, in: .test())
        }
        #expect(throws: Refusal("regulation.missing", arguments: ["none"])) { try open(act: "none") }
        #expect(throws: Refusal.self) { try open(source: "rumour") }
        #expect(throws: Refusal("date.future", arguments: ["06.03.2025", "05.03.2025"])) { try open(on: "2025-03-06") }
        #expect(throws: Refusal("date.before-birth", arguments: ["16.05.1980"])) { try open(on: "1980-05-16") }
        #expect(throws: Refusal("citizen.name-empty")) { try open(.test(given: "")) }
        #expect(throws: Refusal("citizen.born-too-early", arguments: ["04.03.1899"])) { try open(.test(born: "1899-03-04")) }
        #expect(throws: Never.self) { try open(.test(born: "1899-03-06")) }
    }

    @Test("The stage goes forward with the work, aside for a refusal and a closing, and back to where it was")
    func stages() throws {
        var desk = try TestCase()
        var seen = [desk.file.header.stage]
        func step(_ day: CivilDate, _ action: any CaseAction) throws {
            try desk.on(day, action)
            seen.append(desk.file.header.stage)
        }
        try step("2025-03-06", LogContactAttempt(method: .phone, outcome: .notAttempted, at: "2025-03-06"))
        try step("2025-03-07", LogContactAttempt(method: .phone, outcome: .agreed, at: "2025-03-07"))
        try step("2025-03-11", RecordSurvey(on: "2025-03-11", needs: needs))
        try step("2025-03-12", DraftProgram(kind: "ipss", on: "2025-03-12", measures: [measure]))
        try step("2025-03-13", RecordConsent(isGiven: false, on: "2025-03-13"))
        try step("2025-03-14", RecordConsent(isGiven: true, on: "2025-03-14"))
        try step("2025-03-14", AgreeProgram(kind: "ipss", on: "2025-03-14"))
        try step("2025-03-17", CloseCase(ground: "moved", on: "2025-03-17"))
        try step("2025-03-18", ReopenCase(reason: "вернулась"))
        #expect(
            seen == [
                "identified", "identified", "contact", "meeting", "program", "refused", "program", "accompaniment", "closed",
                "accompaniment",
            ])
        #expect(desk.file.header.reopeningGround == "вернулась")
        #expect(desk.file.header.closingGround == nil)
    }

    @Test("Consent or refusal spoken at a call or a visit is recorded with it")
    func spokenConsent() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        #expect(desk.file.consents.map(\.isGiven) == [true])
        #expect(desk.file.attempts.map(\.target) == ["8 914 000-00-01"])
        try desk.on("2025-03-07", LogContactAttempt(method: .phone, outcome: .reached, at: "2025-03-07", target: "8 950 1"))
        #expect(desk.file.consents.count == 1)
        #expect(desk.file.attempts.last?.target == "8 950 1")
        #expect(desk.file.attempts.allSatisfy { $0.worker == "ivanova" })
    }

    @Test("A call later today is refused, one earlier today or on the day of the referral is not")
    func clock() throws {
        var desk = try TestCase()
        desk.now = "2025-03-05T10:00"
        #expect(throws: Refusal("date.future", arguments: ["05.03.2025 10:01", "05.03.2025 10:00"])) {
            try desk.perform(LogContactAttempt(method: .phone, outcome: .noAnswer, at: "2025-03-05T10:01"))
        }
        try desk.perform(LogContactAttempt(method: .phone, outcome: .noAnswer, at: "2025-03-05T10:00"))
        try desk.perform(LogContactAttempt(method: .phone, outcome: .noAnswer, at: "2025-03-05"))
    }

    @Test("A new meeting calls off the planned one; a meeting past may be recorded, on the day it was")
    func meetings() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.perform(AgreeMeeting(at: "2025-03-12T10:00"))
        #expect(desk.findings.isEmpty)
        try desk.perform(AgreeMeeting(at: "2025-03-08T10:00", place: " на дому "))
        #expect(desk.findings.map(\.code) == ["meeting.day-off"])
        #expect(desk.file.meetings.map(\.status) == [.planned, .cancelled])
        #expect(desk.file.meetings.first?.place == "на дому")
        #expect(throws: Refusal.self) { try desk.perform(SettleMeeting(status: .held)) }
        try desk.on("2025-03-08", SettleMeeting(status: .missed))
        try desk.on("2025-03-14", AgreeMeeting(at: "2025-03-13"))
        #expect(desk.file.meetings.last?.agreedOn == "2025-03-13")
        #expect(throws: Refusal.self) { try desk.perform(AgreeMeeting(at: "2025-03-20", agreedOn: "2025-03-15")) }
        try desk.perform(SettleMeeting(status: .held))
        #expect(desk.file.meetings.map(\.status) == [.missed, .cancelled, .held])
    }

    @Test("A refusal and a closing call off the meetings to come; a refusal of an earlier day does not undo later consent")
    func calledOff() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-07")
        try desk.perform(AgreeMeeting(at: "2025-03-20"))
        try desk.perform(RecordConsent(isGiven: false, on: "2025-03-06"))
        #expect(desk.file.meetings.map(\.status) == [.planned])
        var refused = desk
        try refused.on("2025-03-10", LogContactAttempt(method: .phone, outcome: .refused, at: "2025-03-10", note: "нет сил"))
        #expect(refused.file.meetings.map(\.status) == [.cancelled])
        #expect(refused.file.accompanimentConsent?.note == "нет сил")
        try desk.perform(CloseCase(ground: "died", on: "2025-03-07"))
        #expect(desk.file.meetings.map(\.status) == [.cancelled])
        #expect(desk.file.header.closedOn == "2025-03-07")
    }

    @Test("A survey belongs to the meeting of its day, else to an earlier one not yet surveyed, else to a new one")
    func surveys() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.perform(AgreeMeeting(at: "2025-03-07"))
        try desk.on("2025-03-07", SettleMeeting(status: .held))
        try desk.perform(AgreeMeeting(at: "2025-03-11"))
        try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: needs))
        let meetings = desk.file.meetings
        #expect(meetings.map(\.status) == [.held, .held])
        #expect(desk.file.surveys.last?.meetingID == meetings.last?.id)
        try desk.on("2025-03-12", RecordSurvey(on: "2025-03-12", needs: needs))
        #expect(desk.file.surveys.last?.meetingID == meetings.first?.id)
        try desk.on("2025-03-13", RecordSurvey(on: "2025-03-13", needs: needs))
        #expect(desk.file.meetings.count == 3)
        #expect(desk.file.meetings.last?.on == "2025-03-13")
    }

    @Test("Needs in social services are remarked on, for they call for an ИППСУ")
    func socialServices() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.perform(RecordSurvey(on: "2025-03-06", needs: [Need(area: "social-service", text: "Уборка")]))
        #expect(desk.findings.map(\.code) == ["survey.social-service-program"])
        try desk.perform(DraftProgram(kind: "ipss", on: "2025-03-06"))
        #expect(desk.findings.map(\.code) == ["program.incomplete", "program.other-kind"])
    }

    @Test("A draft takes its lines from the needs, is rewritten while a draft, and a new version replaces the agreed one")
    func programs() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.perform(RecordSurvey(on: "2025-03-06", needs: needs))
        try desk.perform(DraftProgram(kind: "ipss", on: "2025-03-06", note: "первая"))
        #expect(desk.file.programs.map(\.measures) == [[Measure(area: "legal", title: "Пенсия")]])
        try desk.on("2025-03-07", DraftProgram(kind: "ipss", on: "2025-03-07", from: "2025-04-01", measures: [measure]))
        #expect(desk.file.programs.count == 1)
        #expect(desk.file.programs.first?.draftedOn == "2025-03-06")
        #expect(desk.file.programs.first?.note == "первая")
        try desk.perform(AgreeProgram(kind: "ipss", on: "2025-03-07"))
        #expect(desk.file.currentProgram(kind: "ipss")?.status == .agreed)

        try desk.on("2025-04-01", DraftProgram(kind: "ipss", on: "2025-04-01", measures: [measure, measure]))
        #expect(desk.file.programs.map(\.status) == [.agreed, .draft])
        try desk.perform(AgreeProgram(kind: "ipss", on: "2025-04-01"))
        #expect(desk.file.programs.map(\.status) == [.replaced, .agreed])
        #expect(desk.file.programs.map(\.ordinal) == [1, 2])
        #expect(desk.file.programs.map(\.agreedOn) == ["2025-03-07", "2025-04-01"])
        #expect(desk.file.currentProgram(kind: "ipss")?.ordinal == 2)
    }

    @Test("Calls without a number and letters without an address are remarked on")
    func remarks() throws {
        var citizen = Citizen.test()
        citizen.phones = []
        citizen.address = PostalAddress()
        var desk = try TestCase(citizen: citizen)
        try desk.perform(LogContactAttempt(method: .phone, outcome: .noAnswer, at: "2025-03-05"))
        #expect(desk.findings.map(\.code) == ["attempt.no-number"])
        try desk.perform(LogContactAttempt(method: .visit, outcome: .noAnswer, at: "2025-03-05"))
        try desk.perform(LogContactAttempt(method: .post, outcome: .sent, at: "2025-03-05"))
        #expect(desk.findings.map(\.code) == ["attempt.no-address"])
    }

    @Test("A representative is added, mended and kept with the paper that gives the authority")
    func representatives() throws {
        var desk = try TestCase()
        try desk.perform(EditRepresentative(person: " Соколова Мария ", relation: "мать", phone: ""))
        let first = try #require(desk.file.representatives.first)
        #expect(first.name == "Соколова Мария" && first.phone == nil)
        let mended = EditRepresentative(
            representativeID: first.id, person: "Соколова Мария", relation: "мать", authority: "свидетельство о рождении")
        try desk.perform(mended)
        #expect(desk.file.representatives.map(\.authority) == ["свидетельство о рождении"])
        #expect(throws: Refusal("nothing-changed")) { try desk.perform(mended) }
    }

    @Test("The card may be mended in a closed case, and the category follows")
    func editing() throws {
        var desk = try TestCase()
        try desk.perform(CloseCase(ground: "moved", on: "2025-03-05"))
        var citizen = desk.file.citizen
        #expect(throws: Refusal("nothing-changed")) { try desk.perform(EditCitizen(citizen: citizen)) }
        citizen.born = "1950-01-01"
        try desk.perform(EditCitizen(citizen: citizen))
        #expect(desk.file.header.category == "senior")
        #expect(desk.file.header.categoryUntil == nil)
        #expect(desk.file.header.stage == "closed")
    }
}
