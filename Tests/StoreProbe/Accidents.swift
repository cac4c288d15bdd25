import CaseStore
import Casework
import Foundation
import StoreTestSupport

/// Work that is meant to be cut short.
enum Accidents {
    /// Imports and says how far it is, so that the test can kill it on the way.
    static func importCases(_ path: String, count: Int) throws {
        let world = TrialWorld(identifiers: Identifiers(high: 0x0191_0000_0000_7000))
        let archive = try CaseArchive.open(at: path)
        var people = InventedPeople(seed: 7, today: world.now.date, serial: 200_000_000)
        let steps = sequence(state: 0) { (done: inout Int) -> ImportStep? in
            done += 1
            return done > count ? nil : .open(people.order())
        }
        let outcome = try archive.importCases(steps, context: world.context) { done in
            say("row \(done)")
            return true
        }
        say("done \(outcome.added)")
        try archive.close()
    }

    /// Opens cases one by one until the system refuses to write, saying after each that it is safe.
    static func writeUntilRefused(_ path: String, limit: Int) throws {
        let world = TrialWorld(identifiers: Identifiers(high: 0x0192_0000_0000_7000))
        let archive = try CaseArchive.open(at: path)
        if limit > 0 {
            var size = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
            setrlimit(__rlimit_resource_t(1), &size)
        }
        var people = InventedPeople(seed: 9, today: world.now.date, serial: 300_000_000)
        for index in 1...100_000 {
            try archive.open(people.order(), context: world.context)
            say("safe \(index)")
        }
    }

    /// The error's code as the wording knows it.
    static func code(_ error: any Error) -> String {
        switch error {
        case let error as StoreError: error.code
        case PerformError.store(let error): error.code
        case PerformError.refusal(let refusal): refusal.code
        case PerformError.conflict: "conflict"
        default: "other"
        }
    }
}

/// Several processes at one store.
enum Crowd {
    /// What everybody does at least, however slow the machine is.
    private static let least = 15

    /// Random work of one worker at full speed.
    static func write(_ path: String, seconds: Int, seed: Int) throws {
        let identifiers = Identifiers(high: 0x0193_0000_0000_7000 + UInt64(seed))
        let world = TrialWorld(identifiers: identifiers, worker: "worker\(seed)")
        let context = world.context
        let archive = try CaseArchive.open(at: path)
        var dice = Dice(seed: UInt64(seed))
        var people = InventedPeople(seed: UInt64(seed), today: world.now.date, serial: 400_000_000 + seed * 1_000_000)
        let end = Date().addingTimeInterval(Double(seconds))
        var written = 0
        while Date() < end || written < least {
            let page = try archive.registry(RegistryQuery(sort: .number), limit: 20).rows
            let row = page.randomElement(using: &dice)
            do {
                switch (dice.next() % 8, row) {
                case (0, _), (_, nil): try archive.open(people.order(), context: context)
                case (1, _): _ = try archive.undo(context: context)
                case (2, let row?):
                    try archive.perform(AssignCurator(curator: "w\(dice.next() % 5)"), on: row.caseID, context: context)
                case (_, let row?):
                    let call = LogContactAttempt(method: .phone, outcome: .noAnswer, at: context.now)
                    try archive.perform(call, on: row.caseID, context: context)
                }
                written += 1
            } catch PerformError.store(.locked) {
                say("locked")
            } catch PerformError.store(let error) where error != .notFound {
                throw error
            } catch is PerformError {
                // A rule's refusal, or a case that another worker took back: part of the crowd's life.
            } catch UndoRefusal.store(.locked) {
                // SQLite's lock is unfair: in a crowd on a slow disk a turn may not come for longer than anybody waits.
                say("locked")
            } catch UndoRefusal.store(let error) {
                throw error
            } catch is UndoRefusal {}
            if written % 16 == 0 { try tidy(archive) }
        }
        try archive.close()
        say("written \(written)")
    }

    /// A checkpoint; one that finds no turn is left out.
    private static func tidy(_ archive: CaseArchive) throws {
        do {
            _ = try archive.checkpointIfQuiet(over: 1 << 20)
        } catch StoreError.locked {
            say("locked")
        }
    }

    /// Reads pages and cases, checking that each is whole.
    static func read(_ path: String, seconds: Int) throws {
        let archive = try CaseArchive.open(at: path, readOnly: true)
        let end = Date().addingTimeInterval(Double(seconds))
        var reads = 0
        while Date() < end || reads < least {
            for row in try archive.registry(RegistryQuery(text: reads % 2 == 0 ? "" : "ов"), limit: 20).rows {
                do {
                    let file = try archive.caseFile(row.caseID)
                    guard file.header.number == row.number else { throw StoreError.damaged }
                } catch StoreError.notFound {
                    continue
                }
            }
            _ = try archive.board(limit: 20)
            reads += 1
        }
        say("read \(reads)")
        try archive.close()
    }
}
