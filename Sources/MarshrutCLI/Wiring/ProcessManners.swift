import Foundation

/// How the process behaves towards the system: private files, no core dumps, no sudden death by a full disk or a closed pipe.
enum ProcessManners {
    /// Adopts the manners; called once, first of all.
    static func adopt() {
        // A write beyond a limit or into a closed pipe must come back as an error that we can word.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        // A core dump would hold personal data in the clear.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        umask(0o077)
    }
}
