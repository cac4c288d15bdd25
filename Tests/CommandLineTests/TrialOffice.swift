import Foundation
import MarshrutCLI
import Synchronization
import Testing

/// A throwaway home and store in which commands are run within the process.
final class TrialOffice: Sendable {
    /// What a command left behind.
    struct Ran {
        var status: Int32
        var out: String
        var err: String

        /// The output as JSON: dictionaries, arrays, strings, numbers.
        var json: Any {
            get throws { try JSONSerialization.jsonObject(with: Data(out.utf8), options: [.fragmentsAllowed]) }
        }

        /// The output as a list of objects.
        var list: [[String: Any]] {
            get throws { try #require(try json as? [[String: Any]]) }
        }

        /// The output as one object.
        var object: [String: Any] {
            get throws { try #require(try json as? [String: Any]) }
        }
    }

    /// The folder; it goes with the office.
    let folder: String
    /// The day that commands take for today.
    let today: String

    init(today: String = "2025-03-12") throws {
        folder = NSTemporaryDirectory() + "marshrut-cli-\(UUID().uuidString)"
        self.today = today
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// An office with a store under the Irkutsk act.
    static func founded(today: String = "2025-03-12") throws -> TrialOffice {
        let office = try TrialOffice(today: today)
        let ran = try office.run(
            "init", "--regulation", "irkutsk-414r", "--organisation", "КЦСОН", "--contacts", "г. Ангарск", "--name",
            "Иванова А. П.")
        try #require(ran.status == 0)
        return office
    }

    /// An office that has imported the shipped sample of ten people.
    static func withSample(today: String = "2025-03-12") throws -> TrialOffice {
        let office = try founded(today: today)
        try #require(try office.run("import", "referrals", office.sample).status == 0)
        return office
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A path in the folder.
    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Writes a file into the folder and gives its path.
    func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

    /// Writes a file into the folder and gives its path.
    func file(_ name: String, _ data: Data) throws -> String {
        try data.write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    /// Runs a command within the process.
    func run(_ words: String..., today: String? = nil, onTerminal: Bool = false) throws -> Ran {
        try run(words, today: today, onTerminal: onTerminal)
    }

    /// Runs a command within the process.
    func run(_ words: [String], today: String? = nil, onTerminal: Bool = false) throws -> Ran {
        let out = Mutex("")
        let err = Mutex("")
        let console = Console(
            isTerminal: onTerminal, print: { text in out.withLock { $0 += text } },
            complain: { text in err.withLock { $0 += text } })
        let status = Program.run(["--today", today ?? self.today] + words, environment: environment, console: console)
        let ran = Ran(status: status, out: out.withLock { $0 }, err: err.withLock { $0 })
        // A key in place of its wording is a fault wherever it shows.
        #expect(!ran.err.contains(/(^|\n)[a-z]+\.[a-z][a-z.\-]+( \(|$|\n)/), "\(words): \(ran.err)")
        return ran
    }

    /// The surroundings: nothing of the machine's own settings.
    var environment: [String: String] {
        ["HOME": folder, "XDG_CONFIG_HOME": path("config"), "MARSHRUT_DB": path("m.sqlite"), "USER": "ivanova"]
    }
}

extension TrialOffice {
    /// The shipped sample of referrals.
    var sample: String { Shipped.path("Mappings", "referrals-sample.csv") }
}
