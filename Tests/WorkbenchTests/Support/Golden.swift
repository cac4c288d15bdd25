import Foundation
import Testing

/// Compares a frame with its stored picture; `MARSHRUT_RECORD=1` stores it anew.
func assertGolden(_ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "Goldens")
    let path = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["MARSHRUT_RECORD"] == "1" {
        try? Data(text.utf8).write(to: path)
        return
    }
    let stored = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    if stored != text {
        Issue.record("frame «\(name)» differs from its picture:\n\(text)", sourceLocation: sourceLocation)
    }
}
