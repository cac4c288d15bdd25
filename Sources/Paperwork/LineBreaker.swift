/// Breaks texts into lines between words.
enum LineBreaker {
    /// The lines of a text, none wider than `width`.
    ///
    /// Words stay whole; only a word wider than the line itself is parted, after a hyphen of its own where it has one.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in part.split(separator: " ").flatMap({ pieces(of: $0, width: width) }) {
                if line.isEmpty {
                    line = word
                } else if line.count + 1 + word.count <= width {
                    line += " " + word
                } else {
                    lines.append(line)
                    line = word
                }
            }
            lines.append(line)
        }
        return lines
    }

    /// The width of the longest word.
    static func longestWord(_ text: String) -> Int {
        text.split { $0 == " " || $0 == "\n" }.map(\.count).max() ?? 0
    }

    private static func pieces(of word: Substring, width: Int) -> [String] {
        var result: [String] = []
        var rest = word
        while rest.count > width, width > 1 {
            if let hyphen = rest.prefix(width).lastIndex(of: "-"), hyphen > rest.startIndex {
                result.append(String(rest[...hyphen]))
                rest = rest[rest.index(after: hyphen)...]
            } else {
                result.append(rest.prefix(width - 1) + "-")
                rest = rest.dropFirst(width - 1)
            }
        }
        return rest.isEmpty ? result : result + [String(rest)]
    }
}
