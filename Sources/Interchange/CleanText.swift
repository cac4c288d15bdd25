import Foundation

/// Text of a foreign file made fit to be stored, compared and shown.
///
/// Composed (NFC), every run of white space one space, none at the ends. Characters that hide or disguise something are
/// refused, never dropped: dropping them would turn one name into another without a word.
public enum CleanText {
    /// Cleans a cell.
    ///
    /// - Parameter raw: The cell as it stands in the file.
    /// - Returns: The clean text; empty for a blank cell.
    /// - Throws: ``ValueError`` for control, direction, invisible and lost characters and for stacked marks.
    public static func clean(_ raw: String) throws(ValueError) -> String {
        if raw.isEmpty || isPlain(raw) { return raw }
        var cleaned = String.UnicodeScalarView()
        var marks = 0
        var spaceDue = false
        for scalar in raw.precomposedStringWithCanonicalMapping.unicodeScalars {
            if isSpace(scalar) {
                spaceDue = !cleaned.isEmpty
                marks = 0
                continue
            }
            marks = try isMark(scalar) ? marks + 1 : 0
            if marks > 2 { throw .stackedMarks }
            if spaceDue { cleaned.append(" ") }
            spaceDue = false
            cleaned.append(scalar)
        }
        return String(cleaned)
    }

    /// Nothing but ASCII and ordinary Russian letters, with single spaces inside: already clean. Nearly every cell is, and
    /// this look costs a tenth of the rest.
    private static func isPlain(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            switch byte {
            case 0x20: if previous == 0x20 { return false }
            // D0 begins U+0400–U+043F, D1 U+0440–U+047F: letters all.
            case 0x21...0x7E, 0xD0, 0xD1: break
            case 0x80...0xBF: if previous != 0xD0 && previous != 0xD1 { return false }
            default: return false
            }
            previous = byte
        }
        return previous != 0x20
    }

    /// Tab, line breaks and the spaces of Unicode, no-break ones too.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar.properties.generalCategory == .spaceSeparator
    }

    /// Whether the scalar is a combining mark; refuses scalars that may not stay.
    private static func isMark(_ scalar: Unicode.Scalar) throws(ValueError) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: throw .directionCharacter
        case 0xFFFD: throw .lostLetters
        // Blank on the screen though their categories are those of letters and marks.
        case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            throw .invisibleCharacter
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: throw .controlCharacter
        case .format, .privateUse, .surrogate, .unassigned: throw .invisibleCharacter
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return false
        }
    }
}
