import Foundation
import Testing

/// The first start without a store: a look round among invented people, or an office's beginning.
@Suite struct FirstStartTests {
    @Test("Trying with invented data opens a full store elsewhere and leaves the office's place empty")
    func invented() throws {
        let trial = try Trial()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00", until: "С чего начать")
        window.picture("00-first-start")
        window.press("Enter")
        try window.wait(for: "1 Сегодня")
        window.type("2")
        let registry = try window.wait("invented people") { $0.range(of: #"1/\d{2,3}"#, options: .regularExpression) != nil }
        #expect(registry.contains("▸"))
        window.picture("01-invented")
        try window.leave()
        #expect(!FileManager.default.fileExists(atPath: trial.store))
    }

    @Test("Beginning an office asks four lines, says what is missing, and makes a store to work in")
    func begin() throws {
        let trial = try Trial()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00", until: "С чего начать")
        window.press("Down", "Enter")
        try window.wait(for: "Учреждение")
        window.press("F2")
        try window.wait(for: "Заполните это поле")
        #expect(!FileManager.default.fileExists(atPath: trial.store))
        window.type("УСЗСОН по Ангарскому району")
        window.press("Tab", "Tab", "Space")
        try window.wait(for: "[x] 414-р")
        window.press("Tab", "Tab", "Tab")
        window.type("Иванова М. П.")
        try window.wait(for: "Иванова М. П.")
        try window.wait(without: "Заполните это поле")
        window.picture("02-begin")
        window.press("F2")
        try window.wait(for: "1 Сегодня")
        let desk = try window.wait(for: "УСЗСОН по Ангарскому району · Иванова М. П.")
        #expect(desk.contains("пн 28.04.2025"))
        try window.leave()
        #expect(trial.run("verify").status == 0)
        let workers = try trial.run("workers", "--format", "json").list()
        #expect("\(workers)".contains("Иванова М. П."), "\(workers)")
        // The next start asks nothing.
        try window.open(today: "2025-04-28T10:00")
        try window.leave()
    }

    @Test("Leaving the first start leaves nothing behind")
    func left() throws {
        let trial = try Trial()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00", until: "С чего начать")
        window.press("F10")
        try window.wait(for: "left with status 0")
        #expect(!FileManager.default.fileExists(atPath: trial.store))
    }
}
