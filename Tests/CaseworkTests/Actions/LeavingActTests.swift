import Casework
import CaseworkTestSupport
import Testing

@Suite("A case that leaves one of its acts")
struct LeavingActTests {
    private func desk() throws -> TestCase {
        var desk = try TestCase(regulations: [.test, .second])
        try desk.on("2025-03-06", AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-06"))
        return desk
    }

    private func states(_ desk: TestCase, _ act: String) -> Set<ObligationState> {
        let all = desk.context.engine.obligations(of: desk.file).filter { $0.rule.hasPrefix(act + ".") }
        return Set(all.map { $0.state(on: "2025-03-10") })
    }

    @Test("Ended under one act, the case goes on under the other; the act's open terms fall")
    func endOne() throws {
        var desk = try desk()
        try desk.on("2025-03-07", CloseCase(ground: "moved", on: "2025-03-07", regulation: "irkutsk-414r"))
        #expect(desk.file.header.isOpen)
        #expect(desk.file.header.runningActs == ["second-act"])
        #expect(desk.file.header.endings == [ActEnding(regulation: "irkutsk-414r", on: "2025-03-07", ground: "moved")])
        #expect(states(desk, "irkutsk-414r") == [.waived])
        #expect(states(desk, "second-act") == [.open])
        // Stage and category are now those of the act that runs.
        #expect(desk.file.header.stage == "second-start")
        #expect(desk.file.header.category == nil)
        #expect(desk.file.stage(under: .test) == "closed")
        // What happens later is nothing to the act that was left.
        try desk.agree(on: "2025-03-10")
        #expect(states(desk, "irkutsk-414r") == [.waived])
        for action in [
            AddReferral(regulation: "irkutsk-414r", source: "ipra", receivedOn: "2025-03-10"),
            CloseCase(ground: "moved", on: "2025-03-10", regulation: "irkutsk-414r"),
        ] as [any CaseAction] {
            let refusal = #expect(throws: Refusal.self) { try desk.perform(action) }
            #expect(refusal == Refusal("regulation.ended", arguments: ["414-р", "07.03.2025"]))
        }
    }

    @Test("With its last act the case is closed whole; reopened, it runs under that act again, and then under the other")
    func endAll() throws {
        var desk = try desk()
        try desk.on("2025-03-07", CloseCase(ground: "learned", on: "2025-03-07", regulation: "second-act"))
        try desk.on("2025-03-10", CloseCase(ground: "moved", on: "2025-03-10", regulation: "irkutsk-414r"))
        #expect(desk.file.header.closedOn == "2025-03-10")
        #expect(states(desk, "irkutsk-414r").union(states(desk, "second-act")) == [.waived])
        try desk.perform(ReopenCase(reason: "вернулась"))
        #expect(desk.file.header.runningActs == ["irkutsk-414r"])
        #expect(states(desk, "irkutsk-414r") == [.open])
        try desk.perform(ReopenCase(reason: "вернулась", regulation: "second-act"))
        #expect(desk.file.header.runningActs.count == 2)
        #expect(states(desk, "second-act") == [.open])
        #expect(throws: Refusal("case.open")) { try desk.perform(ReopenCase(reason: "ещё", regulation: "second-act")) }
    }

    @Test("What happened before a case came under an act sets off none of its terms and brings it to none of its stages")
    func before() throws {
        var desk = try TestCase(regulations: [.test, .second])
        try desk.agree(on: "2025-03-06")
        try desk.on("2025-03-06", RecordSurvey(on: "2025-03-06", needs: [Need(area: "legal", text: "Право")]))
        try desk.on("2025-03-10", AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-10"))
        let rules = desk.context.engine.obligations(of: desk.file).map(\.rule)
        #expect(rules.contains("second-act.answer") && !rules.contains("second-act.plan"))
        let progress = desk.file.progress(under: .second)
        #expect(progress.steps.map(\.reachedOn) == ["2025-03-10", nil, nil])
        #expect(progress.current?.entry.id == "second-start" && progress.next?.entry.id == "second-survey")
        try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: [Need(area: "legal", text: "Право")]))
        #expect(
            desk.context.engine.obligations(of: desk.file).contains { $0.rule == "second-act.plan" && $0.due == "2025-03-14" })
        #expect(desk.file.progress(under: .second).next?.entry.id == "second-plan")
        #expect(desk.file.progress(under: .test).steps.map(\.reachedOn).prefix(3) == ["2025-03-05", "2025-03-06", "2025-03-06"])
    }
}
