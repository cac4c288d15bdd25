import Casework
import Synchronization

/// Identifiers 1, 2, 3 … in the order asked for, so that tests can name a record.
public final class IncrementingIDs: Sendable {
    private let last = Mutex<UInt64>(0)

    /// A sequence that begins with 1.
    public init() {}

    /// The next identifier.
    public func next() -> RecordID {
        last.withLock { number in
            number += 1
            return RecordID.numbered(number)
        }
    }
}

extension RecordID {
    /// The identifier that ``IncrementingIDs`` hands out as the `number`-th.
    public static func numbered(_ number: UInt64) -> RecordID { RecordID(milliseconds: number, random: (0, number)) }
}
