import Foundation
import Testing

/// The terminal around the program: its size, its signals, its paste, its keys, what it can show.
@Suite struct WindowTests {
    private func office() throws -> Trial {
        let trial = try Trial()
        try trial.begin()
        try trial.take([AccidentTests.person], today: "2025-04-28")
        return trial
    }

    @Test("A wide window shows the same, with more room")
    func wide() throws {
        let trial = try office()
        let window = try Window(trial, columns: 160, rows: 50)
        try window.open(today: "2025-04-28T10:00")
        let desk = try window.wait("the desk") { $0.contains("10Выход") && $0.contains("Иванова М. П.") }
        #expect(desk.contains("Маршрут · УСЗСОН по Ангарскому району · Куратор: Иванова М. П."), "\(desk)")
        window.type("3")
        // What 80 columns cut is whole here: the name, the number.
        let queue = try window.wait("the queue") { $0.contains("[3 Контакты]") && $0.contains("Абрамова Анна Ильинична") }
        #expect(queue.split(separator: "\n").contains { $0.count > 90 }, "\(queue)")
        window.picture("30-queue-wide")
        try window.leave()
    }

    @Test("A window made too small says so, keeps what is typed and shows it again")
    func resized() throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("2")
        try window.wait(for: "[2 Реестр]")
        window.type("/абрам")
        // All that is read has come: the row, its preview and the count of rows, which is taken in a pause.
        let before = try window.wait("the row found") {
            $0.contains("Поиск: абрам") && $0.contains("попыток: 0") && $0.contains(" 1/1 ") && !$0.contains("Читаю…")
        }
        window.resize(columns: 60, rows: 20)
        try window.wait("that the window is too small, and nothing else") {
            $0.contains("Окно мало: нужно не меньше 80×24, сейчас 60×20") && !$0.contains("Абрамова")
        }
        window.resize(columns: 80, rows: 24)
        try window.wait("the same screen as\n\(before)\n") { $0 == before }
        window.resize(columns: 20, rows: 5)
        try window.wait(for: "Окно мало")
        try window.leave()
    }

    @Test("Ctrl-Z stops the program and gives the shell back; fg goes on where it was")
    func suspended() throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        let before = try window.wait("the queue, read whole") { $0.contains("Попыток ещё не было") && !$0.contains("Читаю…") }
        window.press("C-z")
        try window.wait(for: "Stopped")
        window.command("echo the shell $((40 + 2))")
        try window.wait(for: "the shell 42")
        window.command("fg")
        try window.wait("the same screen") { $0 == before }
        window.type("з2")
        try window.wait(for: "г — отменить")
        try window.leaveAfterStop()
    }

    @Test("A paste of many lines and control characters is text of one field, never commands")
    func pasted() throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        try window.wait(for: "▸ 05.05.2025")
        // In a list a paste commands nothing: these lines hold the keys of a call with its outcome.
        window.paste("з2\nз2\nг\n")
        window.type("з0")
        try window.wait(for: "Примечание")
        window.press("Tab", "Tab", "Tab", "Tab")
        window.paste("первая\nвторая\tтретья\u{7}\u{1B}[2J\u{202E}четвёртая\u{200B}")
        let shown = try window.wait("the form, still whole") {
            $0.contains("четвёртая") && $0.contains("Звонок") && $0.contains("первая")
        }
        #expect(!shown.unicodeScalars.contains { [0x202E, 0x200B, 0x1B, 0x07].contains($0.value) })
        #expect(trial.query("SELECT count(*) FROM contactAttempt") == "0")
        window.press("F10")
        try window.wait(for: "Есть несохранённые изменения")
        window.type("н")
        try window.wait(for: "left with status 0")
        #expect(trial.query("SELECT count(*) FROM draft") == "0")
    }

    @Test(
        "Esc and 0 is F10; so are PuTTY's and xterm's own sequences", arguments: [[0x1B, 0x30], [0x1B, 0x5B, 0x32, 0x31, 0x7E]])
    func leavesByTwin(_ bytes: [UInt8]) throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        try window.send(bytes)
        try window.wait(for: "left with status 0")
    }

    @Test("PuTTY's F1 opens the help, one Esc closes it")
    func putty() throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        try window.send([0x1B, 0x5B, 0x31, 0x31, 0x7E])
        try window.wait(for: "Клавиши на этом экране")
        window.picture("31-help")
        window.press("Escape")
        try window.wait(without: "Клавиши на этом экране")
        try window.leave()
    }

    @Test("Under LANG=C and under no LANG at all Russian letters are shown and typed", arguments: ["C", ""])
    func poorLocale(_ language: String) throws {
        let trial = try office()
        let window = try Window(trial, environment: ["LANG": language])
        try window.open(today: "2025-04-28T10:00")
        window.type("2")
        try window.wait(for: "[2 Реестр]")
        window.type("/абрам")
        try window.wait("the row found") { $0.contains("Поиск: абрам") && $0.contains("Абрамова") }
        try window.leave()
    }

    @Test("NO_COLOR paints no colour; without it there is some")
    func noColour() throws {
        let trial = try office()
        for (variables, coloured) in [([:], true), (["NO_COLOR": "1"], false)] {
            let window = try Window(trial, environment: variables)
            try window.open(today: "2025-04-28T10:00")
            window.type("3")
            try window.wait(for: "▸ 05.05.2025")
            // The keys' line is painted last: with it the colours are all there.
            try window.wait(for: "10Выход")
            let painted = window.paintedScreen
            let hasColour =
                painted.range(of: "\u{1B}\\[[0-9;]*\\b(3[0-7]|4[0-7]|9[0-7]|38;|48;)", options: .regularExpression) != nil
            #expect(hasColour == coloured, "NO_COLOR \(variables): \(painted.debugDescription.prefix(600))")
            try window.leave()
        }
    }

    @Test("MARSHRUT_ASCII=1 draws lines with plain characters")
    func plainLines() throws {
        let trial = try office()
        let window = try Window(trial, environment: ["MARSHRUT_ASCII": "1"])
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        try window.wait(for: "05.05.2025")
        window.type("з")
        let shown = try window.wait("the list of outcomes in its frame") {
            $0.contains("нет ответа") && $0.contains("подробно") && $0.contains("+-")
        }
        let lines = shown.unicodeScalars.filter { (0x2500...0x25FF).contains($0.value) }
        #expect(lines.isEmpty, "box drawing is left:\n\(shown)")
        window.picture("32-ascii")
        try window.leave()
    }

    @Test("A terminal that cannot place a cursor, and no terminal at all: a clear error, status 2, and no store is made")
    func noTerminal() throws {
        let trial = try Trial()
        let ended = trial.run([])
        #expect(ended.status == 2 && ended.complaint.contains("нужен терминал"), "\(ended)")
        let window = try Window(trial, environment: ["SHOWN": "1"])
        for (name, words) in [("dumb", "не умеет ставить курсор"), ("nonesuch", "этой машине неизвестен")] {
            window.command("clear; TERM=\(name) marshrut; echo \"left with status $?\"")
            // By its own words: until the shell has cleared it, the screen still shows how the one before was left.
            let screen = try window.wait("the refusal of \(name)") {
                $0.contains("left with status 2") && $0.replacingOccurrences(of: "\n", with: "").contains(words)
            }
            #expect(screen.contains("TERM=xterm-256color"), "\(screen)")
        }
        #expect(!FileManager.default.fileExists(atPath: trial.store))
    }
}
