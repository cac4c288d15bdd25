import Foundation
import Testing

/// A terminal window: tmux on a socket of its own, a shell in it, the program typed into the shell as a worker would.
///
/// Nothing here sleeps and hopes: every step waits until the screen shows what it must, and records the whole screen when
/// it never does.
final class Window {
    private let trial: Trial
    private let socket = "marshrut-\(UUID().uuidString.prefix(8))"
    /// How long a text may take to appear: generous, for machines that build something beside.
    private static let patience: TimeInterval = 120

    /// A window of the given size with a shell that waits for commands.
    init(_ trial: Trial, columns: Int = 80, rows: Int = 24, environment changes: [String: String] = [:]) throws {
        self.trial = trial
        let rules = """
            set -g status off
            set -g default-terminal tmux-256color
            set -sg escape-time 0
            set -g history-limit 2000
            set -g remain-on-exit on
            """
        try trial.write("tmux.conf", Data(rules.utf8))
        let variables = trial.environment.merging(changes) { $1 }.map { "\($0.key)=\($0.value)" }
        let shell = ["env", "-i"] + variables + ["TERM=tmux-256color", "PS1=$ ", "bash", "--norc", "--noprofile", "-i"]
        let quoted = shell.map { "'" + $0 + "'" }.joined(separator: " ")
        let begun = tmux("-f", trial.folder + "/tmux.conf", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", quoted)
        try #require(begun.status == 0, "tmux: \(begun)")
        try wait(for: "$")
    }

    deinit { tmux("kill-server") }

    /// What the window shows now, line by line, without trailing spaces.
    var screen: String {
        let lines = tmux("capture-pane", "-p").out.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
    }

    /// As ``screen``, with the sequences that set colours.
    var paintedScreen: String { tmux("capture-pane", "-p", "-e").out }

    /// The process that was started last in the window.
    var programID: Int32? { Int32(trial.system("sh", "-c", "pgrep -n -x marshrut -P \(shellID)").out.trimmed) }

    private var shellID: String { tmux("display-message", "-p", "#{pane_pid}").out.trimmed }

    /// Presses keys by tmux's names: `F10`, `Enter`, `Escape`, `Tab`, `C-z`.
    func press(_ keys: String...) { tmux(["send-keys"] + keys) }

    /// Types a text, as bytes of UTF-8, letters of either alphabet.
    func type(_ text: String) { tmux("send-keys", "-l", "--", text) }

    /// Pastes a text as a terminal does: in brackets when the program has asked for them.
    func paste(_ text: String) {
        tmux("set-buffer", "--", text)
        tmux("paste-buffer", "-p", "-r")
    }

    /// Sends raw bytes, whatever they are: through a buffer, since `send-keys` would make letters of them.
    func send(_ bytes: [UInt8]) throws {
        let path = try trial.write("bytes", Data(bytes))
        tmux("load-buffer", path)
        tmux("paste-buffer", "-r")
    }

    /// Changes the size of the window.
    func resize(columns: Int, rows: Int) { tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

    /// Gives the shell a command line.
    func command(_ line: String) {
        type(line)
        press("Enter")
    }

    /// Opens the program on the given day and waits for its first screen.
    func open(today: String, until text: String = "F10", sourceLocation: SourceLocation = #_sourceLocation) throws {
        command("clear; marshrut --today \(today); echo \"left with status $?\"")
        try wait(for: text == "F10" ? "1 Сегодня" : text, sourceLocation: sourceLocation)
    }

    /// Leaves by F10 and checks that the program ended well.
    func leave(sourceLocation: SourceLocation = #_sourceLocation) throws {
        press("F10")
        try wait(for: "left with status 0", sourceLocation: sourceLocation)
    }

    /// Leaves by F10 after a stop: the shell's line was spent on the stop, so it is asked anew how the program ended.
    func leaveAfterStop(sourceLocation: SourceLocation = #_sourceLocation) throws {
        press("F10")
        // Not the text alone: it is back before the shell is, and a line typed in between would be the program's.
        try wait("the shell again", sourceLocation: sourceLocation) {
            $0.contains("the shell 42") && tmux("display-message", "-p", "#{pane_current_command}").out.trimmed == "bash"
        }
        command("clear; echo \"ended with $?\"")
        try wait(for: "ended with 0", sourceLocation: sourceLocation)
    }

    /// Waits until the screen shows the text.
    @discardableResult
    func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try wait("«\(text)»", sourceLocation: sourceLocation) { $0.contains(text) }
    }

    /// Waits until the screen shows the text no longer.
    @discardableResult
    func wait(without text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try wait("no «\(text)»", sourceLocation: sourceLocation) { !$0.contains(text) }
    }

    /// Waits until the screen is as asked, and is so still when looked at again: a frame comes in several pieces, and a
    /// screen caught between two of them is neither the old one nor the new.
    @discardableResult
    func wait(
        _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: (String) -> Bool
    ) throws -> String {
        let deadline = Date().addingTimeInterval(Window.patience)
        var shown = screen
        while true {
            if isSo(shown) {
                usleep(10_000)
                let again = screen
                if again == shown { return shown }
                shown = again
                continue
            }
            if Date() > deadline {
                Issue.record("the window never showed \(what); it shows:\n\(shown)", sourceLocation: sourceLocation)
                throw NeverShown()
            }
            usleep(40_000)
            shown = screen
        }
    }

    /// Keeps the present screen as text for the guide, where a folder for that is named.
    func picture(_ name: String) {
        guard let folder = ProcessInfo.processInfo.environment["MARSHRUT_SCREENS"] else { return }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? screen.write(toFile: "\(folder)/\(name).txt", atomically: true, encoding: .utf8)
    }

    @discardableResult
    private func tmux(_ arguments: String...) -> Ended { tmux(arguments) }

    @discardableResult
    private func tmux(_ arguments: [String]) -> Ended {
        Ended.of(
            "tmux", ["-u", "-L", socket] + arguments,
            environment: trial.environment.merging(["TMUX_TMPDIR": "/tmp"]) { $1 }, timeout: 120, in: trial.folder)
    }
}

/// The window never showed what was waited for; the screen is in the recorded issue.
struct NeverShown: Error {}

extension String {
    /// Without spaces and line ends around.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    fileprivate func write(toFile path: String, atomically: Bool, encoding: String.Encoding) throws {
        try write(to: URL(fileURLWithPath: path), atomically: atomically, encoding: encoding)
    }
}
