import Foundation
import Testing

/// One trial of the built program: a temporary folder that is its home, its data and its store, and an environment in
/// which nothing of the machine's own is seen.
final class Trial {
    /// Everything of this trial lies here.
    let folder: String
    /// The store that `MARSHRUT_DB` names.
    var store: String

    /// A fresh folder, without a store.
    init() throws {
        folder = NSTemporaryDirectory() + "marshrut-walk-\(UUID().uuidString.prefix(8))"
        store = folder + "/office.sqlite"
        for name in ["home", "data", "config", "cache", "state", "run"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The folder of the built program: where SwiftPM puts the test bundle too.
    static let programFolder: String = {
        if let given = ProcessInfo.processInfo.environment["MARSHRUT_PROGRAM_FOLDER"] { return given }
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().path
        if FileManager.default.isExecutableFile(atPath: beside + "/marshrut") { return beside }
        let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        return package.appendingPathComponent(".build/debug").path
    }()

    /// The surroundings of every process of the trial.
    var environment: [String: String] {
        [
            "PATH": Trial.programFolder + ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": folder + "/home",
            "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config", "XDG_CACHE_HOME": folder + "/cache",
            "XDG_STATE_HOME": folder + "/state", "XDG_RUNTIME_DIR": folder + "/run", "TMPDIR": folder + "/run",
            "LANG": "C.UTF-8", "USER": "ivanova", "MARSHRUT_DB": store,
            // A trap must end the program at once, not open Swift's backtrace console in the tests' terminal.
            "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// Writes a file into the folder.
    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        let path = folder + "/" + name
        try bytes.write(to: URL(fileURLWithPath: path))
        return path
    }

    /// A new store of the Irkutsk act with one curator, `ivanova`.
    func begin(today: String = "2025-04-28T09:00") throws {
        let made = run(
            "init", "--regulation", "irkutsk-414r", "--organisation", "УСЗСОН по Ангарскому району", "--name", "Иванова М. П.",
            "--role", "curator", "--today", today)
        try #require(made.status == 0, "init: \(made)")
    }

    /// Runs the program to its end.
    @discardableResult
    func run(_ arguments: String..., environment changes: [String: String] = [:], timeout: TimeInterval = 300) -> Ended {
        run(arguments, environment: changes, timeout: timeout)
    }

    /// Runs the program to its end.
    @discardableResult
    func run(_ arguments: [String], environment changes: [String: String] = [:], timeout: TimeInterval = 300) -> Ended {
        Ended.of(
            Trial.programFolder + "/marshrut", arguments, environment: environment.merging(changes) { $1 }, timeout: timeout,
            in: folder)
    }

    /// Runs some other command of the system to its end.
    @discardableResult
    func system(_ arguments: String..., timeout: TimeInterval = 300) -> Ended {
        Ended.of(arguments[0], Array(arguments.dropFirst()), environment: environment, timeout: timeout, in: folder)
    }

    /// The size of a file of the folder; 0 where there is none.
    func size(_ name: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        return (attributes?[.size] as? Int) ?? 0
    }

    /// The bytes of the store and what stands beside it, as one fingerprint.
    func fingerprint() -> String {
        system("sh", "-c", "cksum \"$MARSHRUT_DB\"; ls \"$(dirname \"$MARSHRUT_DB\")\" | grep office | sort").out
    }
}
