import Foundation
import Testing

/// Pictures in the documents are the program's own: each is a golden frame of the screens, so none can grow old unseen.
@Suite struct PictureTests {
    @Test("Every screen shown in a document is one of the golden frames", arguments: ["README.md", "docs/user-guide.ru.md"])
    func pictures(_ document: String) throws {
        let folder = Repository.root.appendingPathComponent("Tests/WorkbenchTests/Goldens")
        let goldens = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .map { trimmed(try String(contentsOf: $0, encoding: .utf8)) }
        let text = try Repository.text(document)
        let blocks = text.components(separatedBy: "```text\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        // A screen ends with the key bar; other blocks are words of the command line.
        let screens = blocks.map(trimmed).filter { $0.contains("10Выход") }
        #expect(!screens.isEmpty)
        for screen in screens {
            #expect(goldens.contains(screen), "a picture in \(document) is no golden frame:\n\(screen)")
        }
    }

    /// Without the spaces at the ends of lines, which documents do not keep.
    private func trimmed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
            .joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}
