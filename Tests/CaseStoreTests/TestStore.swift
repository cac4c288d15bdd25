import Casework
import Foundation
import GRDB
import StoreTestSupport
import Testing

@testable import CaseStore

/// A store in a folder of its own that goes with the test.
final class TestStore {
    let folder: String
    let path: String
    let archive: CaseArchive
    var world = TrialWorld()

    init() throws {
        folder = NSTemporaryDirectory() + "marshrut-" + UUID().uuidString
        path = folder + "/store/marshrut.sqlite"
        archive = try CaseArchive.create(at: path, organisationID: RecordID(high: 1, low: 1), office: TrialAct.office)
    }

    deinit {
        try? archive.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    var context: DecisionContext { world.context }

    /// Opens a case of the given person.
    @discardableResult
    func open(
        _ family: String, _ given: String = "Анна", _ patronymic: String? = "Ивановна", born: String = "1980-05-01",
        curator: String? = "ivanova", receivedOn: String = "2025-03-10", change: (inout Citizen) -> Void = { _ in }
    ) throws -> CaseFile {
        let born = try #require(CivilDate(iso: born))
        var citizen = Citizen(id: RecordID(high: 0, low: 0), family: family, given: given, patronymic: patronymic, born: born)
        change(&citizen)
        let order = OpenCase(
            citizen: citizen, regulation: TrialAct.id, source: "ipra", receivedOn: try #require(CivilDate(iso: receivedOn)),
            curator: curator)
        return try archive.open(order, context: context).file
    }

    /// Fills the store with invented people.
    func fill(_ count: Int, attempts: Int = 2, curators: Int = 5) throws {
        let context = context
        var people = InventedPeople(seed: 11, today: context.now.date)
        let files = (0..<count).compactMap { _ in people.file(attempts: attempts, curators: curators, in: context) }
        try archive.fill(with: files, context: context)
    }

    /// A call without an answer.
    var call: LogContactAttempt { LogContactAttempt(method: .phone, outcome: .noAnswer, at: world.now) }

    /// Runs SQL past the store's rules, as an intruder would.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }
}

/// A date known to exist.
func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

/// The helper process, built beside the tests.
enum Probe {
    static var executable: URL {
        get throws {
            var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            while folder.path != "/" {
                let candidate = folder.appendingPathComponent("StoreProbe")
                if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
                folder.deleteLastPathComponent()
            }
            return try #require(Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("StoreProbe"))
        }
    }

    /// Starts the helper; its lines come through the handle.
    static func start(_ arguments: [String]) throws -> (process: Process, output: FileHandle) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = try executable
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        return (process, pipe.fileHandleForReading)
    }

    /// Runs the helper to its end.
    static func run(_ arguments: [String]) throws -> (lines: [String], status: Int32) {
        let (process, output) = try start(arguments)
        let data = output.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init), process.terminationStatus)
    }
}
