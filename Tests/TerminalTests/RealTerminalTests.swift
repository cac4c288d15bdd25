import Foundation
import Testing

/// The driver on a pseudo-terminal: keys, sizes, locales, colours, silence.
@Suite(.serialized) struct RealTerminalTests {
    private func running(
        _ arguments: [String] = ["log"], environment: [String: String] = [:], rows: Int32 = 24, columns: Int32 = 80
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal.probe(
            arguments + ["marks"], environment: environment, rows: rows, columns: columns)
        #expect(terminal.wait(for: "\(columns)x\(rows)"))
        #expect(terminal.wait(for: Self.drawn))
        return terminal
    }

    /// What the probe writes behind every frame.
    private static let drawn = "\u{1B}]2;drawn\u{07}"

    @Test(
        "keys as terminals send them arrive as what they are",
        arguments: [
            ("\u{1B}[11~", "function(1)"), ("\u{1B}[12~", "function(2)"), ("\u{1B}[13~", "function(3)"),
            ("\u{1B}[14~", "function(4)"),
            ("\u{1B}[15~", "function(5)"), ("\u{1B}OP", "function(1)"), ("\u{1B}[[A", "function(1)"), ("\u{1B}1", "function(1)"),
            ("\u{1B}[24~", "function(12)"), ("\u{1B}[1~", "home"), ("\u{1B}OH", "home"), ("\u{1B}[Z", "backTab"),
            ("\u{7F}", "backspace"),
            ("\u{1B}", "escape"), ("ё", "character(\"ё\")"), ("\u{1B}ф", "alt(\"ф\")"), ("\u{11}", "control(\"q\")"),
            ("\u{13}", "control(\"s\")"),
            ("\u{1B}[1;2B", "modified(Terminal.NamedKey.down, Terminal.Modifiers(rawValue: 1))"),
        ])
    func keys(sent: String, event: String) throws {
        let terminal = try running()
        terminal.type(sent)
        #expect(terminal.wait(for: "event: \(event)\u{07}"))
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("a letter in two pieces is one letter, a bad byte loses nothing")
    func pieces() throws {
        let terminal = try running()
        terminal.type([0xD0])
        usleep(150_000)
        terminal.type([0xB9])
        #expect(terminal.wait(for: "event: character(\"й\")\u{07}"))
        terminal.type([0xE9, 0x78])
        #expect(terminal.wait(for: "event: character(\"x\")\u{07}"))
        terminal.type([0xFF])
        #expect(terminal.wait(for: "event: unknown\u{07}"))
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("a patient screen takes Esc and then a digit, typed by hand, for a function key")
    func escapeThenDigit() throws {
        let terminal = try running(["log", "patient"])
        terminal.type("\u{1B}")
        usleep(300_000)
        terminal.type("5")
        #expect(terminal.wait(for: "event: function(5)\u{07}"))
        terminal.type("\u{1B}")
        usleep(300_000)
        terminal.type("0")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("what is pasted is text, F10 among it")
    func paste() throws {
        let terminal = try running()
        #expect(terminal.contains("\u{1B}[?2004h"))
        terminal.type("\u{1B}[200~T\u{1B}[21~\rS\u{1B}[201~")
        #expect(terminal.wait(for: "event: paste("))
        #expect(!terminal.hasEnded)
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("a new size of the window is an event, and the frame fits it")
    func resize() throws {
        let terminal = try running()
        for (rows, columns) in [(30, 100), (10, 40), (3, 7), (1, 1), (50, 200), (24, 80)] as [(Int32, Int32)] {
            let mark = terminal.mark
            terminal.resize(rows: rows, columns: columns)
            #expect(terminal.wait(for: "event: resize \(columns)x\(rows)\u{07}", after: mark))
        }
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
    }

    @Test("another thread's wake-up is an event")
    func wake() throws {
        let terminal = try running()
        terminal.type("W")
        #expect(terminal.wait(for: "event: wake\u{07}"))
    }

    @Test("the bell, the clipboard and a forced redraw")
    func besides() throws {
        let terminal = try running([])
        var mark = terminal.mark
        terminal.type("C")
        #expect(terminal.wait(for: "\u{1B}]52;c;0J/RgNC40LLQtdGC\u{07}", after: mark))
        #expect(terminal.wait(for: Self.drawn, after: mark))
        mark = terminal.mark
        terminal.type("B")
        #expect(terminal.wait(for: Self.drawn, after: mark))
        // The mark behind the frame ends with a bell's byte of its own, which is not the bell.
        #expect(String(decoding: terminal.output[mark...], as: UTF8.self).replacing(Self.drawn, with: "").contains("\u{07}"))
        mark = terminal.mark
        terminal.type("D")
        #expect(terminal.wait(for: "Сегодня", after: mark))
    }

    @Test(
        "Russian is shown in whatever locale",
        arguments: [
            ["LANG": "C"], ["LANG": ""], ["LC_ALL": "POSIX"], ["LANG": "ru_RU.KOI8-R"], ["LANG": "ru_RU.UTF-8"],
            ["LC_CTYPE": "nonsense"],
        ])
    func locales(environment: [String: String]) throws {
        let terminal = try running([], environment: environment)
        #expect(terminal.contains("Иванова Мария Петровна"))
        #expect(terminal.contains("─"))
    }

    @Test(
        "terminals of many kinds show the list",
        arguments: ["xterm", "screen-256color", "tmux-256color", "rxvt-unicode-256color", "vt100", "ansi"])
    func kinds(name: String) throws {
        let terminal = try PseudoTerminal.probe(environment: ["TERM": name])
        #expect(terminal.wait { terminal.contains("Иванова Мария Петровна") || terminal.hasEnded })
        if terminal.hasEnded {
            // Debian's ncurses-base has only the usual descriptions; the refusal says which is missing.
            #expect(terminal.contains("probe refused: unknownTerminal(name: \"\(name)\")"))
            return
        }
        terminal.settle()
        #expect(terminal.contains("─") == !["vt100", "ansi"].contains(name))
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
        #expect(terminal.isCooked)
    }

    @Test("NO_COLOR leaves bold and reverse, MARSHRUT_ASCII leaves seven-bit lines")
    func plain() throws {
        let mono = try running([], environment: ["NO_COLOR": "1"])
        #expect(!mono.contains("\u{1B}[38;5;") && !mono.contains("\u{1B}[48;5;") && mono.contains(";7m"))
        let ascii = try running([], environment: ["MARSHRUT_ASCII": "1"])
        #expect(!ascii.contains("─") && ascii.contains("-----"))
        let colored = try running([])
        #expect(colored.contains("\u{1B}[48;5;25m"))
        let light = try running([], environment: ["COLORFGBG": "0;15"])
        #expect(light.contains("\u{1B}[48;5;153m"))
        let eight = try running([], environment: ["TERM": "xterm"])
        #expect(eight.contains("\u{1B}[46m") && !eight.contains("\u{1B}[48;5;"))
    }

    @Test(
        "what is not a terminal to draw on is refused with a reason",
        arguments: [
            ("dumb", "unusableTerminal(name: \"dumb\")"), ("", "unknownTerminal(name: \"\")"),
            ("no-such-term", "unknownTerminal(name: \"no-such-term\")"),
        ])
    func refusals(name: String, reason: String) throws {
        let terminal = try PseudoTerminal.probe(environment: ["TERM": name])
        #expect(terminal.waitForEnd() == 3)
        #expect(terminal.contains("probe refused: \(reason)"))
        #expect(terminal.isCooked)
        #expect(!terminal.contains("\u{1B}"))
    }

    @Test("input or output that is no terminal is refused", arguments: ["</dev/null", "| cat"])
    func notATerminal(redirection: String) throws {
        let terminal = try PseudoTerminal(["/bin/sh", "-c", "\(PseudoTerminal.probePath) \(redirection)"])
        _ = terminal.waitForEnd()
        #expect(terminal.contains("probe refused: notATerminal"))
    }

    @Test("a cursor move sends at most 512 bytes, and silence is silence")
    func economy() throws {
        let terminal = try running([])
        var most = 0
        for _ in 0..<40 {
            let mark = terminal.mark
            terminal.type("\u{1B}[B")
            #expect(terminal.wait(for: Self.drawn, after: mark))
            most = max(most, terminal.mark - mark - Self.drawn.utf8.count)
        }
        #expect(most <= 512, "\(most)")
        let mark = terminal.mark
        // The first look may come before the probe has gone to sleep, and a busy kernel may move it once; a program that
        // wakes by itself does so every time.
        let isSilent = (0..<5).contains { _ in
            let before = switches(of: terminal.pid)
            terminal.read(milliseconds: 1_500)
            return switches(of: terminal.pid) == before
        }
        #expect(isSilent, "no wake-up while nothing happens")
        #expect(terminal.mark == mark, "no byte while nothing happens")
    }

    /// How often the process has gone to sleep by itself.
    private func switches(of pid: pid_t) -> String? {
        (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8))?
            .split(separator: "\n").first { $0.hasPrefix("voluntary") }.map(String.init)
    }
}
