import Foundation

/// Names folded for search, sorting and comparison of people.
///
/// Source: `shared/design/safety.md`, section 3: NFC, lower case, ё as е, spaces collapsed; й stays itself.
public enum SearchKey {
    /// The text to search in and to search for: NFC, lower case, ё→е, hyphens and runs of spaces as one space,
    /// invisible marks and stress marks left out.
    public static func fold(_ text: String) -> String {
        plainFold(text) ?? anyFold(text)
    }

    /// Folds Russian letters and ASCII byte by byte, which is nearly every name; nil for any other text.
    private static func plainFold(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let folded: UInt32
            switch value {
            case 0x20, 0x09, 0x0A, 0x0D, 0x2D:
                pendingSpace = true
                continue
            case 0x41...0x5A: folded = value + 0x20
            case 0x21...0x7E: folded = value
            case 0x410...0x42F: folded = value + 0x20
            case 0x430...0x44F: folded = value
            case 0x401, 0x451: folded = 0x435
            default: return nil
            }
            if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
            pendingSpace = false
            if folded < 0x80 {
                bytes.append(UInt8(folded))
            } else {
                bytes.append(UInt8(0xC0 | folded >> 6))
                bytes.append(UInt8(0x80 | folded & 0x3F))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Folds any text.
    private static func anyFold(_ text: String) -> String {
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
        plainSortKey(text) ?? anySortKey(text)
    }

    /// The key of Russian letters and ASCII, scalar by scalar; nil for any other text.
    private static func plainSortKey(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x2D: bytes.append(0x20)
            case 0x41...0x5A: bytes.append(UInt8(value + 0x20))
            case 0..<0x80: bytes.append(UInt8(value))
            case 0x410...0x44F:
                let lower = value < 0x430 ? value + 0x20 : value
                bytes.append(UInt8(0xC0 | lower >> 6))
                bytes.append(UInt8(0x80 | lower & 0x3F))
            case 0x401, 0x451: bytes.append(contentsOf: [0xD0, 0xB5, 0xEF, 0xBF, 0xBD])
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The key of any text.
    private static func anySortKey(_ text: String) -> String {
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
