/// What a piece of text means; the theme decides how it looks.
public enum Ink: UInt8, CaseIterable, Sendable {
    case normal
    /// Less important than its surroundings: hints, empty values.
    case dim
    case title
    case accent
    case good
    case warning
    case bad
    /// The name of a key the worker can press.
    case key
    /// Frames and rules.
    case border
    /// The caption of a field or a column.
    case label
    /// Something that cannot be used now.
    case disabled
}

/// What lies under the text; the theme decides how it looks.
public enum Ground: UInt8, CaseIterable, Sendable {
    case plain
    /// The row or item the cursor stands on.
    case selection
    /// The selected item of a pane that does not have the focus.
    case faintSelection
    /// Title lines, tab bars, the key bar's labels.
    case bar
    /// A place to type into.
    case field
    /// Windows over the screen.
    case popup
}

/// Additions that every terminal can show, with or without colour.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8

    /// A set of these bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Bold or bright.
    public static let bold = Attributes(rawValue: 1)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
}

/// How a cell looks, said by meaning rather than by colour.
public struct Style: Hashable, Sendable {
    /// What the text means.
    public var ink: Ink
    /// What lies under it.
    public var ground: Ground
    /// Additions to what the theme gives.
    public var attributes: Attributes

    /// A style; the defaults are plain text on the plain ground.
    public init(_ ink: Ink = .normal, on ground: Ground = .plain, _ attributes: Attributes = []) {
        self.ink = ink
        self.ground = ground
        self.attributes = attributes
    }

    /// The same text on another ground, e.g. a warning in the selected row.
    public func on(_ ground: Ground) -> Style {
        Style(ink, on: ground, attributes)
    }

    /// The same style with more attributes.
    public func with(_ more: Attributes) -> Style {
        Style(ink, on: ground, attributes.union(more))
    }

    /// Plain text.
    public static let normal = Style()
    /// Hints and empty values.
    public static let dim = Style(.dim)
    /// Headings.
    public static let title = Style(.title)
    /// Something to look at first.
    public static let accent = Style(.accent)
    /// Done, in time.
    public static let good = Style(.good)
    /// Soon late, doubtful.
    public static let warning = Style(.warning)
    /// Late, wrong.
    public static let bad = Style(.bad)
    /// A key's name.
    public static let key = Style(.key)
    /// Frames and rules.
    public static let border = Style(.border)
    /// Captions.
    public static let label = Style(.label)
    /// Cannot be used now.
    public static let disabled = Style(.disabled)
    /// The item under the cursor.
    public static let selection = Style(.normal, on: .selection)
    /// Text in a place to type into.
    public static let field = Style(.normal, on: .field)
    /// Bars at the top and bottom of the screen.
    public static let bar = Style(.normal, on: .bar)
    /// Text of a window over the screen.
    public static let popup = Style(.normal, on: .popup)
}
