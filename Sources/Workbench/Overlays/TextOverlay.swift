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

    /// Rows that the text takes at a width, roughly: a short text makes a small window.
    private func shownRows(_ width: Int) -> Int {
        page.lines.reduce(0) { sum, line in
            switch line {
            case .empty: sum + 1
            case .heading(let text): sum + 1 + wrap(text, width: width).count
            case .text(let text): sum + wrap(text, width: width).count
            case .entry(let key, let text): sum + max(1, wrap(text, width: max(20, width - DisplayWidth.of(key) - 2)).count)
            }
        }
    }

    /// Draws the page over the body of the screen.
    public func draw(in frame: inout Frame, rect: Rect) {
        let width = min(rect.width - 2, 100)
        let area = rect.centered(width: width, height: min(rect.height - 3, max(7, shownRows(width - 4) + 2)))
        page.fit(area)
        page.draw(in: &frame, rect: area)
    }
}
