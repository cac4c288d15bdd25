import Foundation

/// Where a command prints: results to the output, complaints and progress to the errors.
public struct Console: Sendable {
    /// Whether the output is a terminal.
    public var isTerminal: Bool
    /// Whether the errors go to a terminal, so that progress may be drawn in place.
    public var showsProgress: Bool
    private let write: @Sendable (String) -> Void
    private let complain: @Sendable (String) -> Void
    private let flush: @Sendable () -> Bool

    /// A console over two functions; tests bring theirs.
    public init(
        isTerminal: Bool, showsProgress: Bool = false, print: @escaping @Sendable (String) -> Void,
        complain: @escaping @Sendable (String) -> Void, finish: @escaping @Sendable () -> Bool = { true }
    ) {
        self.isTerminal = isTerminal
        self.showsProgress = showsProgress
        self.write = print
        self.complain = complain
        self.flush = finish
    }

    /// The process's own output and errors.
    public static func standard() -> Console {
        Console(
            isTerminal: isatty(STDOUT_FILENO) == 1, showsProgress: isatty(STDERR_FILENO) == 1,
            print: { send($0, to: FileHandle.standardOutput) }, complain: { send($0, to: FileHandle.standardError) })
    }

    /// Prints text as it is.
    public func print(_ text: String) { write(text) }

    /// Prints text as it is to the errors.
    public func complain(_ text: String) { complain(text) }

    /// Whether all that was printed arrived.
    public func finish() -> Bool { flush() }

    /// A reader that went away, as `head` does, is no failure of ours.
    private static func send(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
