import Foundation
import Testing

/// The dates of the screens and of the board against a count by hand on the printed production calendar.
///
/// Five working days, the day of the event not counted. The days that count are written out by hand:
/// * May 2025: off are 1–4 May (2 May moved from 4 January) and 8–11 May (8 May moved from 23 February);
/// * New Year 2026: off are 31 December 2025 (moved from 5 January) to 11 January 2026 (9 January moved from 3 January).
@Suite struct WorkingDaysTests {
    struct HandCount: Sendable, CustomTestStringConvertible {
        let family: String
        let received: String
        let counted: [String]
        var due: String { counted[4] }
        var testDescription: String { "received \(received), due \(due)" }
    }

    static let hand = [
        HandCount(
            family: "Апрелева", received: "24.04.2025",
            counted: ["25.04.2025", "28.04.2025", "29.04.2025", "30.04.2025", "05.05.2025"]),
        HandCount(
            family: "Вербина", received: "28.04.2025",
            counted: ["29.04.2025", "30.04.2025", "05.05.2025", "06.05.2025", "07.05.2025"]),
        HandCount(
            family: "Маева", received: "30.04.2025",
            counted: ["05.05.2025", "06.05.2025", "07.05.2025", "12.05.2025", "13.05.2025"]),
        HandCount(
            family: "Декабрева", received: "26.12.2025",
            counted: ["29.12.2025", "30.12.2025", "12.01.2026", "13.01.2026", "14.01.2026"]),
        HandCount(
            family: "Ёлкина", received: "30.12.2025",
            counted: ["12.01.2026", "13.01.2026", "14.01.2026", "15.01.2026", "16.01.2026"]),
    ]

    @Test("«Почему эта дата» and the board agree with the count by hand over the May and the New Year holidays", arguments: hand)
    func handCount(_ count: HandCount) throws {
        let trial = try Trial()
        let today = count.received.iso
        try trial.begin(today: today)
        try trial.take(
            [.init(family: count.family, given: "Анна", patronymic: "Ильинична", received: count.received)], today: today)

        let board = try trial.run("deadlines", "--format", "json", "--today", today).list()
        #expect(board.compactMap { $0["rule"] as? String }.sorted() == ["irkutsk-414r.identify-need", "irkutsk-414r.notify"])
        #expect(board.compactMap { $0["due"] as? String } == [count.due.iso, count.due.iso])

        let window = try Window(trial, rows: 50)
        try window.open(today: today)
        window.type("6")
        try window.wait(for: "[6 Сроки]")
        // The board begins with the week ahead; over the holidays the term lies beyond it: the next span is a month.
        window.press("F6")
        try window.wait(for: count.due)
        window.press("F3")
        // The window's lower side is painted last: with it the page is whole.
        let page = try window.wait("the whole page") {
            $0.contains("Исполнить не позднее: \(count.due)") && $0.contains("Esc — закрыть") && $0.contains("10Выход")
        }
        window.picture("why-\(count.received.iso)")
        let lines = page.split(separator: "\n")
        for (place, day) in count.counted.enumerated() {
            let said = lines.first { $0.contains("\(day)  ") } ?? ""
            #expect(said.contains("\(day)  \(place + 1)"), "the \(place + 1). day by hand is \(day); the screen: \(said)")
        }
        let numbered = lines.filter { $0.range(of: #"\d\d\.\d\d\.\d{4}  [1-9]"#, options: .regularExpression) != nil }
        #expect(numbered.count == 5, "five days count:\n\(page)")
        window.press("Escape")
        try window.wait(without: "Исполнить не позднее")
        try window.leave()
    }
}

extension String {
    /// `24.04.2025` as `2025-04-24`.
    var iso: String { split(separator: ".").reversed().joined(separator: "-") }
}
