/// Lets any thread wake the loop that waits in ``TerminalPort/nextEvent(timeout:)``.
public struct Waker: Sendable {
    private let signal: @Sendable () -> Void

    /// A waker that calls `signal`; it must be safe from any thread and must not block.
    public init(_ signal: @escaping @Sendable () -> Void) {
        self.signal = signal
    }

    /// Makes the loop see ``Key/wake`` soon; several calls may be seen as one.
    public func wake() {
        signal()
    }
}

/// The seam between screens and a terminal: screens draw frames and read events, and never know what is behind.
///
/// One thread owns a port and calls everything but the waker; the port is therefore not `Sendable`.
public protocol TerminalPort: AnyObject {
    /// The present size in cells.
    var size: Size { get }

    /// The signs the terminal can show.
    var lines: LineSet { get }

    /// How styles look; setting another repaints with the next frame.
    var theme: Theme { get set }

    /// How long, in milliseconds, a lone Esc waits for a digit or letter that would make it another key; 50 at first.
    ///
    /// A screen where Esc closes nothing may set about 500, so that people whose terminal takes F1 or F10 can press
    /// Esc and then a digit by hand, as in Midnight Commander; everywhere else Esc stays instant.
    var escapeDelay: Int { get set }

    /// A wake-up for other threads.
    var waker: Waker { get }

    /// Whether an event is already here, so that a frame nobody would see need not be drawn.
    var hasPendingEvent: Bool { get }

    /// Shows the frame; only what differs from the last one is sent. A frame without a cursor hides it.
    func present(_ frame: Frame)

    /// Forgets what is on the screen, so that the next frame is sent whole (Ctrl-L).
    func redraw()

    /// The next event, or nil when `timeout` milliseconds passed without one; nil as the timeout waits for ever.
    func nextEvent(timeout: Int?) -> Key?

    /// Gives the terminal back, stops the process group as Ctrl-Z does, and takes the terminal again when continued.
    func suspend()

    /// The audible or visible bell.
    func bell()

    /// The window's title, made safe like any text of ours.
    func setTitle(_ title: String)

    /// Puts text into the clipboard of the terminal's window (OSC 52). False when the terminal is known not to do it or
    /// the text is too long; true is no promise, since terminals do not answer.
    @discardableResult
    func copyToClipboard(_ text: String) -> Bool

    /// Gives the terminal back for good; more calls do nothing.
    func close()
}

extension TerminalPort {
    /// An empty frame of the terminal's size and signs.
    public func makeFrame() -> Frame {
        Frame(size: size, lines: lines)
    }
}
