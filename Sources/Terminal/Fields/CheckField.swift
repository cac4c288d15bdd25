/// A yes or no, drawn as `[x]` with its caption.
public struct CheckField: Hashable, Sendable {
    /// The caption beside the box.
    public var caption: String
    /// Yes or no.
    public var isOn: Bool

    /// A box with a caption.
    public init(_ caption: String, isOn: Bool = false) {
        self.caption = caption
        self.isOn = isOn
    }

    /// The space bar changes it.
    public mutating func handle(_ key: Key) -> FieldOutcome {
        guard key == .character(" ") else { return .ignored }
        isOn.toggle()
        return .changed
    }

    /// Draws the box in the first row of `rect`.
    public func draw(in frame: inout Frame, rect: Rect, focused: Bool, enabled: Bool = true) {
        let line = rect.line(0)
        guard line.width > 0 else { return }
        let style: Style = !enabled ? .disabled : focused ? .selection : .normal
        frame.put("[\(isOn ? "x" : " ")] \(caption)", at: line.origin, style: style, maxWidth: line.width)
        if focused { frame.cursor = Point(column: min(line.column + 1, line.right - 1), row: line.row) }
    }
}
