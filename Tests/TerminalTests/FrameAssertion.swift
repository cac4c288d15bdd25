import Foundation
import Terminal
import Testing

/// Compares a frame with the stored one of that name and size: its text, its inks and its grounds.
///
/// `MARSHRUT_RECORD=1 swift test` stores what is drawn now instead; read the difference before committing it.
func assertFrame(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
    let file = folder.appendingPathComponent("\(name).\(frame.size.columns)x\(frame.size.rows).txt")
    let cursor = frame.cursor.map { "\($0.column),\($0.row)" } ?? "hidden"
    let drawn = "\(frame.text)\n=== cursor \(cursor)\n=== inks\n\(frame.inkText)\n=== grounds\n\(frame.groundText)\n"
    if ProcessInfo.processInfo.environment["MARSHRUT_RECORD"] == "1" {
        try drawn.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    guard stored != drawn else { return }
    let differences = zip(lines(stored), lines(drawn)).enumerated().filter { $1.0 != $1.1 }
    let shown = differences.prefix(12).map { "\($0 + 1): stored «\($1.0)»\n\($0 + 1): drawn  «\($1.1)»" }.joined(separator: "\n")
    Issue.record("\(name) is drawn otherwise than stored:\n\(shown)", sourceLocation: sourceLocation)
}

private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
}

/// The sizes every golden frame is drawn at: the least we promise, and a wide screen.
let goldenSizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]
