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

    /// Starts this very program with hidden words.
    init(_ words: [String]) throws {
        let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let environment = ["PATH=/usr/bin:/bin", "HOME=/nonexistent", "TERM=xterm-256color", "LANG=C.UTF-8"]
        var process: pid_t = 0
        started = Stopwatch.now
        terminal = TerminalProgram.strings([executable] + words) { argv in
            TerminalProgram.strings(environment) { pt_spawn(executable, argv, $0, 24, 80, &process) }
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
        return collect(since: moment, quiet: quiet, patience: 2_000)
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

    /// How often its threads have fallen asleep of themselves, which is how often they woke.
    var sleeps: Int { ProcessFacts.voluntarySwitches(of: pid) }

    private static func strings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = strings.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the list ends with a nil and is never empty") }
            return body(base)
        }
    }
}

/// What `/proc` says of a process; see `man 5 proc_pid_status`.
enum ProcessFacts {
    static func kilobytes(_ name: String, of pid: pid_t) -> Int { number(name, in: "/proc/\(pid)/status") }

    static func voluntarySwitches(of pid: pid_t) -> Int {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        return tasks.map { number("voluntary_ctxt_switches", in: "/proc/\(pid)/task/\($0)/status") }.reduce(0, +)
    }

    private static func number(_ name: String, in path: String) -> Int {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return 0 }
        for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
            return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
        }
        return 0
    }
}
