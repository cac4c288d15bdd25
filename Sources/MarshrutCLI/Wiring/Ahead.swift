import Dispatch
import Synchronization

/// A value that is made on another thread while this one does something else: the acts are read while the store opens.
final class Ahead<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    /// Begins at once.
    init(_ make: @escaping @Sendable () -> Value) {
        // A queue of its own: libdispatch on Linux watches the threads of the global ones once a second for ever.
        DispatchQueue(label: "marshrut.ahead", qos: .userInitiated).async(group: group) { [self] in
            let value = make()
            made.withLock { $0 = value }
        }
    }

    /// The value, waited for where it is not made yet.
    var value: Value {
        group.wait()
        guard let value = made.withLock({ $0 }) else { preconditionFailure("the group is left only when the value is made") }
        return value
    }
}
