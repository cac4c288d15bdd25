import CNcurses
import Terminal

/// Waits for bytes of the terminal and for signals, and makes events of them.
struct TerminalInput {
    /// What the terminal has to do, or tell its caller.
    enum Event {
        case key(Key)
        case timeIsUp
        case resized
        case stopRequested
        case continued
    }

    // A paste that pauses for longer, in milliseconds, has lost its end; until then nothing in it is a command.
    private static let pasteDelay = 5000

    private let pipe: Int32
    private var decoder: KeyDecoder
    private var events: [Event] = []
    private var nextEvent = 0
    private var isGone = false

    init(pipe: Int32, terminfo: [[UInt8]: Key]) {
        self.pipe = pipe
        decoder = KeyDecoder(terminfo: terminfo)
    }

    var hasPending: Bool { nextEvent < events.count || isGone || mt_wait(pipe, 0) != 0 }

    mutating func push(_ key: Key) {
        events.append(.key(key))
    }

    /// The next event; `deadline` is a time of `mt_now`, nil waits for ever.
    mutating func next(until deadline: Int64?, escapeDelay: Int) -> Event {
        while true {
            if let event = popped() { return event }
            if isGone { return .key(.hangup) }
            let now = mt_now()
            let patience = patience(escapeDelay)
            let left = deadline.map { max(0, $0 - now) }
            let wait = [patience.map(Int64.init), left].compactMap { $0 }.min() ?? -1
            let found = Int(mt_wait(pipe, Int32(clamping: wait)))
            if found & MT_SIGNAL != 0 { readSignals() }
            if found & MT_INPUT != 0 { readInput() }
            if found & MT_GONE != 0 { isGone = true }
            guard found == 0 else { continue }
            if let patience, left.map({ Int64(patience) <= $0 }) ?? true {
                events += decoder.flush().map { .key($0) }
            } else {
                return .timeIsUp
            }
        }
    }

    private mutating func popped() -> Event? {
        guard nextEvent < events.count else {
            events.removeAll(keepingCapacity: true)
            nextEvent = 0
            return nil
        }
        defer { nextEvent += 1 }
        return events[nextEvent]
    }

    private func patience(_ escapeDelay: Int) -> Int? {
        switch decoder.waiting {
        case .nothing: nil
        case .escape: escapeDelay
        // The rest of a sequence that has begun is on its way: a short Esc delay must not tear it on a slow line.
        case .sequence: max(escapeDelay, 100)
        case .paste: Self.pasteDelay
        }
    }

    private mutating func readInput() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = mt_read(0, &buffer, Int32(buffer.count))
        if count == 0 { isGone = true }
        guard count > 0 else { return }
        events += decoder.feed(buffer[..<Int(count)]).map { .key($0) }
    }

    private mutating func readSignals() {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = mt_read(pipe, &buffer, Int32(buffer.count))
        guard count > 0 else { return }
        // A burst of one kind, such as a window being dragged, is one event.
        var seen: Set<UInt8> = []
        for byte in buffer[..<Int(count)] where seen.insert(byte).inserted {
            switch Int(byte) {
            case MT_WAKE: events.append(.key(.wake))
            case MT_RESIZE: events.append(.resized)
            case MT_HANGUP: events.append(.key(.hangup))
            case MT_TERMINATE: events.append(.key(.terminate))
            case MT_STOP: events.append(.stopRequested)
            case MT_CONTINUE: events.append(.continued)
            default: break
            }
        }
    }
}
