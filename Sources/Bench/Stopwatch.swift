import Foundation

/// Time that only goes forward.
struct Stopwatch {
    private let start = Stopwatch.now

    /// Seconds since it was started.
    var seconds: Double { Double(Stopwatch.now - start) / 1e9 }
    /// Milliseconds since it was started.
    var milliseconds: Double { seconds * 1000 }

    /// Nanoseconds of the clock.
    static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}

/// Many measurements of one thing.
struct Samples {
    private(set) var values: [Double] = []

    var isEmpty: Bool { values.isEmpty }

    mutating func add(_ value: Double) { values.append(value) }

    /// The value that `percent` of a hundred do not exceed; 0 when there are none.
    func percentile(_ percent: Double) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * percent / 100))]
    }

    var median: Double { percentile(50) }
    var p95: Double { percentile(95) }
    /// The mean; 0 when there are none.
    var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

    /// Each measurement with its fellow of another thing, as of two halves of one work.
    func plus(_ other: Samples) -> Samples {
        Samples(values: zip(values, other.values).map(+))
    }
}

extension Samples {
    /// Runs the work so many times and keeps the milliseconds of each.
    static func of(_ count: Int, _ work: (Int) throws -> Void) rethrows -> Samples {
        var samples = Samples()
        for index in 0..<count {
            let clock = Stopwatch()
            try work(index)
            samples.add(clock.milliseconds)
        }
        return samples
    }
}

/// Tells on the errors what goes on, so that the table alone is the output.
func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
