import Terminal

/// A question over the screen; every answer has a key of its own, and Esc is always harmless.
public final class DialogOverlay: Overlay {
    private var dialog: Dialog
    private let answer: (Int) -> Void

    /// A question; `answer` is called with the pressed button's index, and not at all on Esc.
    public init(_ dialog: Dialog, answer: @escaping (Int) -> Void) {
        self.dialog = dialog
        self.answer = answer
    }

    /// Letters press buttons.
    public var takesText: Bool { false }

    /// Presses a button or closes.
    public func handle(_ key: Key) -> OverlayOutcome {
        switch dialog.handle(key) {
        case .handled: return .stay
        case .cancelled: return .close(then: nil)
        case .chosen(let index): return .close(then: { [answer] in answer(index) })
        }
    }

    /// Draws the question in the middle.
    public func draw(in frame: inout Frame, rect: Rect) { dialog.draw(in: &frame, rect: rect) }
}
