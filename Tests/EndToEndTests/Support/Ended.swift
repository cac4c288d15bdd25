import Foundation
import Testing

/// How a process ended and what it said.
struct Ended: CustomStringConvertible {
    /// The exit status; 128 and the signal's number when a signal ended it; nil when it had to be ended by us.
    let status: Int32?
    /// Standard output.
    let out: String
    /// Standard error.
    let complaint: String

    var description: String { "status \(status.map(String.init) ?? "none, ended by us")\n\(out)\n\(complaint)" }

    /// The output read as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(out.utf8)) }

    /// The output read as a list of objects.
    func list() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]], "not a list: \(self)") }

    /// The output read as one object.
    func object() throws -> [String: Any] { try #require(try json() as? [String: Any], "not an object: \(self)") }

    /// Runs a program to its end.
    static func of(
        _ program: String, _ arguments: [String], environment: [String: String], timeout: TimeInterval, in folder: String
    ) -> Ended {
        guard let child = Child(program, arguments, environment: environment, in: folder) else {
            return Ended(status: nil, out: "", complaint: "\(program) could not be started")
        }
        return child.wait(timeout: timeout)
    }
}
