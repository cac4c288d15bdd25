import Casework
import CaseworkTestSupport
import Testing

@Suite("The next steps of a case")
struct NextStepsTests {
    private func allowed(_ desk: TestCase) -> [String] {
        desk.file.nextSteps(in: desk.context).filter { $0.refusal == nil }
            .map { step in step.method.map { "\(step.action.rawValue) \($0.rawValue)" } ?? step.action.rawValue }
    }

    @Test("Each stage of the work offers what may be done then and nothing else")
    func alongTheWork() throws {
        var desk = try TestCase()
        #expect(allowed(desk) == ["log-contact-attempt phone", "record-consent", "close-case"])
        try desk.callInVain(on: "2025-03-06", "2025-03-07", "2025-03-10")
        #expect(allowed(desk) == ["log-contact-attempt phone", "log-contact-attempt visit", "record-consent", "close-case"])
        try desk.agree(on: "2025-03-11")
        #expect(allowed(desk).suffix(4) == ["record-consent", "agree-meeting", "record-survey", "close-case"])
        try desk.perform(AgreeMeeting(at: "2025-03-12"))
        #expect(!allowed(desk).contains("settle-meeting"))
        desk.now = "2025-03-12T18:00"
        #expect(allowed(desk).contains("settle-meeting"))
        try desk.perform(RecordSurvey(on: "2025-03-12", needs: [Need(area: "legal", text: "Пенсия")]))
        #expect(allowed(desk).contains("draft-program"))
        #expect(!allowed(desk).contains("agree-program"))
        let measure = Measure(area: "legal", title: "Пенсия", volume: "1", periodicity: "разово", duration: "месяц")
        try desk.perform(DraftProgram(kind: "ipss", on: "2025-03-12", measures: [measure]))
        #expect(allowed(desk).contains("agree-program"))
        try desk.perform(CloseCase(ground: "moved", on: "2025-03-12"))
        #expect(allowed(desk) == ["reopen-case"])
    }

    @Test("A step not allowed says the same as the decision would")
    func agreesWithDecisions() throws {
        var desk = try TestCase()
        for isClosed in [false, true] {
            if isClosed { try desk.perform(CloseCase(ground: "moved", on: "2025-03-05")) }
            for step in desk.file.nextSteps(in: desk.context) {
                let action: any CaseAction
                switch (step.action, step.method) {
                case (.logContactAttempt, let method?):
                    let outcome: ContactOutcome = method == .post ? .sent : .noAnswer
                    action = LogContactAttempt(method: method, outcome: outcome, at: CivilDateTime(desk.now.date))
                case (.agreeMeeting, _): action = AgreeMeeting(at: CivilDateTime(desk.now.date))
                case (.settleMeeting, _): action = SettleMeeting(status: .held)
                case (.draftProgram, _): action = DraftProgram(kind: "ipss", on: desk.now.date)
                case (.agreeProgram, _): action = AgreeProgram(kind: "ipss", on: desk.now.date)
                case (.reopenCase, _): action = ReopenCase(reason: "вернулась")
                default: continue
                }
                var copy = desk
                do {
                    try copy.perform(action)
                    #expect(step.refusal == nil)
                } catch {
                    #expect(step.refusal == error)
                }
            }
        }
    }
}
