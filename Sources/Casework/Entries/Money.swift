/// A sum in kopecks; never a fraction of one.
public struct Money: Hashable, Sendable, Comparable, Codable {
    /// The sum in kopecks.
    public var kopecks: Int

    /// A sum of so many kopecks.
    public init(kopecks: Int) { self.kopecks = kopecks }

    /// Reads `1234`, `1234.5`, `1 234,50`; nil for anything else and for a sum below zero.
    public init?(_ text: some StringProtocol) {
        let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 }
        let parts = String(plain).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2, whole.count <= 12 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard whole.allSatisfy(\.isASCIIDigit), fraction.allSatisfy(\.isASCIIDigit), (1...2).contains(fraction.count),
            let roubles = Int(whole), let rest = Int(fraction.count == 1 ? fraction + "0" : fraction)
        else { return nil }
        kopecks = roubles * 100 + rest
    }

    /// As kept: `1234.50`.
    public var plain: String { "\(kopecks / 100).\(twoDigits)" }

    /// As printed: `1234,50`.
    public var text: String { "\(kopecks / 100),\(twoDigits)" }

    private var twoDigits: String { (kopecks % 100 < 10 ? "0" : "") + String(kopecks % 100) }

    /// By the sum.
    public static func < (left: Money, right: Money) -> Bool { left.kopecks < right.kopecks }
}

extension Character {
    /// 0…9.
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
