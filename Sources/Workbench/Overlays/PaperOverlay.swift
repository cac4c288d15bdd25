import Foundation
import Terminal

/// A paper over the screen: line for line the text that the file will hold, scrolled, saved by F2.
final class PaperOverlay: Overlay {
    private let title: String
    private let text: String
    private let lines: [String]
    private let fileName: String
    private let session: Session
    private var top = 0
    private var visible = 1

    init(title: String, text: String, fileName: String, session: Session) {
        self.title = title
        self.text = text
        self.fileName = fileName
        self.session = session
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var takesText: Bool { false }

    func handle(_ key: Key) -> OverlayOutcome {
        let last = max(0, lines.count - visible)
        switch key {
        case .function(2), .control("s"): return .close(then: { [self] in save() })
        case .escape, .enter, .function: return .close(then: nil)
        case .up: top = max(0, top - 1)
        case .down: top = min(last, top + 1)
        case .pageUp: top = max(0, top - visible + 1)
        case .pageDown, .character(" "): top = min(last, top + visible - 1)
        case .home: top = 0
        case .end: top = last
        default: break
        }
        return .stay
    }

    /// Writes the paper beside where the program was started; an earlier paper is never written over.
    private func save() {
        let folder = FileManager.default.currentDirectoryPath
        var path = "\(folder)/\(fileName).txt"
        var copy = 2
        while FileManager.default.fileExists(atPath: path) {
            path = "\(folder)/\(fileName)-\(copy).txt"
            copy += 1
        }
        let done = FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        session.say(session.texts(done ? "paper.saved" : "paper.not-saved", path), done ? .done : .failure)
    }

    func draw(in frame: inout Frame, rect: Rect) {
        frame.fill(rect, style: .popup)
        frame.fill(rect.line(0), style: Style(.title, on: .bar))
        frame.put(" " + title, at: rect.line(0).origin, style: Style(.title, on: .bar), maxWidth: rect.width)
        visible = max(1, rect.height - 2)
        top = min(top, max(0, lines.count - visible))
        let width = lines.map { DisplayWidth.of($0) }.max() ?? 0
        let left = rect.column + max(0, (rect.width - width) / 2)
        for (offset, line) in lines.dropFirst(top).prefix(visible).enumerated() {
            frame.put(line, at: Point(column: left, row: rect.row + 1 + offset), style: .popup, maxWidth: rect.right - left)
        }
        let bottom = rect.line(rect.height - 1)
        frame.fill(bottom, style: .bar)
        frame.put(" " + session.texts("paper.footer"), at: bottom.origin, style: .bar, maxWidth: rect.width)
        frame.putRight("\(min(lines.count, top + visible))/\(lines.count) ", in: bottom, style: .bar)
    }
}
