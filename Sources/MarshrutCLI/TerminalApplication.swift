import CaseStore
import Casework
import Foundation
import MarshrutResources
import NcursesTerminal
import Regulations
import Terminal
import Workbench

/// The full-screen program, opened by `marshrut` without a subcommand.
enum TerminalApplication {
    /// Opens the store and the screens; returns when the worker leaves.
    /// - Throws: ``CommandFailure`` when the terminal or the store cannot be used; the terminal is given back before.
    static func open(_ wiring: Wiring) throws {
        let packs = Ahead { wiring.catalogue().packs }
        let calendar = Ahead { Result { try wiring.calendar() } }
        let port = try terminal()
        let log = CrashLog(environment: wiring.environment)
        defer {
            port.close()
            _ = log
        }
        guard let (archive, place) = try archive(wiring, packs: packs, port: port) else { return }
        defer {
            try? archive.close()
            if place.databasePath != wiring.databasePath { FirstStart.discard(place) }
        }
        try show(archive, place, packs: packs.value, calendar: calendar.value.get(), port: port)
    }

    private static func terminal() throws -> NcursesTerminal {
        do throws(TerminalFailure) {
            return try NcursesTerminal()
        } catch {
            switch error {
            case .notATerminal: throw CommandFailure.usage("terminal.not-a-terminal")
            case .unknownTerminal(let name): throw CommandFailure.usage("terminal.unknown", name)
            case .unusableTerminal(let name): throw CommandFailure.usage("terminal.unusable", name)
            case .noUTF8: throw CommandFailure.usage("terminal.no-utf8")
            case .alreadyOpen, .refused: throw CommandFailure.usage("terminal.refused")
            }
        }
    }

    /// The store at the wiring's place, or the one that the first start makes, with its wiring; nil when the worker leaves.
    private static func archive(
        _ wiring: Wiring, packs: Ahead<[RegulationPack]>, port: NcursesTerminal
    ) throws -> (CaseArchive, Wiring)? {
        do throws(StoreError) {
            return (try CaseArchive.open(at: wiring.databasePath), wiring)
        } catch {
            // A store that may not be written is shown all the same; every action then says why it cannot be recorded.
            if error == .readOnly {
                return (
                    try wiring.storing { () throws(StoreError) in try CaseArchive.open(at: wiring.databasePath, readOnly: true) },
                    wiring
                )
            }
            guard error == .missing else { throw CommandFailure.store(error, at: wiring.databasePath) }
        }
        switch Welcome(port: port, texts: wiring.texts, regulations: packs.value.map(\.regulation)).run() {
        case nil: return nil
        case .begin(let organisation, let regulations, let name, let role):
            let office = OfficeSettings(organisation: organisation, regulations: regulations)
            let worker = Worker(login: wiring.login, name: name, role: role)
            return (try FirstStart.create(wiring, at: wiring.databasePath, office: office, worker: worker), wiring)
        case .invented:
            let trial = try FirstStart.invented(wiring)
            return (try trial.storing { () throws(StoreError) in try CaseArchive.open(at: trial.databasePath) }, trial)
        }
    }

    private static func show(
        _ archive: CaseArchive, _ wiring: Wiring, packs: [RegulationPack], calendar: ProductionCalendar, port: NcursesTerminal
    ) throws {
        do throws(StoreError) {
            let office = try archive.office()
            let workers = try archive.workers()
            let login = wiring.login
            let worker = workers.first { $0.login == login } ?? Worker(login: login, name: login, role: "curator")
            let chosen = packs.filter { office.regulations.contains($0.id) }
            let given = wiring.isNowGiven ? wiring.now : nil
            let waker = port.waker
            let session = Session(
                archive: archive, packs: chosen.isEmpty ? packs : chosen, calendar: calendar, office: office, texts: wiring.texts,
                worker: worker, workers: workers.filter(\.isActive), runner: BackgroundRunner(wake: waker.wake),
                clock: { given ?? Clock.now() }, newID: { Clock.newID() })
            if !archive.isReadOnly { _ = try archive.refreshCategories(context: session.context()) }
            WorkbenchApp(session: session, port: port).run(sections: WorkbenchSections.all(session))
        } catch {
            throw CommandFailure.store(error, at: archive.path)
        }
    }
}
