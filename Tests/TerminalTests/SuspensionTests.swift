import Foundation
import Testing

/// Ctrl-Z and back, under a real shell with job control.
@Suite(.serialized) struct SuspensionTests {
    private func shell() throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(["/bin/bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "ready> "])
        #expect(terminal.wait(for: "ready> "))
        return terminal
    }

    @Test("Ctrl-Z gives the terminal back, fg takes it again and draws everything")
    func controlZ() throws {
        let terminal = try shell()
        terminal.type("\(PseudoTerminal.probePath) log\n")
        #expect(terminal.wait(for: "Иванова Мария Петровна"))
        terminal.settle()
        for _ in 0..<2 {
            var mark = terminal.mark
            terminal.type("\u{1A}")
            #expect(terminal.wait(for: "Stopped", after: mark))
            #expect(terminal.contains("\u{1B}[?1049l", after: mark) && terminal.contains("\u{1B}[?2004l", after: mark))
            mark = terminal.mark
            terminal.type("stty -a; echo done-$((40+2))\n")
            #expect(terminal.wait(for: "done-42", after: mark))
            #expect(!terminal.contains("-echo ", after: mark) && !terminal.contains("-opost", after: mark))
            mark = terminal.mark
            terminal.type("fg\n")
            #expect(terminal.wait(for: "event: resize 80x24", after: mark))
            #expect(terminal.wait(for: "Иванова Мария Петровна", after: mark))
            #expect(terminal.contains("\u{1B}[?1049h", after: mark) && terminal.contains("\u{1B}[?2004h", after: mark))
            terminal.settle()
            mark = terminal.mark
            terminal.type("\u{1B}[15~")
            #expect(terminal.wait(for: "event: function(5)", after: mark))
        }
        let mark = terminal.mark
        terminal.type("\u{1B}[21~")
        #expect(terminal.wait(for: "probe left: F10", after: mark))
        terminal.type("exit\n")
    }

    @Test("a window that changed while the program stood still has the new size afterwards")
    func resizedMeanwhile() throws {
        let terminal = try shell()
        terminal.type("\(PseudoTerminal.probePath) log\n")
        #expect(terminal.wait(for: "Иванова Мария Петровна"))
        var mark = terminal.mark
        terminal.type("\u{1A}")
        #expect(terminal.wait(for: "Stopped", after: mark))
        terminal.resize(rows: 30, columns: 100)
        mark = terminal.mark
        terminal.type("fg\n")
        #expect(terminal.wait(for: "event: resize 100x30", after: mark))
        terminal.type("\u{1B}[21~")
        #expect(terminal.wait(for: "probe left: F10", after: mark))
        terminal.type("exit\n")
    }

    @Test("kill -TSTP from elsewhere is Ctrl-Z, kill -STOP and -CONT draw everything anew")
    func fromElsewhere() throws {
        let terminal = try shell()
        terminal.type("\(PseudoTerminal.probePath) log\n")
        #expect(terminal.wait(for: "Иванова Мария Петровна"))
        terminal.settle()
        let child = try #require(childOf(terminal.pid))
        for number in [SIGTSTP, SIGSTOP] {
            var mark = terminal.mark
            kill(child, number)
            #expect(terminal.wait(for: "Stopped", after: mark))
            mark = terminal.mark
            terminal.type("fg\n")
            #expect(terminal.wait(for: "Иванова Мария Петровна", after: mark))
            terminal.settle()
            mark = terminal.mark
            terminal.type("\u{1B}[15~")
            #expect(terminal.wait(for: "event: function(5)", after: mark))
        }
        let mark = terminal.mark
        terminal.type("\u{1B}[21~")
        #expect(terminal.wait(for: "probe left: F10", after: mark))
        terminal.type("exit\n")
    }

    @Test("without a shell there is nobody to return to, and Ctrl-Z only draws anew")
    func withoutShell() throws {
        let terminal = try PseudoTerminal.probe(["log"])
        #expect(terminal.wait(for: "Иванова Мария Петровна"))
        let mark = terminal.mark
        terminal.type("\u{1A}")
        #expect(terminal.wait(for: "Иванова Мария Петровна", after: mark))
        terminal.type("\u{1B}[21~")
        #expect(terminal.waitForEnd() == 0)
    }

    private func childOf(_ parent: pid_t) -> pid_t? {
        (try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8))?
            .split(separator: " ").first.flatMap { pid_t($0) }
    }
}
