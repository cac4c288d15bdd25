import Casework
import CaseworkTestSupport
import Testing

@Suite("Words of several acts")
struct ActVocabularyTests {
    /// A case under both acts, agreed and surveyed.
    private func desk() throws -> TestCase {
        var desk = try TestCase(regulations: [.test, .second])
        try desk.on("2025-03-06", AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-06"))
        try desk.agree(on: "2025-03-07")
        let needs = [Need(area: "medical", text: "Врач"), Need(area: "household", text: "Готовить")]
        try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: needs))
        return desk
    }

    @Test("Sources, areas, kinds, subjects and grounds are found in whichever act of the case has them")
    func found() throws {
        var desk = try desk()
        #expect(desk.findings == [Finding(.note, "survey.social-service", basis: LegalBasis(act: "2-п", point: "1"))])
        try desk.perform(AddReferral(source: "visit", receivedOn: "2025-03-11"))
        #expect(desk.file.referrals.last?.regulation == "second-act")
        try desk.perform(AddReferral(source: "personal", receivedOn: "2025-03-11"))
        #expect(desk.file.referrals.last?.regulation == "irkutsk-414r", "the first act that has it")
        try desk.perform(MarkRegistry(subject: "journal", on: "2025-03-11"))
        try desk.perform(MarkRegistry(subject: "survey", on: "2025-03-11"))
        for kind in ["ipss", "plan"] { try desk.perform(DraftProgram(kind: kind, on: "2025-03-11")) }
        #expect(desk.file.programs.map(\.programKind) == ["ipss", "plan"])
        try desk.perform(CloseCase(ground: "learned", on: "2025-03-11"))
        #expect(!desk.file.header.isOpen)
    }

    @Test("Where two acts have an id, the case's first act gives the rules unless one is named")
    func named() throws {
        var desk = try desk()
        try desk.perform(DraftProgram(kind: "ippsu", on: "2025-03-11"))
        #expect(desk.findings.map(\.basis) == [LegalBasis(act: "414-р", point: "8.18")])
        try desk.perform(DraftProgram(kind: "ippsu", regulation: "second-act", on: "2025-03-11"))
        #expect(desk.findings.map(\.basis) == [LegalBasis(act: "2-п", point: "1")])
        let refusal = #expect(throws: Refusal.self) {
            try desk.perform(DraftProgram(kind: "plan", regulation: "irkutsk-414r", on: "2025-03-11"))
        }
        #expect(refusal?.arguments == ["plan", "ipss, ippsu"])
    }

    @Test("A programme for people without social services names the kind that takes its place")
    func otherKind() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.perform(RecordSurvey(on: "2025-03-06", needs: [Need(area: "social-service", text: "Уборка")]))
        let basis = LegalBasis(act: "414-р", point: "30.1")
        #expect(desk.findings == [Finding(.note, "survey.social-service-program", arguments: ["ИППСУ"], basis: basis)])
        try desk.perform(DraftProgram(kind: "ipss", on: "2025-03-06"))
        #expect(desk.findings.last == Finding(.warning, "program.other-kind", arguments: ["ИПСС", "ИППСУ"], basis: basis))
        try desk.perform(DraftProgram(kind: "ippsu", on: "2025-03-06"))
        #expect(desk.findings.map(\.code) == ["program.incomplete"])
    }

    @Test("Every ladder of the case is asked, unless one act is named; an act without a ladder forbids nothing")
    func ladders() throws {
        let visit = LogContactAttempt(method: .visit, outcome: .noAnswer, at: "2025-03-06")
        var both = try TestCase(regulations: [.test, .second])
        try both.on("2025-03-06", AddReferral(regulation: "second-act", source: "personal", receivedOn: "2025-03-06"))
        #expect(throws: Refusal.self) { try both.perform(visit) }
        var named = visit
        named.regulation = "second-act"
        try both.perform(named)
        var second = try TestCase(source: "personal", regulations: [.second])
        for method in ContactMethod.allCases {
            try second.on(
                "2025-03-06",
                LogContactAttempt(method: method, outcome: method == .post ? .sent : .noAnswer, at: "2025-03-06"))
        }
        #expect(second.file.attempts.count == 3)
        let closed = second.file.nextSteps(in: second.context).filter { $0.action == .logContactAttempt && $0.refusal != nil }
        #expect(closed.isEmpty)
    }
}
