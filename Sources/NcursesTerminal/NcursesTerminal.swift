import CNcurses
import Terminal

/// The terminal of this process, drawn on by ncurses: the only owner of ncurses there is.
///
/// Input is read and decoded by us (``KeyDecoder``), ncurses only draws what differs. The terminal is given back on
/// every way out: ``close()``, `exit`, a trap or another fatal signal; SIGHUP and SIGTERM come as events so that work
/// can be saved, and a second one a second later ends the process with the terminal restored. `kill -9` cannot be
/// answered by anyone: `stty sane` helps then.
///
///     let terminal = try NcursesTerminal()
///     defer { terminal.close() }
///     terminal.present(frame)
///     let key = terminal.nextEvent(timeout: nil)
///
/// Belongs to the thread that made it, which should be the main one of a synchronous `main`.
public final class NcursesTerminal: TerminalPort {
    /// The present size in cells.
    public private(set) var size: Size
    /// The signs this terminal can show.
    public let lines: LineSet
    /// How styles look; setting another repaints with the next frame.
    public var theme: Theme {
        didSet { if theme != oldValue { shown = nil } }
    }
    /// Milliseconds that a lone Esc waits for more; see ``TerminalPort/escapeDelay``.
    public var escapeDelay: Int

    private let traits: TerminalTraits
    private let pipe: Int32
    private var input: TerminalInput
    private var pairs: ColorPairs
    private var shown: Frame?
    private var isOpen = true
    private nonisolated(unsafe) static var hasOwner = false

    /// Takes the terminal of standard input and output. Call it from one thread only.
    public init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalFailure) {
        guard !Self.hasOwner else { throw .alreadyOpen }
        guard mt_is_terminal(), mt_guard_remember() else { throw .notATerminal }
        let name = TerminalTraits.environment("TERM")
        guard !name.isEmpty else { throw .unknownTerminal(name: name) }
        switch mt_terminal_kind(name) {
        case 1: break
        case 0: throw .unusableTerminal(name: name)
        default: throw .unknownTerminal(name: name)
        }
        guard mt_use_utf8_locale() else { throw .noUTF8 }
        // Before ncurses: from its first change of the terminal on, everything is given back. ncurses leaves signals
        // alone that are taken already.
        pipe = mt_signals_take()
        guard pipe >= 0 else { throw .refused }
        traits = TerminalTraits(options: options, name: name)
        let goodbye = Self.goodbye(traits)
        mt_guard_arm(goodbye, goodbye.count)
        guard mt_screen_open() else {
            mt_guard_restore()
            mt_signals_give_back()
            throw .refused
        }
        lines = traits.lines
        theme = Theme(traits.tone, depth: traits.depth(colors: Int(mt_colors())))
        escapeDelay = options.escapeDelay
        size = Size(columns: Int(mt_columns()), rows: Int(mt_rows()))
        // Counted only now: before the screen is open ncurses knows of no colours.
        pairs = ColorPairs()
        input = TerminalInput(pipe: pipe, terminfo: terminfoKeys())
        Self.hasOwner = true
        enter()
        takeSize()
    }

    deinit {
        if isOpen { leaveForGood() }
    }

    /// Wakes ``nextEvent(timeout:)`` from any thread.
    public var waker: Waker { Waker { mt_wake() } }

    /// Gives the terminal back; more calls do nothing.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        leaveForGood()
    }

    private func leaveForGood() {
        leave()
        mt_screen_close()
        mt_guard_disarm()
        mt_signals_give_back()
        Self.hasOwner = false
    }

    // MARK: - Drawing

    /// Sends what differs from the frame before.
    public func present(_ frame: Frame) {
        guard isOpen else { return }
        if shown?.size != frame.size {
            mt_stage_blank()
            shown = nil
        }
        let room = Size(columns: min(size.columns, frame.size.columns), rows: min(size.rows, frame.size.rows))
        for row in 0..<room.rows { stage(row, of: frame, columns: room.columns) }
        shown = frame
        if let cursor = frame.cursor, Rect(room).contains(cursor) {
            mt_show(Int32(cursor.row), Int32(cursor.column))
        } else {
            mt_show(-1, -1)
        }
    }

    private func stage(_ row: Int, of frame: Frame, columns: Int) {
        let new = frame.row(row)
        let old = shown?.row(row)
        if let old, old.elementsEqual(new) { return }
        for column in 0..<columns {
            let cell = new[new.startIndex + column]
            if let old, old[old.startIndex + column] == cell { continue }
            guard cell.width > 0, column + Int(cell.width) <= columns else { continue }
            let paint = theme.paint(for: cell.style)
            mt_stage(
                Int32(row), Int32(column), cell.base.value, cell.firstMark?.value ?? 0, cell.secondMark?.value ?? 0,
                Int32(cell.width), Int32(paint.attributes.rawValue), pairs.number(paint))
        }
    }

    /// Sends everything again with the next frame, for a screen spoilt by another program.
    public func redraw() {
        shown = nil
        mt_forget_screen()
    }

    // MARK: - Events

    /// Whether a key, a signal or a wake-up is here already.
    public var hasPendingEvent: Bool { isOpen && input.hasPending }

    /// The next event; nil when the time is up. After the terminal is gone it says ``Key/hangup`` again and again.
    public func nextEvent(timeout: Int?) -> Key? {
        guard isOpen else { return .hangup }
        let deadline = timeout.map { mt_now() + Int64($0) }
        while true {
            switch input.next(until: deadline, escapeDelay: escapeDelay) {
            case .key(let key): return key
            case .timeIsUp: return nil
            case .resized:
                takeSize()
                return .resize(size)
            case .stopRequested:
                suspend()
                return .resize(size)
            case .continued:
                comeBack()
                return .resize(size)
            }
        }
    }

    // The window may have changed while nobody listened; ncurses must hear of it before the next frame.
    private func takeSize() {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard mt_window_size(&rows, &columns) else { return }
        let new = Size(columns: Int(columns), rows: Int(rows))
        guard new != size else { return }
        size = new
        mt_resize(rows, columns)
        shown = nil
    }

    // MARK: - Taking and giving back

    /// Gives the terminal back, stops the process group, and takes the terminal again when continued; the next event
    /// is then a ``Key/resize(_:)``, so that the screen is drawn anew.
    public func suspend() {
        guard isOpen else { return }
        leave()
        mt_screen_leave()
        mt_guard_disarm()
        mt_stop_group()
        comeBack()
        input.push(.resize(size))
    }

    private func comeBack() {
        mt_screen_reenter()
        shown = nil
        enter()
        takeSize()
    }

    private func enter() {
        let goodbye = Self.goodbye(traits)
        mt_guard_arm(goodbye, goodbye.count)
        let title = traits.hasOperatingSystemCommands ? "\u{1B}[22;0t" : ""
        write((terminfo("smkx") ?? []) + Array("\u{1B}[?2004h\(title)".utf8))
    }

    private func leave() {
        write(Self.modesOff(traits))
    }

    private static func modesOff(_ traits: TerminalTraits) -> [UInt8] {
        let title = traits.hasOperatingSystemCommands ? "\u{1B}[23;0t" : ""
        return Array("\u{1B}[?2004l\(title)".utf8) + (terminfo("rmkx") ?? [])
    }

    // What a signal handler writes; all of it is known beforehand, since nothing can be asked there.
    private static func goodbye(_ traits: TerminalTraits) -> [UInt8] {
        modesOff(traits) + ["sgr0", "op", "cnorm", "rmcup"].flatMap { terminfo($0) ?? [] }
    }

    private func write(_ bytes: [UInt8]) {
        mt_write(bytes, bytes.count)
    }

    // MARK: - Beside the grid

    /// Rings.
    public func bell() {
        guard isOpen else { return }
        write([0x07])
    }

    /// Sets the window's title where the terminal has one.
    public func setTitle(_ title: String) {
        guard isOpen, traits.hasOperatingSystemCommands else { return }
        write(Array("\u{1B}]2;\(safe(title))\u{07}".utf8))
    }

    /// Copies text with OSC 52; false when the terminal is known not to take it, or the text is too long for it.
    @discardableResult
    public func copyToClipboard(_ text: String) -> Bool {
        guard isOpen, traits.hasOperatingSystemCommands, let command = clipboardCommand(text) else { return false }
        write(command)
        return true
    }
}
