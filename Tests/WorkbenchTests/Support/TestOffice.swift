import CaseStore
import Casework
import CaseworkTestSupport
import Foundation
import MarshrutResources
import Regulations
import Terminal
import Workbench

/// An office of a few invented people in a store of its own, with the screens over it on an in-memory terminal.
///
/// Given the office, when keys are pressed, then `frame` is what the worker sees. The day is 20 November 2025.
final class TestOffice {
    let archive: CaseArchive
    let session: Session
    let port: InMemoryTerminal
    private let folder: URL

    init(
        size: Size = Size(columns: 80, rows: 24), now: CivilDateTime = CivilDateTime("2025-11-20", "10:15"),
        language: Language = .ru, runner: any QueryRunner = ImmediateRunner(),
        populated: Bool = true, regulations: [String] = ["irkutsk-414r"]
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbench-\(UUID().uuidString)")
        let ids = IncrementingIDs()
        let office = OfficeSettings(organisation: "УСЗСОН по Ангарскому району", regulations: regulations)
        archive = try CaseArchive.create(
            at: folder.appendingPathComponent("store.sqlite").path, organisationID: ids.next(), office: office)
        let curator = Worker(login: "ivanova", name: "Иванова М. П.", role: "curator")
        let second = Worker(login: "petrov", name: "Петров А. С.", role: "curator")
        try archive.save(curator, by: "ivanova", at: now)
        try archive.save(second, by: "ivanova", at: now)
        session = Session(
            archive: archive, packs: RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: nil).packs,
            calendar: try ShippedCalendar.load(officeFolder: folder.path), office: office, texts: Texts(language: language),
            worker: curator, workers: [curator, second], runner: runner, clock: { now }, newID: { ids.next() })
        port = InMemoryTerminal(size: size)
        if populated { try People.populate(archive, session: session) }
    }

    deinit {
        try? archive.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs the program over the keys, until it has served them all.
    @discardableResult
    func press(_ keys: Key..., text: String = "") -> String {
        port.type(keys)
        port.type(text)
        return start()
    }

    /// Runs the program over a script of keys and texts.
    @discardableResult
    func script(_ steps: [Step]) -> String {
        for step in steps {
            switch step {
            case .key(let key): port.type([key])
            case .text(let text): port.type(text)
            }
        }
        return start()
    }

    /// Starts the program as a worker does, with fresh screens over the same store.
    private func start() -> String {
        WorkbenchApp(session: session, port: port, lookPeriod: nil).run(sections: WorkbenchSections.all(session))
        return frame
    }

    /// A key or some typed text.
    enum Step: ExpressibleByStringLiteral {
        case key(Key)
        case text(String)
        init(stringLiteral value: String) { self = .text(value) }
    }

    /// What the worker sees last.
    var frame: String { port.frame?.text ?? "" }
}
