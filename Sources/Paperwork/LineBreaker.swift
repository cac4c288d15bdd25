/// Breaks texts into lines between words.
enum LineBreaker {
    /// The lines of a text, none wider than `width`.
    ///
    /// Words stay whole; only a word wider than the line itself is parted, after a hyphen of its own where it has one.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in bound(part.split(separator: " "), width: width).flatMap({ pieces(of: $0[...], width: width) }) {
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

    /// The width of the longest part of the text that cannot be parted: a word, or its piece up to a hyphen.
    static func longestPiece(_ text: String) -> Int {
        text.split { $0 == " " || $0 == "\n" }.flatMap { word in
            word.split(separator: "-").map { piece in
                piece.count + (piece.endIndex < word.endIndex ? 1 : 0)
            }
        }.max() ?? 0
    }

    /// Words with what must not be torn from them: «№ 414-р», «г. Ангарск», «2024 г.», «А. П.», «8(3955) 52-38-61».
    private static func bound(_ words: [Substring], width: Int) -> [String] {
        var result: [String] = []
        for (index, word) in words.enumerated() {
            if index > 0, belongTogether(words[index - 1], word), let last = result.last, last.count + 1 + word.count <= width {
                result[result.count - 1] = "\(last) \(word)"
            } else {
                result.append(String(word))
            }
        }
        return result
    }

    private static func belongTogether(_ left: Substring, _ right: Substring) -> Bool {
        if left == "№" { return true }
        if right.hasPrefix("г.") { return left.last?.isNumber ?? false }
        if left.hasSuffix(")"), left.first?.isNumber ?? false { return right.first?.isNumber ?? false }
        return right != "№" && left.last == "." && left.count <= 4 && left.dropLast().allSatisfy(\.isLetter)
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
