import CaseStore
import Foundation
import Terminal
import Workbench

/// Pages of the real screens as text, for the bare painter: drawn in memory, with the answers there at once.
enum PageBook {
    /// The frames that the keys bring, from the first frame on.
    static func frames(_ store: String, login: String, keys: [Key]) throws -> [Frame] {
        let session = try Screens.session(store, login: login, runner: ImmediateRunner())
        let port = InMemoryTerminal(size: Size(columns: 80, rows: 24))
        let app = WorkbenchApp(session: session, port: port, lookPeriod: nil)
        var frames: [Frame] = []
        var rest = keys[...]
        // One key at a time, so that every key leaves a frame of its own.
        port.whenIdle = {
            if let frame = port.frame { frames.append(frame) }
            return rest.popFirst() ?? .hangup
        }
        app.run(sections: WorkbenchSections.all(session))
        try session.archive.close()
        return frames
    }

    /// Writes frames for the bare painter, the selected row marked.
    static func write(_ frames: [Frame], to path: String) throws {
        let pages = frames.map { frame -> String in
            let grounds = frame.groundText.split(separator: "\n", omittingEmptySubsequences: false)
            return (0..<frame.size.rows).map { row in
                let isSelected = row < grounds.count && grounds[row].contains { "SsR".contains($0) } && row > 1
                return (isSelected ? "\u{1}" : "") + frame.rowText(row)
            }.joined(separator: "\n")
        }
        try pages.joined(separator: "\u{C}").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
