/// A terminal for tests: keys come from a script, frames are kept.
public final class InMemoryTerminal: TerminalPort {
    /// The present size; use ``resize(to:)`` to change it as a window does.
    public private(set) var size: Size
    /// The signs given at the start.
    public let lines: LineSet
    /// The theme; it changes nothing here.
    public var theme = Theme(.dark, depth: .indexed256)
    /// Kept for assertions; no time passes here.
    public var escapeDelay = 50
    /// Every frame presented, the oldest first.
    public private(set) var frames: [Frame] = []
    /// Titles set.
    public private(set) var titles: [String] = []
    /// Texts copied to the clipboard.
    public private(set) var clipboard: [String] = []
    /// How often the bell rang.
    public private(set) var bells = 0
    /// How often the screen was to be sent whole.
    public private(set) var redraws = 0
    /// How often the program suspended itself.
    public private(set) var suspensions = 0
    /// Whether the program gave the terminal back.
    public private(set) var isClosed = false
    /// Called when the script has run out and the program waits; what it returns is the next event. Without it the
    /// terminal hangs up, so that no test can wait for ever.
    public var whenIdle: (() -> Key?)?
    private var script: [Key]
    private var nextKey = 0

    /// A terminal of 80×24, or of another size, that will type these keys.
    public init(size: Size = Size(columns: 80, rows: 24), lines: LineSet = .unicode, keys: [Key] = []) {
        self.size = size
        self.lines = lines
        script = keys
    }

    /// The last frame presented.
    public var frame: Frame? { frames.last }

    /// Types more keys after those already waiting.
    public func type(_ keys: [Key]) {
        script.append(contentsOf: keys)
    }

    /// Types a text, character by character.
    public func type(_ text: String) {
        script.append(contentsOf: text.map { Key.character($0) })
    }

    /// Changes the size and lets the program know.
    public func resize(to newSize: Size) {
        size = newSize
        script.append(.resize(newSize))
    }

    /// Does nothing: a test that needs a wake-up types ``Key/wake``.
    public var waker: Waker { Waker {} }

    /// Whether keys of the script are left.
    public var hasPendingEvent: Bool { nextKey < script.count }

    /// Keeps the frame.
    public func present(_ frame: Frame) {
        frames.append(frame)
    }

    /// The next key of the script; at its end nil when there is a timeout, else what ``whenIdle`` says or a hang-up.
    public func nextEvent(timeout: Int?) -> Key? {
        if nextKey < script.count {
            defer { nextKey += 1 }
            return script[nextKey]
        }
        if timeout != nil { return nil }
        return whenIdle?() ?? .hangup
    }

    /// Counts the request.
    public func redraw() { redraws += 1 }

    /// Counts the suspension.
    public func suspend() { suspensions += 1 }

    /// Counts the bell.
    public func bell() { bells += 1 }

    /// Keeps the title.
    public func setTitle(_ title: String) { titles.append(safe(title)) }

    /// Keeps the text.
    @discardableResult
    public func copyToClipboard(_ text: String) -> Bool {
        clipboard.append(text)
        return true
    }

    /// Notes that the terminal was given back.
    public func close() { isClosed = true }
}
