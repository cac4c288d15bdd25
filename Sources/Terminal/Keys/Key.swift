/// Keys that can come with Shift, Alt or Ctrl.
public enum NamedKey: Hashable, Sendable {
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case insert
    case delete
    case enter
    case tab
    case backspace
    /// F1…F12.
    case function(Int)
}

/// Shift, Alt and Ctrl held with a named key.
public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits of the set, as xterm counts them (its parameter less one).
    public let rawValue: UInt8

    /// A set of these bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Shift.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Ctrl.
    public static let control = Modifiers(rawValue: 4)
}

/// One event of the terminal: a key, a paste, a new size, a signal, or a wake-up by the program itself.
public enum Key: Hashable, Sendable {
    case character(Character)
    case enter
    case escape
    case tab
    case backTab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1…F12, also Esc + digit (Esc 0 is F10) typed within the terminal's ESC delay.
    case function(Int)
    /// Ctrl + a key, named by the lower-case Latin letter, a space or one of `\ ] ^ _`.
    case control(Character)
    /// Alt + a key, in whatever alphabet is switched on.
    case alt(Character)
    /// A named key with modifiers, e.g. Shift+Down or Ctrl+Left.
    case modified(NamedKey, Modifiers)
    /// Pasted text, line ends as `\n`; it is text and never a command.
    case paste(String)
    /// The terminal has a new size; draw everything again.
    case resize(Size)
    /// Another thread called the terminal's ``Waker``.
    case wake
    /// The terminal is gone (SIGHUP, or end of input): save drafts and leave.
    case hangup
    /// The process was asked to end (SIGTERM): save drafts and leave.
    case terminate
    /// Something that is not a key we know, including bytes that are not UTF-8.
    case unknown
}
