import CaseStore
import Casework
import MarshrutResources
import Paperwork
import Regulations
import Terminal

/// What all screens share: the store, the acts, the calendar, the words, the worker at the keyboard.
///
/// Reads for a whole screen are given as closures to the runner (`…Reader`); single cases are read at once, for one
/// case is a few indexed look-ups.
public final class Session {
    /// The store.
    public let archive: CaseArchive
    /// The packs at hand, with their forms.
    public let packs: [RegulationPack]
    /// Which days work.
    public let calendar: ProductionCalendar
    /// The office's own settings.
    public let office: OfficeSettings
    /// All words.
    public let texts: Texts
    /// Domain values in words.
    public let wording: Wording
    /// Who sits at the keyboard.
    public let worker: Worker
    /// Everybody who may be a curator.
    public let workers: [Worker]
    /// Runs reads away from the loop.
    public let runner: any QueryRunner
    /// Today and the time by the office's clock.
    private let clock: () -> CivilDateTime
    /// A new identifier at every call.
    public let newID: @Sendable () -> RecordID

    /// The program around the screens.
    public weak var navigator: (any Navigator)?
    /// What the status line says.
    public var status: StatusLine?
    /// The journal entry that the undo key takes back.
    public internal(set) var undoableEntry: Int? {
        // Whatever this session writes or takes back sets it.
        didSet { knownTitles = [:] }
    }
    /// The office entries asked for last, by kind: fields that name one are drawn in every frame.
    var knownTitles: [String: [(id: String, title: String)]] = [:]
    /// The last answer of `nextSteps(of:)`, with what it was asked for.
    var knownSteps: (file: CaseFile, now: CivilDateTime, steps: [NextStep])?
    private var storeVersion = 0

    /// A session of one worker.
    public init(
        archive: CaseArchive, packs: [RegulationPack], calendar: ProductionCalendar, office: OfficeSettings, texts: Texts,
        worker: Worker, workers: [Worker], runner: any QueryRunner, clock: @escaping () -> CivilDateTime,
        newID: @escaping @Sendable () -> RecordID
    ) {
        let packs = packs.map { $0.read(by: office) }
        self.archive = archive
        self.packs = packs
        self.calendar = calendar
        self.office = office
        self.texts = texts
        self.worker = worker
        self.workers = workers
        self.runner = runner
        self.clock = clock
        self.newID = newID
        let rules = packs.flatMap(\.regulation.obligations).map { ($0.id, $0) }
        wording = Wording(texts: texts, rules: Dictionary(rules) { first, _ in first })
        storeVersion = (try? archive.dataVersion()) ?? 0
    }

    /// The acts at hand.
    public var regulations: [Regulation] { packs.map(\.regulation) }
    /// The present moment.
    public var now: CivilDateTime { clock() }
    /// The present day.
    public var today: CivilDate { clock().date }
    /// Whether lists begin with the worker's own cases: a curator's who has some. A curator without any sees everybody's,
    /// so that fresh imports, which nobody leads yet, are never hidden.
    public var beginsWithOwn: Bool {
        guard worker.role == "curator" else { return false }
        return ((try? archive.count(of: RegistryQuery(curator: worker.login, isOpen: true), upTo: 1)) ?? 0) > 0
    }
    /// «Куратор: Иванова М. П.»
    public var workerTitle: String { "\(texts("role.\(worker.role)").capitalisedFirst): \(worker.name)" }
    /// What date fields ask of the domain.
    public var dateDomain: DateDomain { DateDomains.domain(today: today, calendar: calendar, texts: texts) }
    /// The deadline engine.
    public var engine: DeadlineEngine { context().engine }

    /// Everything a decision may ask about.
    public func context() -> DecisionContext {
        DecisionContext(
            regulations: regulations, calendar: calendar, office: office, now: now, worker: worker.login, newID: newID)
    }

    /// The act that gives the case its stage and category: the first under which it runs.
    public func regulation(of file: CaseFile) -> Regulation? { runningActs(of: file).first ?? acts(of: file).first }

    /// The stage's title by the first pack that knows it.
    public func stageTitle(_ id: String) -> String {
        for regulation in regulations {
            if let stage = regulation.stages.first(where: { $0.entry.id == id }) { return stage.entry.title }
        }
        return id
    }

    /// The category's title by the first pack that knows it.
    public func categoryTitle(_ id: String?) -> String {
        guard let id else { return "" }
        for regulation in regulations {
            if let category = regulation.categories.first(where: { $0.entry.id == id }) { return category.entry.title }
        }
        return id
    }

    /// The worker's name, or the login of somebody no longer on the list.
    public func workerName(_ login: String) -> String { workers.first { $0.login == login }?.name ?? login }

    /// The day a text means, or nil.
    public func readDate(_ text: String) -> CivilDate? {
        DateWords.read(text, today: today, calendar: calendar, texts: texts)
    }

    /// The time a text means, or nil.
    public func readTime(_ text: String) -> CivilTime? { CivilTime(spoken: text) }

    /// Says something in the status line.
    ///
    /// What does not fit the line and stops the worker is shown whole over the screen: a reason must not be cut.
    public func say(_ text: String, _ kind: StatusLine.Kind) {
        let isStop = kind == .failure || kind == .warning
        if isStop, let navigator, DisplayWidth.of(text) > navigator.columns - 4 {
            navigator.open(TextOverlay(title: texts("status.attention"), lines: [.text(text)], footer: texts("about.footer")))
        } else {
            status = StatusLine(text, kind: kind)
        }
    }

    /// Says why the store could not do something.
    public func complain(_ error: StoreError) {
        say(texts("store.\(error.code)", arguments: error.arguments), .failure)
    }

    /// Whether another process has written since the last look.
    func storeHasChanged() -> Bool {
        guard let version = try? archive.dataVersion(), version != storeVersion else { return false }
        storeVersion = version
        knownTitles = [:]
        return true
    }

    /// Whether the date on the title line may be stale.
    func dayHasPassed() -> Bool {
        let day = now.date
        defer { lastDay = day }
        return lastDay.map { $0 != day } ?? false
    }

    private var lastDay: CivilDate?

    /// What a new day asks of the store: categories whose birthday has come.
    public func beginDay() {
        guard !archive.isReadOnly else { return }
        do throws(StoreError) { _ = try archive.refreshCategories(context: context()) } catch { complain(error) }
    }

    /// A quiet moment: the write-ahead log is emptied when it has grown, by whichever process holds the right to.
    func tidyStore() {
        guard !archive.isReadOnly else { return }
        _ = try? archive.checkpointIfQuiet()
    }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
