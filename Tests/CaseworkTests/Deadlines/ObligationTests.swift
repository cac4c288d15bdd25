import Casework
import CaseworkTestSupport
import Testing

@Suite("Obligations of a case")
struct ObligationTests {
    @Test(
        "A duty is open to the end of its last day, overdue after it, done in time or late",
        arguments: [
            (nil, "2025-03-12", .open), (nil, "2025-03-13", .overdue), ("2025-03-05", "2025-03-05", .done),
            ("2025-03-12", "2025-04-01", .done), ("2025-03-13", "2025-04-01", .late),
        ] as [(CivilDate?, CivilDate, ObligationState)])
    func states(called: CivilDate?, today: CivilDate, expected: ObligationState) throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        if let called { try desk.on(called, LogContactAttempt(method: .phone, outcome: .reached, at: CivilDateTime(called))) }
        #expect(desk.states("notify", on: today) == [expected])
        #expect(desk.obligations("notify").first?.due == "2025-03-12")
        #expect(desk.obligations("notify").first?.fulfilledAt?.date == called)
    }

    @Test("Only what the act names fulfils a duty: no answer, a wrong number and «не пытались» do not notify")
    func fulfilment() throws {
        var desk = try TestCase()
        for outcome in [.noAnswer, .wrongNumber, .notAttempted] as [ContactOutcome] {
            try desk.on("2025-03-06", LogContactAttempt(method: .phone, outcome: outcome, at: "2025-03-06"))
        }
        #expect(desk.states("notify", on: "2025-03-12") == [.open])
        try desk.on("2025-03-07", LogContactAttempt(method: .phone, outcome: .refused, at: "2025-03-07"))
        #expect(desk.states("notify", on: "2025-03-12") == [.done])
    }

    @Test("A personal visit sets off no term, for the act gives none", arguments: ["personal", "health"])
    func silentSources(source: String) throws {
        let desk = try TestCase(source: source)
        #expect(desk.context.engine.obligations(of: desk.file).isEmpty)
    }

    @Test("A second referral sets off a second term, which earlier work does not fulfil")
    func secondReferral() throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        try desk.on("2025-03-06", LogContactAttempt(method: .phone, outcome: .reached, at: "2025-03-06"))
        try desk.on("2025-04-30", AddReferral(source: "agency", receivedOn: "2025-04-30"))
        #expect(desk.obligations("notify").map(\.due) == ["2025-03-12", "2025-05-13"])
        #expect(desk.states("notify", on: "2025-05-05") == [.done, .open])
        try desk.on("2025-05-14", LogContactAttempt(method: .phone, outcome: .reached, at: "2025-05-14"))
        #expect(desk.states("notify", on: "2025-05-15") == [.done, .late])
    }

    @Test("Work by the clock before the referral's hour does not fulfil its term, work at an unknown hour of the day does")
    func sameDayFulfilment() throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        var referral = try #require(desk.file.referrals.first)
        referral.receivedAt = "12:00"
        desk.file.apply(referral)
        desk.now = "2025-03-05T18:00"
        try desk.perform(LogContactAttempt(method: .phone, outcome: .reached, at: "2025-03-05T11:59"))
        #expect(desk.states("notify", on: "2025-03-05") == [.open])
        try desk.perform(LogContactAttempt(method: .phone, outcome: .reached, at: "2025-03-05"))
        #expect(desk.states("notify", on: "2025-03-05") == [.done])
    }

    @Test("A duty «в случае согласия» exists once consent is given, anew for every referral")
    func onlyAfterConsent() throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        #expect(desk.obligations("agree-meeting").isEmpty)
        try desk.agree(on: "2025-03-05")
        #expect(desk.obligations("agree-meeting").map(\.due) == ["2025-03-12"])
        try desk.perform(AgreeMeeting(at: "2025-03-14T10:00"))
        #expect(desk.states("agree-meeting", on: "2025-03-06") == [.done])

        try desk.on("2025-04-30", AddReferral(source: "agency", receivedOn: "2025-04-30"))
        #expect(desk.obligations("agree-meeting").count == 1)
        try desk.on("2025-05-05", RecordConsent(isGiven: true, on: "2025-05-05"))
        #expect(desk.states("agree-meeting", on: "2025-05-06") == [.done, .open])
    }

    @Test("The survey and its entry are due on the day of the meeting, for every meeting held")
    func meetings() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.perform(AgreeMeeting(at: "2025-03-08T10:00"))
        #expect(desk.obligations("survey").isEmpty)
        try desk.on("2025-03-08", SettleMeeting(status: .held))
        #expect(desk.obligations("survey").map(\.due) == ["2025-03-08"])
        #expect(desk.states("mark-survey", on: "2025-03-08") == [.open])
        #expect(desk.states("mark-survey", on: "2025-03-09") == [.overdue])
        try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: [], note: "нужды нет"))
        #expect(desk.states("survey", on: "2025-03-11") == [.late])
    }

    @Test("A waived duty is waived, a postponed one runs to its new day, the computed date stays beside it")
    func decisions() throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        func decide(_ kind: OverrideKind, until: CivilDate? = nil) -> DecideObligation {
            DecideObligation(rule: "irkutsk-414r.notify", decision: kind, until: until, reason: "семья в отъезде")
        }
        try desk.perform(decide(.postponed, until: "2025-03-20"))
        #expect(desk.obligations("notify").map(\.due) == ["2025-03-12"])
        #expect(desk.obligations("notify").map(\.effectiveDue) == ["2025-03-20"])
        #expect(desk.states("notify", on: "2025-03-20") == [.open])
        #expect(desk.states("notify", on: "2025-03-21") == [.overdue])
        try desk.perform(decide(.suspended))
        #expect(desk.states("notify", on: "2025-03-21") == [.suspended])
        try desk.perform(decide(.resumed))
        #expect(desk.states("notify", on: "2025-03-20") == [.open], "the postponement outlives the pause")
        #expect(throws: Refusal("obligation.runs")) { try desk.perform(decide(.resumed)) }
        try desk.perform(decide(.waived))
        #expect(desk.states("notify", on: "2025-04-20") == [.waived])
        try desk.perform(decide(.resumed))
        try desk.on("2025-03-20", LogContactAttempt(method: .phone, outcome: .reached, at: "2025-03-20"))
        #expect(desk.states("notify", on: "2025-03-21") == [.done])
    }

    @Test("A decision that names no trigger is about the last duty not yet fulfilled")
    func decisionWithoutTrigger() throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        try desk.on("2025-03-06", AddReferral(source: "agency", receivedOn: "2025-03-06"))
        let first = try #require(desk.file.referrals.first?.id)
        try desk.perform(
            DecideObligation(rule: "irkutsk-414r.notify", triggerID: first, decision: .waived, reason: "дубль"))
        #expect(desk.states("notify", on: "2025-03-20") == [.waived, .overdue])
        try desk.perform(DecideObligation(rule: "irkutsk-414r.notify", decision: .suspended, reason: "больница"))
        #expect(desk.states("notify", on: "2025-03-20") == [.waived, .suspended])
    }

    @Test("Closing a case waives what is open and keeps what is done; reopening brings it back")
    func closing() throws {
        var office = OfficeSettings.test
        office.officeTerms["program"] = 3
        var desk = try TestCase(receivedOn: "2025-03-05", office: office)
        try desk.agree(on: "2025-03-06")
        try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: [Need(area: "legal", text: "Пенсия")]))
        try desk.perform(CloseCase(ground: "moved", on: "2025-03-11"))
        #expect(desk.states("notify", on: "2025-04-01") == [.done])
        #expect(desk.states("mark-notification", on: "2025-04-01") == [.waived])
        #expect(desk.states("program", on: "2025-04-01") == [.waived])
        try desk.perform(ReopenCase(reason: "вернулась"))
        #expect(desk.states("mark-notification", on: "2025-04-01") == [.overdue])
        #expect(desk.states("program", on: "2025-04-01") == [.overdue])
    }

    @Test("A refusal ends duties that need consent while they run, never those missed before, nor the others")
    func refusal() throws {
        var desk = try TestCase(receivedOn: "2025-03-05")
        try desk.agree(on: "2025-03-06")
        try desk.on("2025-03-10", RecordConsent(isGiven: false, on: "2025-03-10", note: "передумала"))
        #expect(desk.states("agree-meeting", on: "2025-04-01") == [.waived])
        #expect(desk.states("mark-notification", on: "2025-04-01") == [.overdue])

        var late = try TestCase(receivedOn: "2025-03-05")
        try late.agree(on: "2025-03-06")
        try late.on("2025-03-13", RecordConsent(isGiven: false, on: "2025-03-13"))
        #expect(late.states("agree-meeting", on: "2025-04-01") == [.overdue])

        var met = try TestCase(receivedOn: "2025-03-05")
        try met.agree(on: "2025-03-06")
        try met.perform(AgreeMeeting(at: "2025-03-10"))
        try met.on("2025-03-10", SettleMeeting(status: .held))
        try met.perform(RecordConsent(isGiven: false, on: "2025-03-10"))
        #expect(met.states("survey", on: "2025-04-01") == [.waived])
    }

    @Test("An office's own term is a duty only where the office set it, and is told apart")
    func officeTerm() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: [Need(area: "legal", text: "Пенсия")]))
        #expect(desk.obligations("program").isEmpty)
        desk.office.officeTerms["program"] = 3
        #expect(desk.obligations("program").map(\.due) == ["2025-03-14"])
        #expect(desk.context.engine.rule("irkutsk-414r.program")?.isOfficeTerm == true)
        #expect(desk.context.engine.rule("irkutsk-414r.notify")?.isOfficeTerm == false)
    }

    @Test("A duty in a year that the calendar does not hold is marked provisional")
    func provisional() throws {
        let desk = try TestCase(receivedOn: "2027-12-29")
        #expect(desk.obligations("notify").map(\.isProvisional) == [true])
        #expect(try TestCase(receivedOn: "2025-03-05").obligations("notify").map(\.isProvisional) == [false])
    }

    @Test("Every duty explains itself by the same days it was computed from, and terms stand without a case")
    func explanations() throws {
        let desk = try TestCase(receivedOn: "2025-04-30")
        for obligation in desk.context.engine.obligations(of: desk.file) {
            let explained = try #require(desk.context.engine.explain(obligation, of: desk.file))
            #expect(explained.at == obligation.due && explained.workBy == obligation.workBy)
        }
        let event = CaseEvent(.referralReceived, at: "2025-04-30", recordID: .numbered(1), attributes: ["source": "ipra"])
        let terms = desk.context.engine.terms(after: event, under: .test)
        #expect(terms.map(\.rule.id) == ["notify", "agree-meeting", "mark-notification"].map { "irkutsk-414r.\($0)" })
        #expect(Set(terms.map(\.due.at)) == ["2025-05-13"])
    }

    @Test("A term in minutes is overdue by the clock, by the day to the end of it")
    func clock() {
        let obligation = Obligation(
            rule: "x", triggerID: .numbered(1), triggeredAt: "2025-03-12T14:15", due: "2025-03-12T14:30", workBy: "2025-03-12",
            isProvisional: false)
        #expect(obligation.state(at: "2025-03-12T14:30") == .open)
        #expect(obligation.state(at: "2025-03-12T14:31") == .overdue)
        #expect(obligation.state(on: "2025-03-12") == .open)
        #expect(obligation.state(on: "2025-03-13") == .overdue)
    }
}
