/// The full-screen program, opened by `marshrut` without a subcommand.
enum TerminalApplication {
    /// Opens the store and the screens; returns when the worker leaves.
    static func open(_ wiring: Wiring) throws {
        // Workbench is not wired in yet.
        throw CommandFailure.usage("terminal.not-yet")
    }
}
