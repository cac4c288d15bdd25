import CaseStore
import Casework
import MarshrutResources
import Regulations

/// An open store with everything a decision may ask about: what a command on cases works with.
struct OfficeAtWork {
    let wiring: Wiring
    let archive: CaseArchive
    let packs: [RegulationPack]
    let context: DecisionContext

    var texts: Texts { wiring.texts }
    var console: Console { wiring.console }
    /// The worker's login.
    var login: String { context.worker }

    /// The packs of a case's acts, in its own order.
    func packs(of header: CaseHeader) -> [RegulationPack] {
        header.regulations.compactMap { id in packs.first { $0.id == id } }
    }

    /// A case's acts that are at hand, in its own order.
    func acts(of header: CaseHeader) -> [Regulation] { packs(of: header).map(\.regulation) }

    /// The rule of the given full id.
    func rule(_ id: String) -> ObligationRule? { context.engine.rule(id) }

    /// The rule of an obligation in the edition of the day that set it off.
    func rule(of obligation: Obligation) -> ObligationRule? {
        context.engine.rule(obligation.rule, on: obligation.triggeredAt.date)
    }

    // MARK: Cases

    /// The case of the number (or identifier) that somebody typed.
    /// - Throws: refused when there is none.
    func caseID(_ text: String) throws -> RecordID {
        let digits = text.hasPrefix("№") ? String(text.dropFirst()) : text
        if let number = Int(digits), let id = try storing({ () throws(StoreError) in try archive.caseID(number: number) }) {
            return id
        }
        if let id = RecordID(text) { return id }
        throw CommandFailure.refused("case.unknown", text)
    }

    /// The case of the number that somebody typed, whole.
    func caseFile(_ text: String) throws -> CaseFile {
        let id = try caseID(text)
        do throws(StoreError) {
            return try archive.caseFile(id)
        } catch .notFound {
            throw CommandFailure.refused("case.unknown", text)
        } catch {
            throw CommandFailure.store(error, at: wiring.databasePath)
        }
    }

    // MARK: Errors

    /// Runs store work; its errors come out in words.
    func storing<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) { return try work() } catch { throw CommandFailure.store(error, at: wiring.databasePath) }
    }

    /// Runs an action; its refusals come out in words.
    func performing<Value>(_ work: () throws(PerformError) -> Value) throws -> Value {
        do throws(PerformError) { return try work() } catch { throw failure(error) }
    }

    /// What an action's error is for the one who typed the command.
    func failure(_ error: PerformError) -> any Error {
        switch error {
        case .refusal(let refusal): return refusal
        case .conflict(let conflict):
            guard let entry = conflict.entry else { return CommandFailure.refused("conflict") }
            return CommandFailure.refused("conflict.by", entry.worker, entry.at.dotted, String(entry.sequence))
        case .store(.notFound): return CommandFailure.refused("case.gone")
        case .store(let error): return CommandFailure.store(error, at: wiring.databasePath)
        }
    }
}

extension Wiring {
    /// The login of who works: `--user`, `$MARSHRUT_USER`, or the system's account.
    var login: String { givenLogin ?? accountName }

    /// Opens the store with the acts its office works under.
    /// - Parameter forReading: a store that may not be written is opened for reading then.
    func office(forReading: Bool = false) throws -> OfficeAtWork {
        let archive: CaseArchive
        do throws(StoreError) {
            archive = try CaseArchive.open(at: databasePath)
        } catch .readOnly where forReading {
            archive = try storing { () throws(StoreError) in try CaseArchive.open(at: databasePath, readOnly: true) }
        } catch {
            throw CommandFailure.store(error, at: databasePath)
        }
        let office = try storing { () throws(StoreError) in try archive.office() }
        return try at(archive, office, packs: packs(office.regulations))
    }

    /// A store with its context.
    func at(_ archive: CaseArchive, _ office: OfficeSettings, packs: [RegulationPack]) throws -> OfficeAtWork {
        let packs = packs.map { $0.read(by: office) }
        let context = DecisionContext(
            regulations: packs.map(\.regulation), calendar: try calendar(), office: office, now: now, worker: login,
            newID: Clock.newID)
        return OfficeAtWork(wiring: self, archive: archive, packs: packs, context: context)
    }

    /// Runs store work; its errors come out in words.
    func storing<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) { return try work() } catch { throw CommandFailure.store(error, at: databasePath) }
    }
}

extension CommandFailure {
    /// A store that cannot be used.
    static func store(_ error: StoreError, at path: String) -> CommandFailure {
        var failure = CommandFailure(status: .store, key: "store.\(error.code)", arguments: error.arguments)
        if error == .alreadyThere { failure.status = .refused }
        failure.place = path
        return failure
    }
}
