import Casework
import CaseworkTestSupport
import Testing

@Suite("What narrows a rule: the same record, other events, the category, the edition, the birthday")
struct RuleConditionTests {
    private func rule(
        _ id: String, _ trigger: EventPattern, _ due: DueRule = .workingDays(5),
        by: [EventPattern] = [EventPattern(.surveyRecorded)]
    ) -> ObligationRule {
        ObligationRule(
            id: "irkutsk-414r.\(id)", title: id, trigger: trigger, due: due, satisfiedBy: by, responsible: "curator",
            basis: LegalBasis(act: "414-р", point: "1"))
    }

    private func act(_ rules: ObligationRule...) -> Regulation {
        var act = Regulation.test
        act.obligations = rules
        return act
    }

    @Test("The same record alone fulfils what asks for it")
    func sameRecord() throws {
        let held = EventPattern(.meetingHeld)
        let same = EventPattern(.meetingHeld, sameRecord: true)
        let event = { (name: EventName, number: UInt64) in CaseEvent(name, at: "2025-03-05", recordID: .numbered(number)) }
        #expect(same.matches(event(.meetingHeld, 1), setOffBy: event(.meetingAgreed, 1)))
        #expect(!same.matches(event(.meetingHeld, 2), setOffBy: event(.meetingAgreed, 1)))
        #expect(held.matches(event(.meetingHeld, 2), setOffBy: event(.meetingAgreed, 1)))
        #expect(!same.matches(event(.meetingAgreed, 1), setOffBy: event(.meetingAgreed, 1)))
    }

    @Test("What takes a duty away does so while it runs; what was done or missed before stays")
    func unlessAfter() throws {
        var rule = rule("call", EventPattern(.referralReceived), by: [EventPattern(.meetingAgreed)])
        rule.unlessAfter = [EventPattern(.contactAttempted, where: ["outcome": ["no-answer"]])]
        var early = try TestCase(receivedOn: "2025-03-05", regulations: [act(rule)])
        #expect(early.obligations("call").count == 1)
        try early.callInVain(on: "2025-03-12")
        #expect(early.obligations("call").isEmpty)
        var late = try TestCase(receivedOn: "2025-03-05", regulations: [act(rule)])
        try late.callInVain(on: "2025-03-13")
        #expect(late.states("call", on: "2025-03-13") == [.overdue])
    }

    @Test("A rule for a category speaks only of those who belong to it on the day of the event")
    func category() throws {
        let adults = rule("adults", EventPattern(.referralReceived, where: ["category": ["working-age"]]))
        let others = rule("others", EventPattern(.referralReceived, where: ["category": ["none", "senior"]]))
        let act = act(adults, others)
        #expect(try TestCase(receivedOn: "2025-03-05", regulations: [act]).obligations("adults").count == 1)
        #expect(try TestCase(receivedOn: "2025-03-05", regulations: [act]).obligations("others").isEmpty)
        let sixty = Citizen.test(born: "1965-03-05")
        #expect(try TestCase(citizen: sixty, receivedOn: "2025-03-05", regulations: [act]).obligations("others").count == 1)
        let eve = try TestCase(citizen: sixty, receivedOn: "2025-03-04", regulations: [act])
        #expect(eve.obligations("others").isEmpty && eve.obligations("adults").count == 1)
    }

    @Test("The edition in force on the day of the event sets the term and explains it")
    func editions() throws {
        var old = rule("notify", EventPattern(.referralReceived), .workingDays(5))
        old.edition = Edition(until: "2025-03-05")
        var new = rule("notify", EventPattern(.referralReceived), .workingDays(7))
        new.edition = Edition(from: "2025-03-06")
        let act = act(old, new)
        for (day, due) in [("2025-03-05", "2025-03-12"), ("2025-03-06", "2025-03-17")] as [(CivilDate, CivilDateTime)] {
            let desk = try TestCase(receivedOn: day, regulations: [act])
            let found = desk.obligations("notify")
            #expect(found.map(\.due) == [due])
            #expect(desk.context.engine.explain(found[0], of: desk.file)?.at == due)
            let event = CaseEvent(.referralReceived, at: CivilDateTime(day), recordID: .numbered(1))
            #expect(desk.context.engine.terms(after: event, under: act).map(\.due.at) == [due])
        }
    }

    private static let expectedChanges: [(born: CivilDate, received: CivilDate, status: DisabilityStatus, expected: [String])] = [
        ("2022-05-17", "2025-03-05", .child, ["2025-05-17 early>child"]),
        ("2022-05-17", "2025-05-17", .child, ["2040-05-17 child>none"]),
        ("2022-05-17", "2025-03-05", .limitedHealth, ["2025-05-17 early>none"]),
        ("1980-05-17", "2025-03-05", .group2, ["2040-05-17 working-age>senior"]),
        ("1960-05-17", "2025-03-05", .group2, []), ("1980-05-17", "2025-03-05", .none, []),
        // Born on 29 February: a year is full on 1 March of a common year.
        ("2024-02-29", "2025-03-05", .child, ["2027-03-01 early>child"]),
        ("2008-02-29", "2025-03-05", .child, ["2026-03-01 child>none"]),
    ]

    @Test("The birthday that changes the category is awaited, and none that does not", arguments: expectedChanges)
    func birthdays(born: CivilDate, received: CivilDate, status: DisabilityStatus, expected: [String]) throws {
        let desk = try TestCase(citizen: .test(born: born, status: status), receivedOn: received)
        let events = desk.file.calendarEvents(under: .test)
        #expect(
            events.map { "\($0.at.iso) \($0.attributes["from"] ?? "")>\($0.attributes["to"] ?? "")" } == expected)
        #expect(desk.file.calendarEvents(under: .second).isEmpty)
    }

    @Test("A case that lives past one change awaits the next, each with a record of its own")
    func chain() throws {
        var desk = try TestCase(citizen: .test(born: "2022-05-17", status: .child), receivedOn: "2025-03-05")
        try desk.callInVain(on: "2025-05-19")
        let events = desk.file.calendarEvents(under: .test)
        #expect(events.map(\.at.date) == ["2025-05-17", "2040-05-17"])
        #expect(Set(events.map(\.recordID)).count == 2)
        #expect(desk.file.calendarEvents(under: .test) == events)
    }

    @Test("A duty before the birthday is counted back from it, by days or by the office's own term")
    func beforeTheBirthday() throws {
        let days = rule("days", EventPattern(.categoryChanges, where: ["to": ["child"]]), .daysBefore(30))
        let office = rule("office", EventPattern(.categoryChanges), .officeDaysBefore("review", default: 5))
        let desk = try TestCase(
            citizen: .test(born: "2022-05-12", status: .child), receivedOn: "2025-03-05", regulations: [act(days, office)])
        #expect(desk.obligations("days").map(\.due) == ["2025-04-12"])
        #expect(desk.obligations("office").map(\.due) == ["2025-04-29"])
        let adult = try TestCase(receivedOn: "2025-03-05", regulations: [act(days)])
        #expect(adult.obligations("days").isEmpty)
    }
}
