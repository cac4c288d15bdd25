import Foundation

/// The files of the repository that the tests compare with its documents.
enum Repository {
    /// The folder of `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text of a file, by its path from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Whether a file or folder stands at a path from the root.
    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The names in a folder, hidden ones left out.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The paths of all Swift files below a folder.
    static func swiftFiles(in folder: String) throws -> [String] {
        let all = try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return all.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    }
}

/// A table of a Markdown page.
enum MarkdownTable {
    /// The cells of all rows of the page whose first cell is accepted.
    static func rows(_ page: String, where accepts: (String) -> Bool) -> [[String]] {
        page.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("|"), line.hasSuffix("|") else { return nil }
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            return cells.first.map(accepts) == true ? cells : nil
        }
    }

    /// What stands between backquotes.
    static func quoted(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }
}
