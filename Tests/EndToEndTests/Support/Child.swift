import Foundation

/// A process that was started and not waited for yet; its output goes through files, so that no pipe can fill and hold it.
///
/// Not Foundation's `Process`: on Linux it learns of the end from a socket that grandchildren inherit, so a command that
/// leaves a server behind (tmux) would seem never to end.
final class Child {
    /// Its number.
    let id: pid_t
    private let output: String

    /// Starts a program in a folder (`env -C` goes there and becomes the program); nil when the system refuses.
    init?(_ program: String, _ arguments: [String], environment: [String: String], in folder: String) {
        output = folder + "/run/" + UUID().uuidString
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output + ".out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, output + ".err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test runner may block or ignore signals; the program must not inherit that.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var started: pid_t = 0
        guard posix_spawn(&started, "/usr/bin/env", &actions, &attributes, &words, &variables) == 0 else { return nil }
        id = started
    }

    /// Waits until it ends; ends it when it does not in time.
    func wait(timeout: TimeInterval) -> Ended {
        let deadline = Date().addingTimeInterval(timeout)
        var raw: Int32 = 0
        while waitpid(id, &raw, WNOHANG) == 0 {
            guard Date() < deadline else {
                kill(id, SIGKILL)
                waitpid(id, &raw, 0)
                return Ended(status: nil, out: read(".out"), complaint: read(".err"))
            }
            usleep(4_000)
        }
        let signal = raw & 0x7F
        return Ended(status: signal == 0 ? raw >> 8 & 0xFF : 128 + signal, out: read(".out"), complaint: read(".err"))
    }

    private func read(_ end: String) -> String {
        FileManager.default.contents(atPath: output + end).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
