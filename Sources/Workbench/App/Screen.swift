import Terminal

/// A full-screen place of the program. Screens are classes on the loop's thread; they read through the session's
/// runner and write through its actions.
public protocol Screen: AnyObject {
    /// The section's number in the second line, 0…9; nil for a screen opened from another.
    var section: Int? { get }
    /// The heading, for screens that are no section.
    var heading: String { get }
    /// The name of its help text: `about.<helpKey>` in `Resources/*.lproj`.
    var helpKey: String { get }
    /// The action table as things stand now.
    var commands: [Command] { get }
    /// Whether letters and digits are text now (a field has the focus), so that none may be a command.
    var takesText: Bool { get }
    /// Asks the store for what is shown; called on entering and when the store has changed.
    func reload()
    /// Handles a key that is no command; true when it was of use.
    func handle(_ key: Key) -> Bool
    /// Draws itself.
    func draw(in frame: inout Frame, rect: Rect)
    /// Asked before the screen is left; false keeps it (a dialog has been opened).
    func mayLeave(_ leave: @escaping () -> Void) -> Bool
    /// Writes what is half typed to the store's drafts; called on idle and on any signal.
    func saveDraft()
}

extension Screen {
    /// Most screens are sections or name themselves otherwise.
    public var section: Int? { nil }
    /// Most screens have no text field.
    public var takesText: Bool { false }
    /// Most screens hold nothing half typed.
    public func mayLeave(_ leave: @escaping () -> Void) -> Bool { true }
    /// Most screens hold nothing half typed.
    public func saveDraft() {}
}

/// A window over the screen: a question, a list to choose from, a page of help.
public protocol Overlay: AnyObject {
    /// Whether letters are text now.
    var takesText: Bool { get }
    /// Handles a key.
    func handle(_ key: Key) -> OverlayOutcome
    /// Draws itself over the frame.
    func draw(in frame: inout Frame, rect: Rect)
}

/// What an overlay did with a key.
public enum OverlayOutcome {
    /// It stays.
    case stay
    /// It closes; then `then` runs, if any.
    case close(then: (() -> Void)?)
}
