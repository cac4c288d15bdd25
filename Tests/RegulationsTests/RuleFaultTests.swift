import Casework
import Foundation
import Testing

@testable import Regulations

/// Packs that are broken on purpose, one fault each. The lines of a rule: 2 id, 3 point, 4 title, 5 responsible, 6 when,
/// 7 due, 8 satisfiedBy, 9 and on what the row adds.
@Suite("Faults of rules, editions and categories")
struct RuleFaultTests {
    @Test("The trial pack is good as it stands")
    func good() throws {
        let pack = try TrialPack()
        defer { pack.remove() }
        #expect(pack.faults == [])
    }

    @Test(
        "A good rule passes",
        arguments: [
            ["due": "{years: 1}"], ["due": "{lastDayOfMonth: true}"], ["due": "{lastDayOfNextMonth: true}"],
            ["due": "{dayOfYear: {month: 2, day: 29}}"],
            ["due": "{daysBefore: 30}", "when": "{event: category-changes, to: [none]}"],
            ["due": "{officeDaysBefore: review}"], ["due": "{earliest: [{workingDays: 5}, {calendarDays: 10}]}"],
            [
                "when": "accompaniment-started", "onlyWithinTerm": "true",
                "due":
                    "{beforeEnd: {calendarDays: 14, term: {months: 6, from: months, extendedBy: accompaniment-extended, atMost: 12}}}",
            ],
            ["inForce": "{from: 2025-03-01, until: 2025-03-01}"], ["unlessAfter": "[{event: agreement-signed}]"],
            ["when": "{event: request-answered, sort: paper, by: anybody}"], ["when": "{event: entry-recorded, kind: request}"],
            ["when": "{event: referral-received, category: [child, none]}"], ["next": "Позвонить"],
            ["when": "year-ended", "satisfiedBy": nil, "due": "{dayOfYear: {month: 2, day: 1}}", "periodic": "true"],
        ] as [[String: String?]])
    func goodRules(changes: [String: String?]) throws {
        let pack = try TrialPack(["rules.yaml": "obligations:\n" + TrialPack.rule(changes)])
        defer { pack.remove() }
        #expect(pack.faults == [])
    }

    @Test(
        "Each fault of a rule is told with its line",
        arguments: [
            (["dew": "{hours: 48}"], "rules.yaml:9 unknown-key"), (["due": nil], "rules.yaml:2 missing-key"),
            (["due": "{wokringDays: 5}"], "rules.yaml:7 unknown-key"), (["due": "{workingDays: -1}"], "rules.yaml:7 bad-value"),
            (["due": "{workingDays: 1.5}"], "rules.yaml:7 bad-value"), (["due": "{years: 0}"], "rules.yaml:7 bad-value"),
            (["due": "{hours: 48, minutes: 5}"], "rules.yaml:7 bad-value"), (["due": "tomorrow"], "rules.yaml:7 bad-value"),
            (["due": "{lastDayOfMonth: false}"], "rules.yaml:7 bad-value"),
            (["due": "{dayOfYear: {month: 2, day: 30}}"], "rules.yaml:7 bad-value"),
            (["due": "{dayOfYear: {month: 13, day: 1}}"], "rules.yaml:7 bad-value"),
            (["due": "{dayOfYear: {month: 4}}"], "rules.yaml:7 missing-key"),
            (["due": "{dateOf: until}"], "rules.yaml:7 unknown-attribute"),
            (["due": "{term: {months: 6, from: moons}}"], "rules.yaml:7 unknown-attribute"),
            (["due": "{term: {from: months}}"], "rules.yaml:7 missing-key"),
            (["due": "{term: {months: 12, atMost: 6}}"], "rules.yaml:7 bad-value"),
            (["due": "{term: {months: 6, extendedBy: prolonged}}"], "rules.yaml:7 unknown-event"),
            (["due": "{beforeEnd: {term: {months: 6}}}"], "rules.yaml:7 bad-value"),
            (["due": "{beforeEnd: {calendarDays: 14}}"], "rules.yaml:7 missing-key"),
            (["due": "{beforeEnd: {calendarDays: 1, workingDays: 1, term: {months: 6}}}"], "rules.yaml:7 bad-value"),
            (["due": "{earliest: [{workingDays: 5}]}"], "rules.yaml:7 too-few"),
            (["due": "{officeTerm: nothing}"], "rules.yaml:7 unknown-reference"),
            (["due": "{officeDaysBefore: nothing}"], "rules.yaml:7 unknown-reference"),
            (["point": nil], "rules.yaml:2 missing-point"), (["title": nil], "rules.yaml:2 missing-key"),
            (["responsible": "somebody"], "rules.yaml:5 unknown-reference"), (["severity": "grave"], "rules.yaml:9 bad-value"),
            (["when": "request-lost"], "rules.yaml:6 unknown-event"), (["when": nil], "rules.yaml:2 missing-key"),
            (["when": "{event: request-sent, via: pigeon}"], "rules.yaml:6 bad-value"),
            (["when": "{event: request-sent, via: []}"], "rules.yaml:6 too-few"),
            (["when": "{event: request-sent, colour: red}"], "rules.yaml:6 unknown-attribute"),
            (["when": "{event: request-sent, same: true}"], "rules.yaml:6 unknown-attribute"),
            (["when": "{event: request-answered, sort: voice}"], "rules.yaml:6 bad-value"),
            (["when": "{event: agreement-signed, via: smev}"], "rules.yaml:6 unknown-attribute"),
            (["when": "{event: entry-recorded, kind: letter}"], "rules.yaml:6 unknown-reference"),
            (["when": "{event: category-changes, to: elder}"], "rules.yaml:6 unknown-reference"),
            (["when": "{event: referral-received, category: [elder]}"], "rules.yaml:6 unknown-reference"),
            (["when": "{event: contact-attempted, method: post, outcome: no-answer}"], "rules.yaml:6 bad-value"),
            (["satisfiedBy": nil], "rules.yaml:2 never-satisfied"), (["satisfiedBy": "[]"], "rules.yaml:8 never-satisfied"),
            (["satisfiedBy": "[fee-decided]"], "rules.yaml:8 never-happens"),
            (["satisfiedBy": "[month-ended]"], "rules.yaml:8 never-happens"),
            (["satisfiedBy": "[request-answered, draft-prepared]"], "rules.yaml:8 never-happens"),
            (["satisfiedBy": "[{event: request-answered, same: false}]"], "rules.yaml:8 bad-value"),
            (["satisfiedBy": "[{via: smev}]"], "rules.yaml:8 missing-key"),
            (["unlessAfter": "[request-lost]"], "rules.yaml:9 unknown-event"),
            (["onlyAfter": "[{event: agreement-signed, by: all}]"], "rules.yaml:9 unknown-attribute"),
            (["onlyWithinTerm": "true"], "rules.yaml:9 no-term"), (["onlyWithinTerm": "yes"], "rules.yaml:9 bad-value"),
            (["periodic": "true"], "rules.yaml:9 bad-value"), (["print": "letter"], "rules.yaml:9 unknown-reference"),
            (["reading": "X-1"], "rules.yaml:9 unknown-reference"),
            (["inForce": "{from: 2025-02-30}"], "rules.yaml:9 bad-date"),
            (["inForce": "{from: 1.3.2025}"], "rules.yaml:9 bad-date"),
            (["inForce": "{from: 2025-03-02, until: 2025-03-01}"], "rules.yaml:9 dates-reversed"),
            (["inForce": "{since: 2025-03-02}"], "rules.yaml:9 unknown-key"), (["inForce": "{}"], "rules.yaml:9 missing-key"),
        ] as [([String: String?], String)])
    func faults(changes: [String: String?], expected: String) throws {
        let pack = try TrialPack(["rules.yaml": "obligations:\n" + TrialPack.rule(changes)])
        defer { pack.remove() }
        #expect(pack.faults.contains(expected), "\(pack.faults)")
        // One fault is told of once, or with what follows from it, and always in the file where it stands.
        #expect(pack.faults.allSatisfy { $0.hasPrefix("rules.yaml:") }, "\(pack.faults)")
    }

    @Test(
        "Editions of one rule stand side by side, never on the same day",
        arguments: [
            ("{until: 2025-06-30}", "{from: 2025-07-01}", nil), ("{from: 2025-07-01}", "{until: 2025-06-30}", nil),
            ("{from: 2025-01-01, until: 2025-06-30}", "{from: 2025-06-30}", "rules.yaml:17 editions-overlap"),
            ("{from: 2025-01-01}", "{from: 2025-07-01}", "rules.yaml:17 editions-overlap"),
            ("{from: 2025-01-01}", nil, "rules.yaml:10 editions-overlap"), (nil, nil, "rules.yaml:9 duplicate-id"),
        ] as [(String?, String?, String?)])
    func editions(first: String?, second: String?, expected: String?) throws {
        let rules = TrialPack.rule(["inForce": first]) + TrialPack.rule(["inForce": second])
        let pack = try TrialPack(["rules.yaml": "obligations:\n" + rules])
        defer { pack.remove() }
        #expect(pack.faults == [expected].compactMap { $0 })
    }

    @Test(
        "A category that nobody can meet, or that an earlier one takes whole",
        arguments: [
            ("{age: {from: 18, below: 18}, status: group-1}", "never-met"),
            ("[{status: child}, {status: group-1}]", "never-met"), ("[{flag: svo}, {none: [{flag: svo}]}]", "never-met"),
            ("[{restriction: {work: 3}}, {none: [{restriction: {work: 1}}]}]", "never-met"),
            ("{age: {below: 3}, status: child}", "never-chosen"), ("{age: {from: 60}, status: group-2}", "never-chosen"),
            ("{any: [{age: {below: 7}, status: child}, {age: {from: 20}, status: group-1}]}", "never-chosen"),
            ("{age: {from: 18}, status: [group-2, group-3]}", nil), ("{status: ovz}", nil), ("{age: {from: 60}}", nil),
        ] as [(String, String?)])
    func categories(who: String, expected: String?) throws {
        let text = (TrialPack.files["categories.yaml"] ?? "") + "\n  - {id: third, point: 3, title: Третьи, who: \(who)}\n"
        let pack = try TrialPack(["categories.yaml": text])
        defer { pack.remove() }
        #expect(pack.faults == [expected].compactMap { $0.map { "categories.yaml:4 \($0)" } })
    }

    @Test("An office term's default is a number of days")
    func officeDefault() throws {
        let text = (TrialPack.files["office.yaml"] ?? "").replacing("default: 30", with: "default: soon")
        let pack = try TrialPack(["office.yaml": text])
        defer { pack.remove() }
        #expect(pack.faults == ["office.yaml:2 bad-value"])
    }

    @Test("What a pack writes reaches the rules")
    func read() throws {
        let term = "{months: 6, from: months, extendedBy: accompaniment-extended, atMost: 12}"
        let rules = [
            TrialPack.rule(
                ["due": "{beforeEnd: {calendarDays: 14, term: \(term)}}", "when": "accompaniment-started"], id: "final"),
            TrialPack.rule(["due": "{months: 3}", "when": "accompaniment-started", "onlyWithinTerm": "true"], id: "interim"),
            TrialPack.rule(
                [
                    "due": "{officeDaysBefore: review}", "when": "category-changes", "next": "Позвонить",
                    "unlessAfter": "[agreement-signed]",
                    "inForce": "{from: 2025-03-01}",
                ], id: "birthday"),
        ]
        let pack = try TrialPack(["rules.yaml": "obligations:\n" + rules.joined()])
        defer { pack.remove() }
        let act = try pack.load().regulation
        let agreed = AgreedTerm(months: 6, from: "months", extendedBy: .accompanimentExtended, atMost: 12)
        #expect(
            act.obligations.map(\.due) == [
                .beforeEnd(.calendarDays(14), agreed), .months(3), .officeDaysBefore("review", default: 30),
            ])
        #expect(act.obligations[1].within == agreed)
        #expect(act.obligations[2].edition == Edition(from: CivilDate(iso: "2025-03-01")))
        #expect(act.obligations[2].next == "Позвонить")
        #expect(act.obligations[2].unlessAfter == [EventPattern(EventName(rawValue: "agreement-signed"))])
        #expect(act.obligations[0].satisfiedBy.map(\.isSameRecord) == [true])
        #expect(act.declaredEvents[EventName(rawValue: "agreement-signed")] == "Межведомственный запрос")
        #expect(act.officeDefaults == ["review": 30])
    }
}
