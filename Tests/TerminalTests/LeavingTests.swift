import Foundation
import Testing

/// The terminal is given back whatever happens: the probe dies in every way on a pseudo-terminal.
@Suite(.serialized) struct LeavingTests {
    private func running(_ arguments: [String] = []) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal.probe(arguments)
        #expect(terminal.wait(for: "Сохран"))
        #expect(!terminal.isCooked)
        return terminal
    }

    private func expectRestored(_ terminal: PseudoTerminal, after mark: Int) {
        #expect(terminal.isCooked, "lines are edited and echoed again")
        for (sequence, meaning) in [
            ("\u{1B}[?1049l", "alternate screen"), ("\u{1B}[?2004l", "bracketed paste"), ("\u{1B}[?1l", "keypad"),
        ] {
            #expect(terminal.contains(sequence, after: mark), "\(meaning) is as it was")
        }
        #expect(terminal.isCursorVisible)
    }

    @Test(
        "keys that end the program, well or badly",
        arguments: [
            ("\u{1B}[21~", [0]), ("E", [5]), ("T", [128 + SIGILL, 128 + SIGTRAP]), ("S", [128 + SIGSEGV]), ("R", [128 + SIGSEGV]),
            ("X", [128 + SIGILL, 128 + SIGTRAP]),
        ] as [(String, [Int32])])
    func keys(key: String, statuses: [Int32]) throws {
        let terminal = try running()
        let mark = terminal.mark
        terminal.type(key)
        let status = terminal.waitForEnd()
        #expect(status.map(statuses.contains) == true, "\(String(describing: status))")
        expectRestored(terminal, after: mark)
    }

    @Test("fatal signals", arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
    func fatal(number: Int32) throws {
        let terminal = try running()
        let mark = terminal.mark
        terminal.signal(number)
        #expect(terminal.waitForEnd() == 128 + number)
        expectRestored(terminal, after: mark)
    }

    @Test("requests to leave come as events", arguments: [(SIGTERM, "terminate"), (SIGHUP, "hangup"), (SIGINT, "terminate")])
    func requests(number: Int32, event: String) throws {
        let terminal = try running()
        let mark = terminal.mark
        terminal.signal(number)
        #expect(terminal.waitForEnd() == 0)
        #expect(terminal.contains("probe left: \(event)", after: mark))
        expectRestored(terminal, after: mark)
    }

    @Test("signals that were blocked by whoever started the program are heard", arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
    func blockedSignals(number: Int32) throws {
        let terminal = try running(["blocked"])
        let mark = terminal.mark
        terminal.signal(number)
        #expect(terminal.waitForEnd() == ([SIGTERM, SIGHUP].contains(number) ? 0 : 128 + number))
        expectRestored(terminal, after: mark)
    }

    @Test("a second request, later, ends a program that does not answer")
    func secondRequest() throws {
        let terminal = try running(["deaf", "log"])
        let mark = terminal.mark
        terminal.signal(SIGTERM)
        #expect(terminal.wait(for: "event: terminate", after: mark))
        usleep(1_100_000)
        #expect(!terminal.hasEnded)
        terminal.signal(SIGTERM)
        #expect(terminal.waitForEnd() == 128 + SIGTERM)
        expectRestored(terminal, after: mark)
    }

    @Test("SIGHUP told twice at once, by the kernel and the shell, leaves time to save")
    func doubledHangup() throws {
        let terminal = try running(["deaf", "log"])
        let mark = terminal.mark
        // Standing still in between, the program gets both at one moment, however slowly they are sent.
        terminal.signal(SIGSTOP)
        terminal.signal(SIGTERM)
        terminal.signal(SIGHUP)
        terminal.signal(SIGCONT)
        #expect(terminal.wait(for: "event: hangup", after: mark))
        #expect(!terminal.hasEnded)
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("a closed window is a hang-up, and the program leaves by itself")
    func closedWindow() throws {
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("probe-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: log) }
        var terminal: PseudoTerminal? = try PseudoTerminal(
            ["/bin/sh", "-c", "trap '' HUP; \(PseudoTerminal.probePath) 2>/dev/null; echo status $? > \(log.path)"])
        #expect(terminal?.wait(for: "Сегодня") == true)
        terminal?.closeWindow()
        let end = Date().addingTimeInterval(120)
        var text = ""
        while text.isEmpty, Date() < end {
            usleep(20_000)
            text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        }
        #expect(text == "status 0\n")
        terminal = nil
    }
}
