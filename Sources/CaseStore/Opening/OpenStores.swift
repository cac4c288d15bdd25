import Foundation
import Synchronization

/// The stores that this process has open.
///
/// A file that SQLite has open must not be opened and closed past it: closing any descriptor of a file drops all of the
/// process's locks on it, SQLite's among them. Source: <https://sqlite.org/howtocorrupt.html>, section 2.2.
enum OpenStores {
    private static let counts = Mutex<[String: Int]>([:])

    private static func name(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    /// Whether this process has the store open.
    static func contain(_ path: String) -> Bool { counts.withLock { $0[name(path)] != nil } }

    static func add(_ path: String) { counts.withLock { $0[name(path), default: 0] += 1 } }

    static func remove(_ path: String) {
        counts.withLock { counts in
            let left = (counts[name(path)] ?? 1) - 1
            counts[name(path)] = left > 0 ? left : nil
        }
    }
}
