/// The line that says what just happened.
public struct StatusLine: Hashable, Sendable {
    /// How good or bad the news are; each has its sign beside its colour.
    public enum Kind: Hashable, Sendable {
        case info
        case done
        case warning
        case failure

        var sign: String {
            switch self {
            case .info: ""
            case .done: "+ "
            case .warning: "! "
            case .failure: "!! "
            }
        }

        var style: Style {
            switch self {
            case .info: .normal
            case .done: .good
            case .warning: .warning
            case .failure: .bad
            }
        }
    }

    /// How good or bad the news are.
    public var kind: Kind
    /// What happened, in words.
    public var text: String
    /// At the right end: e.g. the key that undoes it.
    public var hint: String

    /// A line.
    public init(_ text: String = "", kind: Kind = .info, hint: String = "") {
        self.kind = kind
        self.text = text
        self.hint = hint
    }

    /// Draws the line in the first row of `rect`; the hint gives way to the text.
    public func draw(in frame: inout Frame, rect: Rect) {
        let line = rect.line(0)
        guard line.width > 0 else { return }
        frame.fill(line)
        let message = text.isEmpty ? "" : kind.sign + text
        let textWidth = DisplayWidth.of(message)
        let hintWidth = hint.isEmpty ? 0 : DisplayWidth.of(hint) + 2
        frame.put(message, at: line.origin, style: kind.style, maxWidth: line.width)
        if hintWidth > 0, textWidth + hintWidth <= line.width {
            frame.putRight(hint, in: line, style: .key)
        }
    }
}
