/// Long work: what is done, how much of it, and how to stop it.
public struct ProgressView: Hashable, Sendable {
    /// What it did with a key.
    public enum Outcome: Hashable, Sendable {
        case handled
        /// Esc or Ctrl-C: the worker wants it stopped.
        case cancelRequested
    }

    /// What is being done.
    public var title: String
    /// Things done.
    public var count: Int
    /// Things to do; nil while it is not known.
    public var total: Int?
    /// How to stop it; shown below the bar.
    public var cancelHint: String

    /// Work that has begun.
    public init(title: String, count: Int = 0, total: Int? = nil, cancelHint: String = "") {
        self.title = title
        self.count = count
        self.total = total
        self.cancelHint = cancelHint
    }

    /// Every key belongs to the window while it is open.
    public func handle(_ key: Key) -> Outcome {
        key == .escape || key == .control("c") ? .cancelRequested : .handled
    }

    /// Draws the window in the middle of `rect`.
    public func draw(in frame: inout Frame, rect: Rect) {
        let width = max(40, DisplayWidth.of(title) + 8, DisplayWidth.of(cancelHint) + 6)
        let window = rect.centered(width: width, height: cancelHint.isEmpty ? 5 : 7)
        frame.fill(window, style: .popup)
        let inside = frame.box(window, title: title, style: Style(.border, on: .popup)).inset(columns: 2)
        let numbers = total.map { "\(grouped(count))/\(grouped($0))" } ?? grouped(count)
        frame.putCentered(numbers, in: inside.line(0), style: .popup)
        if let total {
            let bar = inside.line(1)
            let done = total > 0 ? min(bar.width, max(0, Int(Double(bar.width) * Double(count) / Double(total)))) : bar.width
            let style = Style(.accent, on: .popup)
            frame.fill(bar, with: frame.lines.unfilled, style: style)
            frame.fill(
                Rect(column: bar.column, row: bar.row, width: done, height: bar.height), with: frame.lines.filled, style: style)
        }
        if !cancelHint.isEmpty { frame.putCentered(cancelHint, in: inside.line(4), style: Style(.key, on: .popup)) }
    }
}
