import Foundation

/// How often each byte of the upper half occurs, and which kinds of them stand side by side.
struct LetterCounts {
    /// Occurrences of bytes 0x80–0xFF.
    private(set) var bytes = [Int](repeating: 0, count: 128)
    /// Occurrences of neighbours of the upper half, by their high hexadecimal digits: `8 * (first - 8) + (second - 8)`.
    private(set) var neighbours = [Int](repeating: 0, count: 64)

    @inline(__always)
    mutating func take(_ byte: UInt8, after previous: UInt8) {
        bytes[Int(byte & 0x7F)] += 1
        if previous >= 0x80 { neighbours[Int(previous >> 4 & 7) * 8 + Int(byte >> 4 & 7)] += 1 }
    }
}

/// Tells Windows-1251, CP866 and KOI8-R apart by the letters that Russian text would then consist of.
///
/// The three put capitals and small letters, and the letters themselves, in different places: read in a wrong encoding,
/// text turns into box-drawing signs, rare letters, or capitals in the middle of words. The likelihood of each reading is
/// the product of its letters' frequencies and of a small factor for every capital right after a small letter.
enum LetterStatistics {
    /// The likeliest encoding of the counted bytes, and whether the letters were enough to say so.
    static func guess(_ counts: LetterCounts) -> (encoding: TextEncoding, confidence: EncodingFinding.Confidence) {
        let ranked = candidates.map { (encoding: $0.encoding, score: $0.score(counts)) }.sorted { $0.score > $1.score }
        let lead = ranked[0].score - ranked[1].score
        // e^10: the second reading is twenty thousand times less likely. A dozen ordinary letters are enough for that.
        return (ranked[0].encoding, lead > 10 ? .likely : .doubtful)
    }

    private struct Candidate {
        let encoding: TextEncoding
        /// Natural logarithm of the likelihood of each byte of the upper half.
        let weights: [Double]
        /// Which high hexadecimal digits hold capitals, which hold small letters.
        let capitals: Set<Int>
        let small: Set<Int>

        init(_ encoding: TextEncoding, _ alphabet: SingleByteAlphabet, capitals: Set<Int>, small: Set<Int>) {
            self.encoding = encoding
            self.capitals = capitals
            self.small = small
            weights = alphabet.scalars.map { LetterStatistics.weight(of: $0) }
        }

        func score(_ counts: LetterCounts) -> Double {
            var score = zip(counts.bytes, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
            for first in small {
                for second in capitals {
                    score += Double(counts.neighbours[8 * (first - 8) + second - 8]) * capitalInsideWord
                }
            }
            return score
        }
    }

    /// First come those that win a tie.
    private static let candidates = [
        Candidate(.cp1251, .windows1251, capitals: [0xC, 0xD], small: [0xE, 0xF]),
        Candidate(.cp866, .dos866, capitals: [0x8, 0x9], small: [0xA, 0xE]),
        Candidate(.koi8r, .koi8r, capitals: [0xE, 0xF], small: [0xC, 0xD]),
    ]

    private static let capitalInsideWord = log(0.003)

    private static func weight(of scalar: Unicode.Scalar?) -> Double {
        guard let scalar else { return log(0.000_001) }
        if let share = shares[Character(scalar).lowercased()] { return log(share / 1000) }
        // Signs that Russian forms do use; everything else (boxes, Serbian letters) is next to impossible.
        return "«»№—–…“”„\u{A0}".unicodeScalars.contains(scalar) ? log(0.003) : log(0.000_02)
    }

    /// Letters per thousand in Russian text (Lyashevskaya and Sharov, frequency dictionary of the National Corpus).
    private static let shares: [String: Double] = [
        "о": 109.7, "е": 84.5, "а": 80.1, "и": 73.5, "н": 67, "т": 62.6, "с": 54.7, "р": 47.3, "в": 45.4, "л": 44, "к": 34.9,
        "м": 32.1, "д": 29.8, "п": 28.1, "у": 26.2, "я": 20.1, "ы": 19, "ь": 17.4, "г": 17, "з": 16.5, "б": 15.9, "ч": 14.4,
        "й": 12.1, "х": 9.7, "ж": 9.4, "ш": 7.3, "ю": 6.4, "ц": 4.8, "щ": 3.6, "э": 3.2, "ф": 2.6, "ъ": 0.4, "ё": 0.4,
    ]
}
