/// Numbers that look random and are the same for the same seed on every machine.
///
/// SplitMix64; source: Steele, Lea, Flood, «Fast splittable pseudorandom number generators», 2014.
public struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Numbers of a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range; the standard library's own may change its way between versions.
    public mutating func number(in range: Range<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True in `percent` cases of a hundred.
    public mutating func chance(_ percent: Int) -> Bool { number(in: 0..<100) < percent }

    /// An element; the list must not be empty.
    public mutating func pick<Element>(_ list: [Element]) -> Element { list[number(in: 0..<list.count)] }
}
