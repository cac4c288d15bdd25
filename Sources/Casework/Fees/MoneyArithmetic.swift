// What a fee needs of sums beyond reading and writing them.
extension Money {
    /// Nothing.
    public static let zero = Money(kopecks: 0)

    /// The largest sum that is reckoned with: larger ones are slips of the hand, and sums of them must not overflow.
    public static let largest = Money(kopecks: 100_000_000_000)

    /// The sum of two sums.
    public static func + (left: Money, right: Money) -> Money { Money(kopecks: left.kopecks + right.kopecks) }

    /// The difference of two sums.
    public static func - (left: Money, right: Money) -> Money { Money(kopecks: left.kopecks - right.kopecks) }

    /// A price so many times.
    public static func * (count: Int, price: Money) -> Money { Money(kopecks: count * price.kopecks) }

    /// So many hundredths of the sum, rounded to the kopeck, half a kopeck upwards: the acts give no rule (our reading).
    public func percent(_ share: Int) -> Money { Money(kopecks: (kopecks * share + 50) / 100) }

    /// `1 234,50`: as it is shown, thousands parted by a space that does not break.
    public var grouped: String {
        let digits = String(kopecks / 100)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append("\u{a0}") }
            result.append(digit)
        }
        return "\(result),\(padded(kopecks % 100, 2))"
    }
}
