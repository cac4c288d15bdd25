import Terminal

/// The full-screen program: one loop that owns the terminal, a stack of screens, and overlays over them.
///
/// The loop sleeps in ``TerminalPort/nextEvent(timeout:)``; it wakes for a key, a signal, an answer of the store, or
/// the slow look whether another worker has changed the store.
public final class WorkbenchApp {
    /// What all screens share.
    public let session: Session
    private let port: any TerminalPort
    private let lookPeriod: Int?
    private var stack: [any Screen] = []
    private var sections: [any Screen] = []
    private var overlays: [any Overlay] = []
    private var isRunning = false
    private var idleTicks = 0
    private var isFrameHeldBack = false
    /// Keys pressed while an answer was on its way, in order: they mean the rows that are coming, not the old ones.
    private var heldKeys: [Key] = []

    /// The smallest terminal that the screens are laid out for.
    public static let smallest = Size(columns: 80, rows: 24)
    /// How often, in milliseconds, the store is asked whether others have changed it.
    public static let lookPeriod = 1_500
    /// Milliseconds that a frame waits for an answer that is on its way.
    static let patience = 8
    /// After so many looks without a key the moment counts as quiet.
    static let quietAfterLooks = 4

    /// A program on the given terminal.
    /// - Parameter lookPeriod: milliseconds between quiet looks at the store; nil never looks, for scripted tests.
    public init(session: Session, port: any TerminalPort, lookPeriod: Int? = WorkbenchApp.lookPeriod) {
        self.session = session
        self.port = port
        self.lookPeriod = lookPeriod
        session.navigator = self
    }

    /// Shows the sections and serves keys until the worker leaves or the terminal goes.
    public func run(sections: [any Screen], first: Int = 1) {
        self.sections = sections
        stack = []
        overlays = []
        isRunning = true
        port.setTitle(session.texts("app.title"))
        openSection(first)
        if session.runner.isBusy { isFrameHeldBack = true } else { present() }
        while isRunning {
            guard let key = nextKey() else {
                if isFrameHeldBack { present() } else { look() }
                continue
            }
            idleTicks = 0
            serve(key)
            guard isRunning else { continue }
            if port.hasPendingEvent {
                // What is pending may turn out to be no key at all, half a letter for one: then the frame is still owed.
                isFrameHeldBack = true
                continue
            }
            // Most answers come sooner than anybody sees: one whole frame instead of an old one and the new one.
            if session.runner.isBusy, key != .wake { isFrameHeldBack = true } else { present() }
            // After the frame, so that nobody waits for it: a kill loses at most the key under the finger.
            current?.saveDraft()
        }
        for screen in stack { screen.saveDraft() }
        port.close()
    }

    private var current: (any Screen)? { stack.last }

    /// The next key to serve; nil when the time is up.
    private func nextKey() -> Key? {
        while true {
            if !heldKeys.isEmpty, !session.runner.isBusy { return heldKeys.removeFirst() }
            guard let key = port.nextEvent(timeout: isFrameHeldBack ? WorkbenchApp.patience : lookPeriod) else { return nil }
            guard mustWait(key) else { return key }
            heldKeys.append(key)
        }
    }

    /// Whether a key has to wait for the answer on its way. Served at once, a fast typist's «з» would find no case to act on
    /// yet, or the case as it was before the last action.
    private func mustWait(_ key: Key) -> Bool {
        switch key {
        case .wake, .resize, .hangup, .terminate: return false
        default: break
        }
        // None overtakes another.
        if !heldKeys.isEmpty { return true }
        guard session.runner.isBusy, overlays.isEmpty, let current else { return false }
        switch key {
        // Going away, and typing what is looked for, ask nothing of the rows.
        case .escape, .function(10), .control("q"), .control("z"), .control("l"): return false
        case .paste, .backspace, .delete, .left, .right: return !current.takesText
        case .character(let letter): return !current.takesText && !(letter.isASCII && letter.isNumber)
        default: return true
        }
    }

    /// A moment without a key: has another worker changed the store, has a new day begun?
    private func look() {
        idleTicks += 1
        if idleTicks == WorkbenchApp.quietAfterLooks { session.tidyStore() }
        if session.dayHasPassed() {
            session.beginDay()
            current?.reload()
            present()
        } else if session.storeHasChanged() {
            current?.reload()
            present()
        }
    }

    private func serve(_ key: Key) {
        switch key {
        case .hangup, .terminate:
            for screen in stack { screen.saveDraft() }
            isRunning = false
        case .wake:
            _ = session.runner.deliver()
        case .resize: break
        case .control("z"): port.suspend()
        case .control("l"): current?.reload()
        case .function(10): askToQuit()
        default:
            session.status = nil
            if let overlay = overlays.last { serve(key, overlay) } else { serve(key, screen: current) }
        }
    }

    private func serve(_ key: Key, _ overlay: any Overlay) {
        switch overlay.handle(key) {
        case .stay: break
        case .close(let then):
            overlays.removeAll { $0 === overlay }
            then?()
        }
    }

    private func serve(_ key: Key, screen: (any Screen)?) {
        guard let screen else { return }
        let isText: Bool
        switch key {
        case .character, .paste: isText = true
        default: isText = false
        }
        if isText, screen.takesText {
            if !screen.handle(key) { port.bell() }
            return
        }
        if let command = (screen.commands + general).first(where: { $0.answers(to: key) }) {
            if let reason = command.disabled { session.say(reason, .warning) } else { command.run() }
            return
        }
        if case .character(let character) = key, let number = SectionKey.section(of: character) {
            if openSection(number) { return }
        }
        if screen.handle(key) { return }
        if key == .escape { back() } else { session.say(session.texts("status.key-unknown"), .info) }
    }

    /// Commands that every screen has.
    private var general: [Command] {
        [
            Command("help", function: 1, run: { [weak self] in self?.showHelp() }),
            Command("palette", function: 9, keys: [.control("p"), .character(":")], run: { [weak self] in self?.showPalette() }),
            Command("quit", function: 10, keys: [.control("q")], run: { [weak self] in self?.askToQuit() }),
            Command(
                "undo", letter: "u", disabled: session.undoableEntry == nil ? session.texts("card.undo.nothing") : nil,
                run: { [weak self] in self?.session.undoLast() }),
        ]
    }

    private func showHelp() {
        guard let current else { return }
        let texts = session.texts
        var lines: [HelpLine] = [.heading(current.heading)]
        if texts.has("about.\(current.helpKey)") { lines.append(.text(texts("about.\(current.helpKey)"))) }
        lines.append(.heading(texts("about.keys")))
        for command in (current.commands + general) where !command.isHidden {
            let reason = command.disabled.map { " (\($0))" } ?? ""
            lines.append(.entry(key: command.keyName(texts), text: command.title(texts) + reason))
        }
        lines += [.heading(texts("about.general")), .text(texts("about.general.text"))]
        open(TextOverlay(title: texts("about.title"), lines: lines, footer: texts("about.footer")))
    }

    private func showPalette() {
        guard let current else { return }
        let goTo = sections.compactMap { screen -> Command? in
            guard let number = screen.section else { return nil }
            return Command(
                "section.\(number)", keys: [.character(SectionKey.of(number))],
                run: { [weak self] in self?.openSection(number) })
        }
        let commands = (current.commands + general).filter { !$0.isHidden } + goTo
        let texts = session.texts
        let entries = commands.map { MenuEntry($0.title(texts), keyHint: $0.keyName(texts), disabledReason: $0.disabled) }
        let menu = Menu(
            title: texts("palette.title"), entries: entries, isFilterable: true, filterHint: texts("palette.filter"),
            emptyText: texts("palette.empty"))
        open(MenuOverlay(menu, choose: { commands[$0].run() }))
    }

    /// F10 leaves from everywhere; a form with changes asks first, with three different keys.
    private func askToQuit() {
        overlays = []
        leaveAll { [weak self] in self?.isRunning = false }
    }

    /// Leaves screens one by one from the top; one that asks keeps the rest.
    private func leaveAll(then done: @escaping () -> Void) {
        guard let screen = stack.last else { return done() }
        let proceed = { [weak self] in
            guard let self else { return }
            _ = self.stack.popLast()
            self.leaveAll(then: done)
        }
        if screen.mayLeave(proceed) { proceed() }
    }

    private func present() {
        isFrameHeldBack = false
        var frame = port.makeFrame()
        let size = port.size
        if size.columns < WorkbenchApp.smallest.columns || size.rows < WorkbenchApp.smallest.rows {
            drawTooSmall(in: &frame)
        } else if let current {
            Chrome(session: session, sections: sections).draw(
                in: &frame, screen: current, general: general, overlay: overlays.last)
            for overlay in overlays { overlay.draw(in: &frame, rect: frame.bounds) }
        }
        port.present(frame)
    }

    private func drawTooSmall(in frame: inout Frame) {
        let message = session.texts(
            "app.too-small", "\(WorkbenchApp.smallest.columns)×\(WorkbenchApp.smallest.rows)",
            "\(port.size.columns)×\(port.size.rows)")
        for (row, line) in wrap(message, width: max(1, port.size.columns)).prefix(port.size.rows).enumerated() {
            frame.put(line, at: Point(column: 0, row: row), style: .warning)
        }
    }
}

extension WorkbenchApp: Navigator {
    /// Puts a screen over the present one.
    public func push(_ screen: any Screen) {
        stack.append(screen)
        screen.reload()
    }

    /// Goes back to the screen below; the last section stays.
    public func back() {
        guard stack.count > 1, let screen = stack.last else {
            session.say(session.texts("status.esc-on-section"), .info)
            return
        }
        let proceed = { [weak self] in
            guard let self else { return }
            self.stack.removeAll { $0 === screen }
            self.current?.reload()
        }
        if screen.mayLeave(proceed) { proceed() }
    }

    /// Closes the present screen without asking: what it held has been written.
    public func leave() {
        guard stack.count > 1 else { return }
        _ = stack.popLast()
        current?.reload()
    }

    /// Puts a window over the screens.
    public func open(_ overlay: any Overlay) { overlays.append(overlay) }

    /// Opens a section by its number; false when there is none.
    @discardableResult
    public func openSection(_ number: Int) -> Bool {
        guard let section = sections.first(where: { $0.section == number }) else { return false }
        if stack.isEmpty {
            stack = [section]
            section.reload()
            return true
        }
        leaveAll { [weak self] in
            self?.stack = [section]
            section.reload()
        }
        return true
    }

    /// How wide the window is, in cells.
    public var columns: Int { port.size.columns }

    /// Lets screens ask for a new frame's data after a write.
    public func reloadCurrent() { current?.reload() }
}

/// What screens may ask of the program around them.
public protocol Navigator: AnyObject {
    /// Puts a screen over the present one.
    func push(_ screen: any Screen)
    /// Goes back to the screen below.
    func back()
    /// Closes the present screen without asking.
    func leave()
    /// Puts a window over the screens.
    func open(_ overlay: any Overlay)
    /// Opens a section; false when there is none of that number.
    @discardableResult
    func openSection(_ number: Int) -> Bool
    /// How wide the window is, in cells.
    var columns: Int { get }
    /// Reads the present screen's data again.
    func reloadCurrent()
}
