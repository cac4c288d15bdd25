import Foundation

/// The programs that are measured, and how they are started.
enum Programs {
    /// Nothing of the machine's own settings.
    static let environment = ["PATH=/usr/bin:/bin", "HOME=/nonexistent", "TERM=xterm-256color", "LANG=C.UTF-8"]

    /// This program.
    static func own() -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    /// `marshrut`, built beside this program.
    static var marshrut: String {
        URL(fileURLWithPath: own()).deletingLastPathComponent().appendingPathComponent("marshrut").path
    }

    /// The words that name store, worker and day.
    static func place(_ store: String, login: String) -> [String] {
        ["--db", store, "--user", login, "--today", BenchOffice.now.date.iso]
    }

    /// What a program that ran to its end has used.
    struct Use {
        var seconds: Double
        /// The most memory it held, in MB of a million bytes.
        var peakMemory: Double
        var status: Int32
    }

    /// Runs a program to its end, its output thrown away.
    static func run(_ executable: String, _ words: [String], input: String? = nil) throws -> Use {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        let clock = Stopwatch()
        var pid: pid_t = 0
        let failure = strings([executable] + words) { argv in
            strings(environment) { posix_spawn(&pid, executable, &actions, nil, argv, $0) }
        }
        guard failure == 0 else { throw BenchFailure("\(executable) cannot be started") }
        var status: Int32 = 0
        var peak = 0
        // Asked again and again: what `wait4` tells counts this program's own memory too, from before the child's `exec`.
        while waitpid(pid, &status, WNOHANG) == 0 {
            peak = max(peak, ProcessFacts.kilobytes("VmHWM", of: pid))
            usleep(10_000)
        }
        return Use(seconds: clock.seconds, peakMemory: Double(peak) * 1024 / 1e6, status: status)
    }
}

/// Gives C strings, and the nil after them, to `body`.
func strings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result) -> Result {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("the list ends with a nil and is never empty") }
        return body(base)
    }
}

/// What `/proc` says of a process; see `man 5 proc_pid_status`.
enum ProcessFacts {
    static func kilobytes(_ name: String, of pid: pid_t) -> Int { number(name, in: "/proc/\(pid)/status") }

    /// By thread, how often it gave up the processor of itself.
    static func voluntarySwitches(of pid: pid_t) -> [String: Int] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        let counts = tasks.map { ($0, number("voluntary_ctxt_switches", in: "/proc/\(pid)/task/\($0)/status")) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    private static func number(_ name: String, in path: String) -> Int {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return 0 }
        for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
            return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
        }
        return 0
    }
}
