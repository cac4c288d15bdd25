import Foundation
import Testing

/// The main job, from an empty machine to an agreed programme, by the keys of a Russian layout at 80×24.
@Suite struct WholeDayTests {
    /// «Агафонова» never answers; «Абрамова» agrees at once. Both stand first in the queue of a thousand.
    static let silent = ReferralList.Person(family: "Агафонова", given: "Зоя", patronymic: "Ильинична", received: "23.04.2025")
    static let willing = ReferralList.Person(family: "Абрамова", given: "Анна", patronymic: "Ильинична", received: "24.04.2025")

    @Test("A curator imports a thousand rows, calls, visits, writes, meets, surveys, drafts an ИПСС, undoes a mistake and leaves")
    func wholeWalk() throws {
        let trial = try Trial()
        try step("init") { try trial.begin() }
        try step("import of 1,000 rows") {
            var list = ReferralList()
            list.add(Self.silent)
            list.add(Self.willing)
            list.addMany(984, received: "28.04.2025")
            list.repeatFirst(10)
            list.addMistaken()
            let file = try trial.write("выписки.csv", list.bytes(.cp1251))
            let sums = try trial.run("import", "referrals", file, "--format", "json", "--today", "2025-04-28").object()
            #expect(list.rows == 1_000 && sums["read"] as? Int == 1_000 && sums["added"] as? Int == 986)
            #expect(sums["duplicates"] as? Int == 10 && (sums["rejected"] as? [Any])?.count == 4)
        }
        let window = try Window(trial)
        window.command("stty -a > stty-before")
        try firstDay(trial, window)
        try furtherCalls(trial, window)
        try visitAndLetter(trial, window)
        try meeting(trial, window)
        try step("the terminal is as it was") {
            // The sum, since the line itself is on the screen as it is typed, before it is obeyed.
            window.command("stty -a > stty-after; echo compared $((40 + 2))")
            try window.wait(for: "compared 42")
            let before = try String(contentsOfFile: trial.folder + "/stty-before", encoding: .utf8)
            let after = try String(contentsOfFile: trial.folder + "/stty-after", encoding: .utf8)
            #expect(!before.isEmpty && before == after)
        }
        try step("the store is sound") { #expect(trial.run("verify").status == 0) }
    }

    /// 28 April: a mistake and its undo, a call in three keystrokes, a key that cannot act yet, a consent on the telephone.
    private func firstDay(_ trial: Trial, _ window: Window) throws {
        let silent = try trial.caseNumber(of: Self.silent.family)
        let willing = try trial.caseNumber(of: Self.willing.family)
        try step("the first screen") {
            try window.open(today: "2025-04-28T10:00")
            let screen = try window.wait(for: "пн 28.04.2025, рабочий день")
            #expect(screen.contains("1 Сегодня") && screen.contains("10Выход"))
            window.picture("01-desk")
        }
        try step("the queue") {
            window.type("3")
            try window.wait("both first in the queue") { screen in
                let rows = screen.split(separator: "\n").filter { $0.contains("Агафонова") || $0.contains("Абрамова") }
                return rows.count == 2 && rows[0].hasPrefix("▸ 30.04.2025") && rows[1].contains("05.05.2025")
            }
            window.picture("02-queue")
        }
        try step("a mistake and its undo") {
            window.type("з")
            try window.wait(for: "3  отказ")
            window.picture("03-quick-log")
            window.type("3")
            try window.wait(for: "г — отменить")
            #expect(trial.attempts(silent) == ["refused"])
            window.type("г")
            try window.wait(for: "Отменено")
            window.picture("04-undone")
            #expect(trial.attempts(silent) == [])
        }
        try step("a call in three keystrokes") {
            // Undone, the person stands in the queue again and is chosen: the next call is hers, not the next one's.
            try window.wait(for: "▸ 30.04.2025")
            window.type("з2")
            try window.wait(for: "Записано: Отмечена попытка контакта — Агафонова З. И.")
            #expect(trial.attempts(silent) == ["no-answer"])
            try window.wait(for: "дней без ответа: 1 из 3")
            window.picture("05-call-logged")
        }
        try step("a key that cannot act says why") {
            window.type("в")
            try window.wait(for: "Выезжать пока рано")
            window.picture("06-too-early")
            window.press("Escape")
            try window.wait(without: "Выезжать пока рано")
            window.type("ъ")
            try window.wait(for: "Эта клавиша здесь ничего не делает")
            #expect(trial.attempts(silent) == ["no-answer"])
        }
        try step("consent on the telephone opens the meeting form; the date is typed as +2") {
            try window.choose("Абрамова")
            window.type("з1")
            try window.wait(for: "День встречи")
            window.type("+2")
            window.press("Tab")
            try window.wait(for: "30.04.2025")
            window.type("10:30")
            window.picture("07-meeting-form")
            window.press("F2")
            try window.wait(for: "Записано: ")
            let meetings = try #require(try trial.caseObject(willing)["meetings"] as? [[String: Any]])
            #expect(meetings.count == 1 && "\(meetings)".contains("2025-04-30"), "\(meetings)")
        }
        try window.leave()
    }

    /// 29 and 30 April: two more days without an answer.
    private func furtherCalls(_ trial: Trial, _ window: Window) throws {
        let silent = try trial.caseNumber(of: Self.silent.family)
        for (day, count) in [("29", 2), ("30", 3)] {
            try step("a call on \(day) April") {
                try window.open(today: "2025-04-\(day)T09:15")
                window.type("3")
                try window.wait(for: "Кому звонить")
                try window.choose("Агафонова")
                window.type("з2")
                try window.wait(for: "г — отменить")
                #expect(trial.attempts(silent).count == count)
                try window.leave()
            }
        }
    }

    /// 5 May: the visit is open, fails, and opens the letter.
    private func visitAndLetter(_ trial: Trial, _ window: Window) throws {
        let silent = try trial.caseNumber(of: Self.silent.family)
        try step("a visit after three days without an answer") {
            try window.open(today: "2025-05-05T11:00")
            window.type("3")
            try window.wait(for: "Кому звонить")
            try window.choose("Агафонова")
            try window.wait(for: "+ выезд")
            window.type("в")
            try window.wait(for: "Выезд: Агафонова")
            window.picture("08-visit")
            let digit = try window.digit(of: "нет ответа")
            window.type(digit)
            try window.wait(for: "+ письмо")
            #expect(trial.attempts(silent).count == 4)
        }
        try step("a letter after the failed visit") {
            window.type("п")
            try window.wait(for: "Письмо: Агафонова")
            window.type(try window.digit(of: "письмо отправлено"))
            // The visit's own «г — отменить» may still be on the screen.
            try window.wait("the letter recorded") { $0.contains("г — отменить") && trial.attempts(silent).count == 5 }
            window.picture("09-letter")
            #expect(trial.attempts(silent) == ["no-answer", "no-answer", "no-answer", "no-answer", "sent"])
        }
        try step("the letter meets the duty to notify, late by the hand count (due 30.04.2025)") {
            let term = try trial.term("notify", case: silent, today: "2025-05-05")
            #expect(term["due"] as? String == "2025-04-30" && term["state"] as? String == "late", "\(term)")
            #expect(term["fulfilledOn"] as? String == "2025-05-05")
        }
        try window.leave()
    }

    /// 30 April and after: the survey on the day of the meeting, the draft of the programme, its agreement.
    private func meeting(_ trial: Trial, _ window: Window) throws {
        let willing = try trial.caseNumber(of: Self.willing.family)
        try step("the survey on the day of the meeting") {
            try window.open(today: "2025-04-30T10:30")
            try window.wait(for: "ВСТРЕЧИ СЕГОДНЯ")
            window.picture("10-desk-with-meeting")
            try window.openCase(of: "Абрамова")
            window.picture("11-case")
            window.type("о")
            try window.wait(for: "Опрос о потребностях")
            window.press("Tab")
            window.type("Сопровождение к врачу")
            window.picture("12-survey")
            window.press("F2")
            try window.wait(for: "Записано: Записан опрос")
            #expect(try trial.term("survey", case: willing, today: "2025-04-30")["state"] as? String == "done")
        }
        try step("the draft of the ИПСС") {
            window.press("F6")
            try window.wait(for: "Какую программу составить")
            window.type("1")
            try window.wait(for: "Сопровождение к врачу")
            window.press("Enter")
            try window.wait(for: "Объём")
            window.press("Tab", "Tab")
            window.type("4 выезда")
            window.press("Tab")
            window.type("1 раз в неделю")
            window.press("Tab")
            window.type("1 месяц")
            window.press("F2")
            try window.wait(for: "Все мероприятия заполнены")
            window.press("F2")
            try window.wait(for: "Записано: Составлен проект программы")
            window.picture("13-program")
        }
        try step("the programme is agreed") {
            window.type("с")
            try window.wait(for: "Записано: Согласована программа")
            window.picture("14-agreed")
            let programs = try #require(try trial.caseObject(willing)["programs"] as? [[String: Any]])
            #expect("\(programs)".contains("agreed"), "\(programs)")
        }
        try window.leave()
    }
}

extension Trial {
    /// The outcomes of a case's attempts, in order.
    fileprivate func attempts(_ number: String) -> [String] {
        let attempts = (try? caseObject(number)["attempts"] as? [[String: Any]]) ?? []
        return attempts.compactMap { $0["outcome"] as? String }
    }
}

extension Window {
    /// The digit that stands before an outcome in the small list.
    fileprivate func digit(of outcome: String) throws -> String {
        let shown = try wait(for: "  \(outcome)")
        let line = try #require(shown.split(separator: "\n").first { $0.contains("  \(outcome)") })
        let before = try #require(line.range(of: "  \(outcome)")).lowerBound
        return String(try #require(line[..<before].last))
    }
}
