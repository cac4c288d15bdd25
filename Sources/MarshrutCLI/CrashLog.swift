import Foundation

/// Where complaints of libraries and of a crash go while the screens own the terminal: a file, never the screen.
///
/// On the alternate screen such words would tear the picture and vanish with it. The file holds no personal data: nothing
/// of ours writes there.
struct CrashLog: ~Copyable {
    private let saved: Int32

    /// Sends the errors to `$XDG_STATE_HOME/marshrut/crash.log`, begun anew; leaves them alone where no file can be made.
    init(environment: [String: String]) {
        let state =
            environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? (environment["HOME"] ?? "")
            + "/.local/state"
        let folder = state + "/marshrut"
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let file = open(folder + "/crash.log", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            saved = -1
            return
        }
        saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        dup2(file, STDERR_FILENO)
        close(file)
    }

    /// Gives the errors back to the terminal.
    deinit {
        guard saved >= 0 else { return }
        dup2(saved, STDERR_FILENO)
        close(saved)
    }
}
