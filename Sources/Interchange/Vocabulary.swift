import Foundation

/// The words that a field may hold, and the code that each stands for: `I группа`, `1 группа`, `1` → `group-1`.
public struct Vocabulary: Sendable, Equatable {
    /// The codes, in the order of the mapping file.
    public let codes: [String]
    /// The words of each code as the mapping file spells them: for showing what was expected.
    public let spellings: [String: [String]]

    /// Words as the mapping file spells them and in lower case: most cells are found here, without making a key of them.
    private let codesBySpelling: [String: String]
    private let codesByKey: [String: String]

    /// Creates a vocabulary.
    ///
    /// - Parameter words: Codes with their words; a code is a word for itself. Of two codes that claim a word, the first
    ///   has it; ``HeaderMappingFile`` refuses a file that has two.
    public init(_ words: [(code: String, words: [String])]) {
        codes = words.map(\.code)
        spellings = Dictionary(words.map { ($0.code, $0.words) }) { first, _ in first }
        codesBySpelling = Dictionary(
            words.flatMap { code, words in words.flatMap { [($0, code), ($0.lowercased(), code)] } }
        ) { first, _ in first }
        var codesByKey: [String: String] = [:]
        for (code, words) in words {
            for word in words + [code] where codesByKey[NameKey.key(of: word)] == nil {
                codesByKey[NameKey.key(of: word)] = code
            }
        }
        self.codesByKey = codesByKey
    }

    /// The code that a word stands for; case, ё and е, spaces, dots and hyphens do not matter.
    ///
    /// - Throws: ``ValueError/unknownWord``.
    public func code(of word: String) throws(ValueError) -> String {
        guard let code = code(for: word) else { throw .unknownWord }
        return code
    }

    /// As ``code(of:)``; nil for a word that is not in the vocabulary.
    func code(for word: String) -> String? {
        if word.isEmpty { return nil }
        return codesBySpelling[word] ?? codesByKey[NameKey.key(of: word)]
    }
}

/// What remains of a header's name or of a word when it is compared: letters and digits in lower case, ё as е.
///
/// So `Дата рождения`, `ДАТА  РОЖДЕНИЯ:`, `дата рождения*` and a name behind a stray byte order mark are one. A word of
/// signs alone (`+`, `-`) is itself.
enum NameKey {
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        // Composed first: «ё» and «й» may come as a letter and a mark. Only ё is folded; и and й are two letters.
        for scalar in name.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar == "ё" {
                key.append("е")
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                key.append(scalar)
            }
        }
        if key.isEmpty { return String(name.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }) }
        return String(key)
    }
}
