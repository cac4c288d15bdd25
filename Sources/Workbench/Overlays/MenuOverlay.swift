import Terminal

/// A list to choose from over the screen; what is chosen runs after the list has closed.
public final class MenuOverlay: Overlay {
    private var menu: Menu
    private let choose: (Int) -> Void
    private let refuse: (String) -> Void

    /// A list; `refuse` is told why a chosen entry cannot be used.
    public init(_ menu: Menu, refuse: @escaping (String) -> Void = { _ in }, choose: @escaping (Int) -> Void) {
        self.menu = menu
        self.choose = choose
        self.refuse = refuse
    }

    /// Letters filter, or choose by themselves; they are never commands of the screen below.
    public var takesText: Bool { menu.filter != nil }

    /// Moves, filters, chooses.
    public func handle(_ key: Key) -> OverlayOutcome {
        switch menu.handle(key) {
        case .handled: return .stay
        case .cancelled: return .close(then: nil)
        case .refused(let index):
            refuse(menu.entries[index].disabledReason ?? "")
            return .stay
        case .chosen(let index):
            return .close(then: { [choose] in choose(index) })
        }
    }

    /// Draws the list in the middle.
    public func draw(in frame: inout Frame, rect: Rect) {
        menu.draw(in: &frame, rect: Rect(column: rect.column, row: rect.row + 2, width: rect.width, height: rect.height - 4))
    }
}
