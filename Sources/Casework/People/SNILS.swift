/// Why a СНИЛС is not accepted.
public enum SNILSError: Error, Hashable, Sendable {
    /// Not eleven digits once spaces and hyphens are left out.
    case notElevenDigits
    /// The last two digits do not agree with the first nine, or all are zeros: a filler that would make strangers one person.
    case checksum
}

/// СНИЛС, the individual insurance account number: eleven digits, the last two a check number.
///
/// Check: digits 1–9 times 9…1, the sum modulo 101, 100 read as 00; only numbers above 001-001-998 carry it.
/// Source: `shared/requirements/public-data.md`, section 6.
public struct SNILS: Hashable, Sendable {
    /// Eleven digits without separators.
    public let digits: String

    /// Reads eleven digits with any spaces and hyphens among them.
    public init(_ text: some StringProtocol) throws(SNILSError) {
        var numbers: [Int] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": numbers.append(Int(scalar.value) - 48)
            case " ", "-", "\u{00A0}", "\u{2010}"..."\u{2015}": continue
            default: throw .notElevenDigits
            }
        }
        guard numbers.count == 11 else { throw .notElevenDigits }
        let serial = numbers[0..<9].reduce(0) { $0 * 10 + $1 }
        if serial == 0 { throw .checksum }
        if serial > 1_001_998, SNILS.check(numbers[0..<9]) != numbers[9] * 10 + numbers[10] { throw .checksum }
        digits = numbers.map(String.init).joined()
    }

    /// The check number of nine digits, 0…99.
    static func check(_ nine: ArraySlice<Int>) -> Int {
        let sum = zip(nine, (1...9).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 101
        return sum == 100 ? 0 : sum
    }

    /// The number whose first nine digits are `serial` (0…999999999), with its check digits; for invented people.
    public init(serial: Int) {
        let nine = padded(serial, 9).utf8.map { Int($0) - 48 }
        digits = padded(serial, 9) + padded(SNILS.check(nine[...]), 2)
    }

    /// `123-456-789 00`, as the card prints it.
    public var printed: String {
        let all = Array(digits)
        return "\(String(all[0..<3]))-\(String(all[3..<6]))-\(String(all[6..<9])) \(String(all[9..<11]))"
    }
}

extension SNILS: Codable {
    /// Reads eleven digits.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        do { self = try SNILS(text) } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a SNILS"))
        }
    }

    /// Writes eleven digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}
