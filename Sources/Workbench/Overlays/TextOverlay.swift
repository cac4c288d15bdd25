import Terminal

/// A page of text over the screen: the help, the counting behind a date, a preview of a paper.
public final class TextOverlay: Overlay {
    private var page: HelpOverlay

    /// A page with its title, lines and the key that closes it.
    public init(title: String, lines: [HelpLine], footer: String) {
        page = HelpOverlay(title: title, lines: lines, footer: footer)
    }

    /// Letters are not text here.
    public var takesText: Bool { false }

    /// Scrolls or closes.
    public func handle(_ key: Key) -> OverlayOutcome { page.handle(key) == .closed ? .close(then: nil) : .stay }

    /// Draws the page over the body of the screen.
    public func draw(in frame: inout Frame, rect: Rect) {
        let area = rect.centered(width: min(rect.width - 2, 100), height: rect.height - 3)
        page.fit(area)
        page.draw(in: &frame, rect: area)
    }
}
