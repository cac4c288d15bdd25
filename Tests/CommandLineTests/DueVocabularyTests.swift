import Foundation
import Testing

/// `marshrut due` for every event of the contract, under an act made of the terms that the four acts have between them.
struct DueVocabularyTests {
    let office: TrialOffice

    init() throws {
        office = try TrialOffice()
        let folder = office.path("config/marshrut/regulations/trial-1")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try DueVocabularyTests.act.write(toFile: "\(folder)/act.yaml", atomically: true, encoding: .utf8)
        try DueVocabularyTests.rules.write(toFile: "\(folder)/rules.yaml", atomically: true, encoding: .utf8)
    }

    /// The terms as `rule due [time]`.
    private func terms(_ words: [String]) throws -> [String] {
        let ran = try office.run(["due"] + words + ["--regulation", "trial-1", "--format", "json"])
        try #require(ran.status == 0, "\(ran.err)")
        return try ran.list.map { entry in
            let rule = (entry["rule"] as? String)?.split(separator: ".").last.map(String.init) ?? ""
            let time = entry["time"] as? String
            return [rule, entry["due"] as? String ?? "", time].compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test(arguments: [
        (
            ["application-received", "--on", "2025-03-12T14:50"],
            ["accept 2025-03-12 15:05", "decide 2025-03-22", "approve 2025-03-26"]
        ),
        (["application-received", "--on", "2026-12-29"], ["accept 2026-12-29", "decide 2027-01-08", "approve 2027-01-21"]),
        (["application-registered", "--on", "2025-10-31"], ["requests 2025-11-01"]),
        (["draft-prepared", "--on", "2025-12-30"], ["send-draft 2026-01-12"]),
        (["request-sent", "--on", "2025-03-12T10:00", "--via", "smev"], ["answer 2025-03-14 10:00"]),
        (["request-sent", "--on", "2025-03-12T10:00", "--via", "other"], []),
        (["request-delivered", "--on", "2025-04-30", "--via", "other"], ["letter 2025-05-13"]),
        (["register-entry-formed", "--on", "2025-04-29"], ["call 2025-05-14"]),
        (["training-started", "--on", "2025-10-31"], ["training 2026-02-28"]),
        (["month-ended", "--on", "2025-01-31"], ["route 2025-02-28"]),
        (["month-ended", "--on", "2024-01-31"], ["route 2024-02-29"]),
        (["quarter-ended", "--on", "2025-09-30"], ["quarter 2025-10-31"]),
        (["half-year-ended", "--on", "2025-12-31"], ["report 2026-01-25"]),
        (["year-started", "--on", "2025-01-01"], ["plan 2025-02-01"]),
        (["year-ended", "--on", "2025-12-31"], ["year 2026-03-01"]),
        (["fee-decided", "--on", "2024-02-29"], ["recount 2025-02-28"]),
        (["agreement-signed", "--on", "2025-03-05"], ["copy 2025-03-05"]),
        (["meeting-held", "--on", "2025-03-05"], []), (["referral-received", "--on", "2025-03-05"], ["assess 2025-03-12"]),
        (["referral-received", "--on", "2025-03-05", "--category", "child"], ["assess 2025-03-12", "child 2025-03-06"]),
    ])
    func everyEventOfTheContract(words: [String], expected: [String]) throws { #expect(try terms(words) == expected) }

    @Test(arguments: [
        // The longest term where none is agreed: the interim assessment after three months, the final one 14 days before.
        ([], ["interim 2025-06-12", "final 2025-08-29", "end 2025-09-12"]),
        (["--months", "2"], ["final 2025-04-28", "end 2025-05-12"]),
        (["--months", "3"], ["final 2025-05-29", "end 2025-06-12"]),
        (["--months", "12"], ["interim 2025-06-12", "final 2026-02-26", "end 2026-03-12"]),
        (["--months", "15"], ["interim 2025-06-12", "final 2026-02-26", "end 2026-03-12"]),
    ])
    func anAgreedTermIsCountedToItsEndAndBack(months: [String], expected: [String]) throws {
        #expect(try terms(["accompaniment-started", "--on", "2025-03-12"] + months) == expected)
    }

    @Test func daysCountedBackAreToldOneByOne() throws {
        let ran = try office.run(
            "due", "accompaniment-started", "--on", "2025-03-12", "--months", "2", "--regulation", "trial-1", "--format", "json")
        let counted = try #require(try ran.list.first?["counted"] as? [[String: Any]])
        #expect(counted.compactMap { $0["date"] as? String }.prefix(3) == ["2025-03-12", "2025-05-12", "2025-05-11"])
        #expect(counted.count { $0["counts"] as? Bool == true } == 14)
    }

    @Test func editionsFollowTheDayOfTheEvent() throws {
        #expect(try terms(["survey-recorded", "--on", "2025-06-30"]) == ["edition 2025-07-03"])
        #expect(try terms(["survey-recorded", "--on", "2025-07-01"]) == ["edition 2025-07-08"])
    }

    @Test func wrongValuesAreSaid() throws {
        for words in [["--category", "elder"], ["--months", "0"], ["--via", "pigeon"]] {
            let ran = try office.run(["due", "request-sent", "--on", "2025-03-05", "--regulation", "trial-1"] + words)
            #expect(ran.status == 2)
            #expect(ran.err.contains(words[1]))
        }
        // An event that another act declares is none of this one's.
        #expect(try office.run("due", "agreement-signed", "--on", "2025-03-05", "--regulation", "irkutsk-414r").status == 2)
    }

    @Test(arguments: ["ru", "en"]) func thePageSaysEveryRuleInWords(language: String) throws {
        let page = try office.run("--lang", language, "regulations", "show", "trial-1", onTerminal: true)
        #expect(page.status == 0, "\(page.err)")
        let words =
            language == "ru"
            ? [
                "до последнего дня следующего месяца", "с продлением не более 12 месяцев", "14 календарных дней до конца",
                "та же запись",
                "Редакция по 30.06.2025", "Редакция с 01.07.2025", "Повторяется: каждое полугодие", "Дальше: Позвонить",
                "до 1 февраля",
                "запись «Договор»", "1 год",
            ]
            : [
                "by the last day of the next month", "at most 12 months with extensions", "14 calendar days before the end",
                "the same record",
                "Edition until 30.06.2025", "Edition from 01.07.2025", "Returns: every half-year", "Next: Позвонить",
                "by 1 February",
                "record “Договор”", "1 year",
            ]
        let flat = page.out.replacing(/\s+/, with: " ")
        for word in words { #expect(flat.contains(word), "\(word) in \(page.out)") }
    }

    private static let act = """
        act:
          id: trial-1
          short: 1-п
          title: Порядок сопровождения
          inForce: {from: 2022-01-01}
          consentPoint: 1
          surveyPoint: 2
          refusedStage: refused
          closedStage: closed
        roles: [{id: curator, point: 1, title: Куратор}]
        sources: [{id: personal, point: 1, title: Личное обращение}]
        categories: [{id: child, point: 3, title: Дети, who: {age: {below: 18}}}]
        stages: [{id: refused, ours: true, title: Отказ}, {id: closed, ours: true, title: Закрыто}]
        entries:
          - id: contract
            point: 1
            title: Договор
            events: [{event: agreement-signed, at: date}, {event: request-answered, at: date}]
        """

    private static let rules: String = {
        let agreed = "{months: 6, from: months, extendedBy: accompaniment-extended, atMost: 12}"
        let rules: [(id: String, when: String, due: String, more: String)] = [
            ("assess", "referral-received", "{workingDays: 5}", ""),
            ("child", "{event: referral-received, category: child}", "{workingDays: 1}", ""),
            ("accept", "application-received", "{minutes: 15}", ""), ("decide", "application-received", "{calendarDays: 10}", ""),
            ("approve", "application-received", "{workingDays: 10}", ""),
            ("requests", "application-registered", "{workingDays: 1}", ""),
            ("send-draft", "draft-prepared", "{workingDays: 1}", ""),
            ("answer", "{event: request-sent, via: smev}", "{hours: 48}", ""),
            ("letter", "{event: request-delivered, via: other}", "{workingDays: 5}", "next: Позвонить"),
            ("call", "register-entry-formed", "{workingDays: 7}", "unlessAfter: [agreement-signed]"),
            ("training", "training-started", "{months: 4}", ""), ("route", "month-ended", "{dayOfNextMonth: 30}", ""),
            ("quarter", "quarter-ended", "{lastDayOfNextMonth: true}", ""),
            ("report", "half-year-ended", "{dayAfterHalfYear: 25}", ""),
            ("plan", "year-started", "{dayOfYear: {month: 2, day: 1}}", ""),
            ("year", "year-ended", "{dayOfYear: {month: 3, day: 1}}", ""),
            ("recount", "fee-decided", "{years: 1}", ""), ("copy", "agreement-signed", "sameDay", ""),
            ("interim", "accompaniment-started", "{months: 3}", "onlyWithinTerm: true"),
            ("final", "accompaniment-started", "{beforeEnd: {calendarDays: 14, term: \(agreed)}}", ""),
            ("end", "accompaniment-started", "{term: \(agreed)}", ""),
            ("edition", "survey-recorded", "{workingDays: 3}", "inForce: {until: 2025-06-30}"),
            ("edition", "survey-recorded", "{workingDays: 5}", "inForce: {from: 2025-07-01}"),
        ]
        return "obligations:\n"
            + rules.map { rule in
                var lines = [
                    "  - id: \(rule.id)", "    point: 5", "    title: Срок", "    responsible: curator", "    when: \(rule.when)",
                    "    due: \(rule.due)",
                ]
                if !rule.when.hasSuffix("ed") || !["month", "quarter", "half", "year"].contains(where: rule.when.hasPrefix) {
                    lines.append("    satisfiedBy: [{event: request-answered, same: true}]")
                }
                if !rule.more.isEmpty { lines.append("    \(rule.more)") }
                return lines.joined(separator: "\n")
            }.joined(separator: "\n") + "\n"
    }()
}
