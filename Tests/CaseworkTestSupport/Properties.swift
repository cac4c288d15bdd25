/// A generator whose numbers depend on the seed only (SplitMix64, Steele and others 2014, public domain).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that always gives the same numbers for the same seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A property that did not hold, with the values that broke it.
public struct PropertyFailure: Error, CustomStringConvertible {
    /// What was expected.
    public var message: String
    /// The values on the way, outermost first.
    public var values: [String]

    /// What was expected, and for which values.
    public var description: String { "\(message) [\(values.joined(separator: ", "))]" }
}

/// Runs the body for every value; a failure names the values of all the `withEvery` around it.
///
///     try withEvery("start", in: days) { start in
///         try withEvery("count", in: 1...20) { count in
///             try hold(calendar.isWorking(calendar.workingDay(count, after: start)), "lands on a working day")
///         }
///     }
public func withEvery<Value>(_ label: String, in values: some Sequence<Value>, _ body: (Value) throws -> Void) throws {
    for value in values {
        do {
            try body(value)
        } catch var failure as PropertyFailure {
            failure.values.insert("\(label) = \(value)", at: 0)
            throw failure
        }
    }
}

/// Fails the property when the condition is false.
public func hold(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    if !condition { throw PropertyFailure(message: message(), values: []) }
}
