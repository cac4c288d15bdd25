import Casework
import CaseworkTestSupport
import Testing

@Suite("A case under several acts")
struct SeveralActsTests {
    @Test("A referral under a second act puts the case under both; each act's terms run from its own referrals")
    func secondAct() throws {
        var desk = try TestCase(regulations: [.test, .second])
        try desk.on("2025-03-06", AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-06"))
        #expect(desk.file.header.regulations == ["irkutsk-414r", "second-act"])
        #expect(desk.file.referrals.map(\.regulation) == ["irkutsk-414r", "second-act"])
        let obligations = desk.context.engine.obligations(of: desk.file)
        #expect(obligations.filter { $0.rule == "second-act.answer" }.map(\.due) == ["2025-03-16"])
        #expect(obligations.filter { $0.rule == "irkutsk-414r.notify" }.map(\.due) == ["2025-03-12"])
        #expect(throws: Refusal.self) {
            try desk.perform(AddReferral(regulation: "second-act", source: "ipra", receivedOn: "2025-03-06"))
        }
        // The same day, source and number under the other act is another referral.
        try desk.perform(AddReferral(source: "personal", receivedOn: "2025-03-06"))
        #expect(desk.file.header.regulations.count == 2)
    }

    @Test("The case's own first act gives stage and category, whatever the order of the acts at hand")
    func leadingAct() throws {
        for regulations in [[Regulation.test, .second], [.second, .test]] {
            var desk = try TestCase(regulations: [.test])
            desk.regulations = regulations
            try desk.on("2025-03-06", AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-06"))
            try desk.agree(on: "2025-03-07")
            #expect(desk.file.header.stage == "contact")
            #expect(desk.file.header.category == "working-age")
        }
    }

    @Test("Without its pack at hand a case keeps its stage, and what needs the act is refused")
    func packMissing() throws {
        var desk = try TestCase()
        desk.regulations = []
        try desk.perform(AssignCurator(curator: "petrova"))
        #expect(desk.file.header.stage == "identified")
        #expect(desk.file.header.category == "working-age")
        #expect(throws: Refusal("regulation.missing", arguments: ["irkutsk-414r"])) {
            try desk.perform(MarkRegistry(subject: "survey", on: "2025-03-05"))
        }
        #expect(desk.context.engine.obligations(of: desk.file).isEmpty)
    }
}
