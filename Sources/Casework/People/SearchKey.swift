import Foundation

/// Names folded for search, sorting and comparison of people.
///
/// Source: `shared/design/safety.md`, section 3: NFC, lower case, ё as е, spaces collapsed; й stays itself.
public enum SearchKey {
    /// The text to search in and to search for: NFC, lower case, ё→е, hyphens and runs of spaces as one space,
    /// invisible marks and stress marks left out.
    public static func fold(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in composed(visible(text)).lowercased().unicodeScalars {
            switch scalar {
            case "ё":
                if pendingSpace, !result.isEmpty { result.unicodeScalars.append(" ") }
                pendingSpace = false
                result.unicodeScalars.append("е")
            case " ", "\t", "\n", "\r", "-", "\u{00A0}", "\u{2000}"..."\u{200A}", "\u{2010}"..."\u{2015}", "\u{202F}":
                pendingSpace = true
            case "\u{0300}"..."\u{036F}": continue
            default:
                if pendingSpace, !result.isEmpty { result.unicodeScalars.append(" ") }
                pendingSpace = false
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The key that sorts Russian names as a dictionary does, Ё after Е, when compared byte by byte.
    public static func sortKey(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        for scalar in composed(visible(text)).lowercased().unicodeScalars {
            switch scalar {
            // «ё» becomes «е» followed by a mark above every letter: after all words in «е», before «ж».
            case "ё":
                result.unicodeScalars.append("е")
                result.unicodeScalars.append("\u{FFFD}")
            case "-", "\u{00A0}", "\u{2000}"..."\u{200A}", "\u{2010}"..."\u{2015}", "\u{202F}":
                result.unicodeScalars.append(" ")
            case "\u{0300}"..."\u{036F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text without invisible marks, which would keep a letter from its accent.
    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
    }

    /// Marks that no one sees: soft hyphen, zero-width and bidi marks, the byte order mark, control characters.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<9, 0xE..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// The text in NFC; plain Cyrillic and ASCII, nearly every name, is returned as it is.
    public static func composed(_ text: String) -> String {
        for scalar in text.unicodeScalars where scalar.value >= 0x300 {
            if (0x400...0x45F).contains(scalar.value) || (0x2010...0x2022).contains(scalar.value) { continue }
            return text.precomposedStringWithCanonicalMapping
        }
        return text
    }
}
