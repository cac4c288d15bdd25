import Casework

/// The words of a search, folded as the haystack is.
struct SearchWords {
    /// Found anywhere, through the trigram index.
    private(set) var long: [String] = []
    /// One or two letters: found where a word of the name begins.
    private(set) var short: [String] = []
    /// A case number asked for by «№» or by one or two digits.
    private(set) var number: Int?

    init(_ text: String) {
        if let digits = SearchWords.joinedDigits(text) {
            add(digits)
        } else {
            for word in SearchKey.fold(text).split(separator: " ") { add(String(word)) }
        }
    }

    var isEmpty: Bool { long.isEmpty && short.isEmpty && number == nil }

    private mutating func add(_ word: String) {
        let isNumber = word.utf8.allSatisfy { (48...57).contains($0) }
        if word.hasPrefix("№"), let number = Int(word.dropFirst()) {
            self.number = number
        } else if word.unicodeScalars.count >= 3 {
            long.append(word)
        } else if isNumber, let number = Int(word) {
            self.number = number
        } else if word != "№" {
            short.append(word)
        }
    }

    /// A number typed in groups («123-456-789 00», «+7 914 …») as one run of digits; nil when there are letters.
    private static func joinedDigits(_ text: String) -> String? {
        let separators: Set<Unicode.Scalar> = [" ", "-", "(", ")", "+", "\u{00A0}"]
        guard text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || separators.contains($0) }) else { return nil }
        let digits = SearchText.digits(text)
        if digits.isEmpty { return nil }
        return text.unicodeScalars.contains("+") ? SearchText.phone(digits) : digits
    }

    /// The question to the trigram index: as few trigrams as cover every long word, each of which must occur.
    ///
    /// The index keeps no positions, so that what it finds is a candidate only; ``conditions`` decide.
    var match: String {
        long.flatMap { word in
            let letters = Array(word.unicodeScalars)
            var starts = Array(stride(from: 0, through: letters.count - 3, by: 3))
            if let last = starts.last, last + 3 < letters.count { starts.append(letters.count - 3) }
            return starts.map { start in
                var trigram = String.UnicodeScalarView()
                trigram.append(contentsOf: letters[start..<start + 3])
                return "\"" + String(trigram).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\""
            }
        }.joined(separator: " AND ")
    }

    /// Adds what every row must meet.
    func constrain(_ filter: inout RegistryFilter) {
        if let number { filter.add(#"r."number" = ?"#, .number(number)) }
        for word in long { filter.add(#"instr(r."haystack", ?) > 0"#, .text(word)) }
        for word in short {
            filter.add(
                #"(r."nameKey" BETWEEN ? AND ? OR instr(r."nameKey", ?) > 0)"#, .text(word), .text(word + "\u{10FFFF}"),
                .text(" " + word))
        }
    }
}
