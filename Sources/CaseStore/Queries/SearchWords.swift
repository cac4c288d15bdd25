import Casework

/// The words of a search, folded as the haystack is.
struct SearchWords {
    /// Texts of three letters and more, found anywhere through the trigram index. A word of two letters is sought with the
    /// space before it: where a word begins.
    private(set) var sought: [String] = []
    /// A single letter that comes first: the beginning of the family name.
    private(set) var initial: String?
    /// Other single letters: the beginning of a word of the name.
    private(set) var letters: [String] = []
    /// A case number asked for by «№» or by one or two digits.
    private(set) var number: Int?

    init(_ text: String) {
        if let digits = SearchWords.joinedDigits(text) {
            add(digits, isFirst: true)
        } else {
            for word in SearchKey.fold(text).split(separator: " ") { add(String(word), isFirst: isEmpty) }
        }
    }

    var isEmpty: Bool { sought.isEmpty && initial == nil && letters.isEmpty && number == nil }

    private mutating func add(_ word: String, isFirst: Bool) {
        let isNumber = word.utf8.allSatisfy { (48...57).contains($0) }
        let length = word.unicodeScalars.count
        if word.hasPrefix("№"), let number = Int(word.dropFirst()) {
            self.number = number
        } else if length >= 3 {
            sought.append(word)
        } else if isNumber, let number = Int(word) {
            self.number = number
        } else if length == 2 {
            sought.append(" " + word)
        } else if word == "№" {
            return
        } else if isFirst {
            initial = word
        } else {
            letters.append(word)
        }
    }

    /// A number typed in groups («123-456-789 00», «+7 914 …») as one run of digits; nil when there are letters.
    private static func joinedDigits(_ text: String) -> String? {
        let separators: Set<Unicode.Scalar> = [" ", "-", "(", ")", "+", "\u{00A0}"]
        guard text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || separators.contains($0) }) else { return nil }
        let digits = SearchText.digits(text)
        if digits.isEmpty { return nil }
        // «+7» is kept as the 8 that is dialled.
        return text.unicodeScalars.contains("+") && digits.hasPrefix("7") ? "8" + digits.dropFirst() : digits
    }

    /// The question to the trigram index: as few trigrams as cover every word, each of which must occur.
    ///
    /// The index keeps no positions, so that what it finds is a candidate only; ``constrain(_:)`` decides.
    var match: String {
        sought.flatMap { word in
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
        for text in sought { filter.add(#"instr(r."haystack", ?) > 0"#, .text(text)) }
        for letter in letters { filter.add(#"instr(r."nameKey", ?) > 0"#, .text(" " + letter)) }
        if let initial { filter.add(#"r."nameKey" >= ? AND r."nameKey" < ?"#, .text(initial), .text(initial + "\u{10FFFF}")) }
    }

    /// Adds, for a list in the order of names, where in that order the initial's families are.
    func constrainOrder(_ filter: inout RegistryFilter) {
        guard let initial else { return }
        let key = CompactKey.bytes(SearchKey.sortKey(initial))
        filter.add(#"r."sortKey" >= ? AND r."sortKey" < ?"#, .blob(key), .blob(key + [0xFF, 0xFF]))
    }
}
