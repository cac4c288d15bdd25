import CPseudoTerminal
import Foundation

/// A program on a pseudo-terminal of 80×24, watched from outside: what is typed, what comes back and when.
final class TerminalProgram {
    /// What one key brought.
    struct Answer {
        /// Milliseconds from the key to the last byte.
        var milliseconds = 0.0
        var bytes = 0
    }

    private let terminal: Int32
    private let pid: pid_t
    private let started: UInt64
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// `marshrut` itself, at a store, as a worker, on the day of the measurement.
    static func marshrut(_ store: String, login: String) throws -> TerminalProgram {
        try TerminalProgram(Programs.marshrut, Programs.place(store, login: login))
    }

    /// The bare painter, with pages to paint.
    static func painter(_ pages: String) throws -> TerminalProgram {
        try TerminalProgram(Programs.own(), ["--child-bare", pages])
    }

    private init(_ executable: String, _ words: [String]) throws {
        var process: pid_t = 0
        started = Stopwatch.now
        terminal = strings([executable] + words) { argv in
            strings(Programs.environment) { pt_spawn(executable, argv, $0, 24, 80, &process) }
        }
        pid = process
        guard terminal >= 0 else { throw BenchFailure("no pseudo-terminal") }
    }

    /// Waits for the first frame to be whole: nothing more for as long as `quiet` milliseconds.
    func firstFrame(quiet: Int32 = 300) throws -> Answer {
        let answer = collect(since: started, quiet: quiet, patience: 20_000)
        if answer.bytes < 200 { throw BenchFailure("no first frame") }
        return answer
    }

    /// Types and waits until nothing more comes for `quiet` milliseconds.
    func type(_ keys: String, quiet: Int32 = 40) -> Answer {
        let bytes = Array(keys.utf8)
        let moment = Stopwatch.now
        pt_write(terminal, bytes, Int32(bytes.count))
        return collect(since: moment, quiet: quiet, patience: max(quiet, 2_000))
    }

    /// Types, then takes the answer in two parts: up to the first pause of `quiet`, and what follows within `later`.
    func type(_ keys: String, quiet: Int32, later: Int32) -> (first: Answer, whole: Answer) {
        let bytes = Array(keys.utf8)
        let moment = Stopwatch.now
        pt_write(terminal, bytes, Int32(bytes.count))
        let first = collect(since: moment, quiet: quiet, patience: 2_000)
        var whole = collect(since: moment, quiet: later, patience: later)
        if whole.bytes == 0 { whole.milliseconds = first.milliseconds }
        whole.bytes += first.bytes
        return (first, whole)
    }

    /// Reads until nothing came for `quiet` milliseconds, and for `patience` at first.
    private func collect(since moment: UInt64, quiet: Int32, patience: Int32) -> Answer {
        var answer = Answer()
        var wait = patience
        while true {
            let count = pt_read(terminal, &buffer, Int32(buffer.count), wait)
            if count <= 0 { return answer }
            answer.milliseconds = Double(Stopwatch.now - moment) / 1e6
            answer.bytes += Int(count)
            wait = quiet
        }
    }

    /// Ends the program as a worker does, F10; kills it where it does not listen.
    func leave() {
        pt_write(terminal, Array("\u{1B}[21~q".utf8), 6)
        for _ in 0..<100 {
            var status: Int32 = 0
            if pt_has_ended(pid, &status) { return pt_close(terminal) }
            _ = pt_read(terminal, &buffer, Int32(buffer.count), 20)
        }
        pt_signal(pid, SIGKILL)
        pt_close(terminal)
        var status: Int32 = 0
        while !pt_has_ended(pid, &status) { usleep(1000) }
    }

    // MARK: What the system says of it

    /// The most memory it ever held, in MB of a million bytes; 0 when the system does not tell.
    var peakMemory: Double { Double(ProcessFacts.kilobytes("VmHWM", of: pid)) * 1024 / 1e6 }

    /// How often each of its threads fell asleep of itself so far.
    var sleeps: [String: Int] { ProcessFacts.voluntarySwitches(of: pid) }

    /// How often threads woke between two looks; a thread that ended meanwhile woke to do so.
    static func wakeUps(from before: [String: Int], to after: [String: Int]) -> Int {
        let woken = after.map { $0.value - (before[$0.key] ?? 0) }.reduce(0, +)
        return woken + before.keys.count { after[$0] == nil }
    }
}
