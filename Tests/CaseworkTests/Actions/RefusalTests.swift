import Casework
import CaseworkTestSupport
import Foundation
import Testing

@Suite("Refusals")
struct RefusalTests {
    @Test("Every refusal is provoked by a case of its own", arguments: Provocations.all.keys.sorted())
    func provoked(code: String) throws {
        let provocation = try #require(Provocations.all[code])
        let refusal = #expect(throws: Refusal.self) { try provocation() }
        #expect(refusal?.code == code)
        for argument in refusal?.arguments ?? [] { #expect(!argument.isEmpty) }
    }

    @Test("No refusal in the source is without a case that provokes it, and no case is left over")
    func complete() throws {
        #expect(try codes(after: "Refusal") == Set(Provocations.all.keys))
    }

    @Test("No remark in the source is without a test")
    func findingsComplete() throws {
        #expect(
            try codes(after: "Finding") == [
                "meeting.day-off", "attempt.no-number", "attempt.no-address", "survey.social-service", "program.incomplete",
                "program.other-kind", "survey.social-service-program", "fee.free", "fee.full", "fee.partial",
                "living.flat-most", "living.individual-shared", "living.group-over", "living.group-under", "living.room-most",
                "living.room-shared", "living.room-consent", "living.room-places", "living.group-consent", "living.same-sex",
                "living.same-age", "living.same-need", "living.no-room", "living.rooms-unknown", "living.house-flats",
                "living.house-people", "living.training-lasts", "living.training-short", "living.training-once",
                "living.training-often",
            ])
    }

    @Test("An impossible outcome is named by wording keys, and a rung too early by the days done and needed")
    func arguments() throws {
        var desk = try TestCase()
        let impossible = #expect(throws: Refusal.self) {
            try desk.perform(LogContactAttempt(method: .post, outcome: .noAnswer, at: "2025-03-05"))
        }
        #expect(impossible?.arguments == ["@outcome.no-answer", "@method.post"])
        try desk.callInVain(on: "2025-03-06", "2025-03-07")
        let early = #expect(throws: Refusal.self) {
            try desk.perform(LogContactAttempt(method: .visit, outcome: .noAnswer, at: "2025-03-07"))
        }
        #expect(early?.arguments == ["2", "3"])
        #expect(early?.basis == LegalBasis(act: "414-р", point: "17"))
    }

    /// The codes written in `Sources/Casework` as `Word("code"`, `Word(.grade, "code"` or `Word(flag ? "code" : "code"`.
    private func codes(after word: String) throws -> Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Casework")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        let pattern = try Regex(#"\#(word)\(\s*(?:\.\w+,\s*)?(?:\w+ \? )?"([a-z.-]+)"(?: : "([a-z.-]+)")?"#)
        var codes: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let matches = text.matches(of: pattern)
            #expect(matches.count == text.matches(of: try Regex(#"\#(word)\(\s*[^\s)_]"#)).count, "\(file.lastPathComponent)")
            for match in matches {
                for group in match.output.dropFirst() { if let code = group.substring { codes.insert(String(code)) } }
            }
        }
        return codes
    }
}
