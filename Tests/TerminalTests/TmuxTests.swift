import Foundation
import Testing

/// What a real terminal emulator makes of our output: the probe inside of tmux, its screen read back.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct TmuxTests {
    @Test("the screen shows what was drawn, after keys, strange characters, a resize, and back at the shell")
    func screen() throws {
        let tmux = Tmux(columns: 80, rows: 24, environment: ["LANG=C.UTF-8"])
        defer { tmux.kill() }
        #expect(tmux.wait { $0.count == 24 && $0[22] == "начало 80x24" })
        #expect(
            tmux.wait {
                $0.count == 24 && $0[0] == " 1 Сегодня [2 Реестр] 3 Контакты"
                    && $0[2] == "▸        1 Иванова Мария Петровна                 20.11.2025 просрочено"
            })
        tmux.keys("Down", "Down", "PageDown")
        #expect(
            tmux.wait {
                $0.contains { $0.hasPrefix("▸       21 Ёлкина Мария Петровна ") } && $0.filter { $0.hasPrefix("▸") }.count == 1
            })
        tmux.keys("F5")
        #expect(tmux.wait { $0.count == 24 && $0[22] == "function(5) 80x24" })
        tmux.keys("N")
        #expect(tmux.wait { $0.count == 24 && $0[22] == "漢字😀 e\u{301} \u{FFFD} x ··[31m 80x24" })
        tmux.run("resize-window", "-x", "100", "-y", "30")
        #expect(tmux.wait { $0.count == 30 && $0[28].hasSuffix("100x30") })
        // In one command: typed by two, the Esc would have waited for its digit for longer than a terminal waits.
        tmux.run("send-keys", "Escape", "0")
        #expect(tmux.wait { $0.contains("probe left: F10") })
        #expect(tmux.wait { $0.contains("shell again") })
    }

    @Test(
        "it is drawn the same in mono, in ASCII and on other terminals",
        arguments: [
            ["NO_COLOR=1"], ["MARSHRUT_ASCII=1"], ["TERM=xterm"], ["TERM=vt100"], ["TERM=linux"], ["LANG=C"],
        ])
    func variants(environment: [String]) throws {
        let tmux = Tmux(columns: 80, rows: 24, environment: environment)
        defer { tmux.kill() }
        #expect(tmux.wait { $0.count == 24 && $0[22] == "начало 80x24" })
        for step in 1...25 {
            tmux.keys("Down")
            #expect(
                tmux.wait {
                    $0.contains {
                        $0.dropFirst().hasPrefix(String(repeating: " ", count: step < 9 ? 8 : 7) + "\(step + 1) ")
                            && "▸>".contains($0.first ?? " ")
                    }
                })
        }
        #expect(
            tmux.wait {
                $0.count == 24 && $0.filter { "▸>".contains($0.first ?? " ") }.count == 1
                    && $0[2].hasPrefix("         8 Иванова Анна Сергеевна")
                    && $0[20].dropFirst().hasPrefix("       26 Смирнова Мария Петровна")
            })
    }
}

/// A tmux server of its own, which shares nothing with other ones.
private struct Tmux {
    private static let path = "/usr/bin/tmux"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    private let socket = "marshrut-test-\(UUID().uuidString)"

    init(columns: Int, rows: Int, environment: [String]) {
        let command =
            "env -u NO_COLOR \(environment.joined(separator: " ")) \(PseudoTerminal.probePath); echo shell again; sleep 600"
        run("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command)
    }

    // On a pseudo-terminal of its own rather than with Foundation's Process, which waits until the server has ended too.
    @discardableResult
    func run(_ arguments: String...) -> String {
        let command = [Self.path, "-u", "-L", socket, "-f", "/dev/null"] + arguments
        guard let client = try? PseudoTerminal(command) else { return "" }
        _ = client.wait { client.hasEnded }
        while client.read(milliseconds: 0) > 0 {}
        return String(decoding: client.output, as: UTF8.self).replacingOccurrences(of: "\r", with: "")
    }

    func keys(_ names: String...) {
        for name in names { run("send-keys", name) }
    }

    var lines: [String] {
        let text = run("capture-pane", "-p")
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    func wait(_ condition: ([String]) -> Bool) -> Bool {
        let end = Date().addingTimeInterval(120)
        while Date() < end {
            let now = lines
            if !now.isEmpty, condition(now) { return true }
            usleep(15_000)
        }
        return false
    }

    func kill() {
        run("kill-server")
    }
}
