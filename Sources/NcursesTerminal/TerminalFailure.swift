/// Why the terminal cannot be used; the caller says it in words.
public enum TerminalFailure: Error, Hashable, Sendable {
    /// Standard input or output is not a terminal.
    case notATerminal
    /// `TERM` is not set, or names a terminal that is not described on this machine.
    case unknownTerminal(name: String)
    /// The terminal cannot place a cursor (`TERM=dumb`).
    case unusableTerminal(name: String)
    /// The system has no UTF-8 locale, not even C.UTF-8, so that no Russian letter can be shown.
    case noUTF8
    /// The process has a terminal open already.
    case alreadyOpen
    /// ncurses or the system refused; there is nothing more to say.
    case refused
}
