import CaseStore
import Casework
import Terminal

/// Everything the card of a case shows.
struct CasePage: Sendable {
    var file: CaseFile
    var obligations: [Obligation]
    var history: [HistoryRow]
}

/// Everything the desk shows.
struct DeskPage: Sendable {
    var desk: CaseStore.Desk
    var unassigned: [RegistryRow]
    var unassignedCount: Int
}

/// One line of a case's history.
struct HistoryRow: Sendable {
    var when: String
    var worker: String
    var action: String
    var details: [HelpLine]
}

// Reading: closures for the runner, each over values only, so that they may run away from the loop.
extension Session {
    /// A case as it stands; nil when it is gone or the store cannot be read (said in the status line).
    func caseFile(_ id: RecordID) -> CaseFile? {
        do throws(StoreError) { return try archive.caseFile(id) } catch {
            complain(error)
            return nil
        }
    }

    /// The case of a number; nil when there is none.
    func caseID(number: Int) -> RecordID? { (try? archive.caseID(number: number)) ?? nil }

    /// What may be done next in a case. Keys, key bar and panes ask within one frame; the rules are tried once.
    func nextSteps(of file: CaseFile) -> [NextStep] {
        let now = now
        if let known = knownSteps, known.now == now, known.file == file { return known.steps }
        let steps = file.nextSteps(in: context())
        knownSteps = (file, now, steps)
        return steps
    }

    func fileReader(_ id: RecordID) -> @Sendable () -> CaseFile? {
        { [archive] in try? archive.caseFile(id) }
    }

    func caseReader(_ id: RecordID) -> @Sendable () -> CasePage? {
        let lines = HistoryLines(
            texts: texts, names: Dictionary(workers.map { ($0.login, $0.name) }) { first, _ in first }, titles: codeTitles,
            fields: entryFieldTitles)
        return { [archive] in
            guard let file = try? archive.caseFile(id), let obligations = try? archive.obligations(of: id) else { return nil }
            let entries = (try? archive.journal(of: id, limit: 200)) ?? []
            let history = entries.map(lines.row)
            return CasePage(file: file, obligations: obligations, history: history)
        }
    }

    func registryReader(
        _ query: RegistryQuery, at position: PagePosition<RegistryRow>, limit: Int
    ) -> @Sendable () -> Page<RegistryRow>? {
        { [archive] in try? archive.registry(query, at: position, limit: limit) }
    }

    func registryCounter(_ query: RegistryQuery) -> @Sendable () -> Int? {
        { [archive] in try? archive.count(of: query) }
    }

    func stagesReader(_ stages: Set<String>, curator: String?) -> @Sendable () -> [RegistryRow] {
        let query = RegistryQuery(stages: stages, curator: curator, isOpen: true, sort: .nextDue)
        return { [archive] in (try? archive.registry(query, limit: 500))?.rows ?? [] }
    }

    func boardReader(_ query: BoardQuery, limit: Int) -> @Sendable () -> [BoardRow] {
        { [archive] in (try? archive.board(query, limit: limit))?.rows ?? [] }
    }

    func queueReader(curator: String?, limit: Int) -> @Sendable () -> [ContactRow] {
        { [archive] in (try? archive.contactQueue(curator: curator, limit: limit))?.rows ?? [] }
    }

    /// Reads a list that is shown from its top: what is in view at once, the rest in a pause.
    /// - Parameters:
    ///   - selected: the selected place; where it lies further down all is read at once.
    ///   - most: rows of the whole list at most; `take` is told whether these are all there are.
    func readList<Row: Sendable>(
        slot: String, selected: Int, most: Int, reader: (_ limit: Int) -> @Sendable () -> [Row],
        take: @escaping (_ rows: [Row], _ isWhole: Bool) -> Void
    ) {
        let inView = 60
        let takeWhole = { (rows: [Row]) in take(rows, rows.count < most) }
        guard selected < inView / 2 else { return runner.run(slot: slot, reader(most), deliver: takeWhole) }
        let whole = reader(most)
        runner.run(slot: slot, reader(inView)) { [runner] rows in
            take(rows, rows.count < inView)
            if rows.count == inView { runner.runLater(slot: slot, whole, deliver: takeWhole) }
        }
    }

    /// The desk, and beside it the open cases that nobody leads, so that none falls through the cracks.
    func deskReader(curator: String?) -> @Sendable () -> DeskPage? {
        { [archive, today] in
            guard let desk = try? archive.desk(curator: curator, today: today) else { return nil }
            let nobodys = RegistryQuery(curator: "", isOpen: true, sort: .nextDue)
            let rows = (try? archive.registry(nobodys, limit: 10))?.rows ?? []
            return DeskPage(
                desk: desk, unassigned: rows, unassignedCount: (try? archive.count(of: nobodys, upTo: 10_000)) ?? rows.count)
        }
    }

    /// Titles of all codes of the packs, for the journal's words.
    private var codeTitles: [String: String] {
        var titles: [String: String] = [:]
        for regulation in regulations {
            let entries =
                regulation.sources + regulation.closingGrounds + regulation.registrySubjects + regulation.stages.map(\.entry)
                + regulation.categories.map(\.entry) + regulation.needAreas.map(\.entry) + regulation.programKinds.map(\.entry)
            for entry in entries { titles[entry.id] = entry.title }
            for rule in regulation.obligations { titles[rule.id] = rule.title }
            for kind in regulation.entryKinds {
                titles[kind.entry.id] = kind.entry.title
                for choice in kind.fields.flatMap(\.choices) { titles[choice.id] = choice.title }
            }
            titles[regulation.id] = regulation.act
        }
        return titles
    }

    /// Titles of the fields of entries, by field id.
    private var entryFieldTitles: [String: String] {
        let fields = regulations.flatMap(\.entryKinds).flatMap(\.fields).map { ($0.entry.id, $0.entry.title) }
        return Dictionary(fields) { first, _ in first }
    }

    /// The stages from the survey onwards: those whose cases need or have a programme.
    var programStages: Set<String> {
        var stages: Set<String> = []
        let names: Set<EventName> = [.surveyRecorded, .programDrafted, .programAgreed]
        for regulation in regulations {
            for stage in regulation.stages where stage.reachedBy.contains(where: { names.contains($0.name) }) {
                stages.insert(stage.entry.id)
            }
        }
        return stages
    }
}
