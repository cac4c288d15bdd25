import CaseStore
import Casework
import Terminal

/// 2 Реестр: who is in my care? Everybody, narrowed as the worker types; marks, saved views, bulk assignment.
public final class Registry: Screen {
    let session: Session
    var query: RegistryQuery
    private var window = RowWindow()
    private var table: TableView
    private var filter: TextField
    private var isFiltering = false
    var marked: Set<RecordID> = []
    /// How many cases one bulk action may take; more would hold the store for others too long.
    static let markLimit = 2_000
    /// The place that a key asked for while its rows were still on their way.
    private var isReading = false

    /// The registry; open cases by name.
    public init(session: Session) {
        self.session = session
        query = RegistryQuery(isOpen: true)
        let texts = session.texts
        filter = TextField(placeholder: texts("registry.filter"), maxLength: 80)
        table = TableView(columns: [], emptyText: texts("registry.empty"))
        table.columns = columns
    }

    /// 2
    public var section: Int? { 2 }
    /// «Реестр»
    public var heading: String { session.texts("section.2") }
    /// The registry's help.
    public var helpKey: String { "registry" }
    /// Letters are text while the filter has the focus.
    public var takesText: Bool { isFiltering }

    var selected: RegistryRow? { window[table.selected] }

    private var columns: [TableColumn] {
        let texts = session.texts
        let mark = { (sort: RegistryQuery.Sort) -> TableColumn.SortOrder? in
            self.query.sort == sort ? (self.query.isDescending ? .descending : .ascending) : nil
        }
        return [
            TableColumn(texts("column.number"), .fixed(7), alignment: .right, sort: mark(.number)),
            TableColumn(texts("column.person"), .flexible(min: 24, weight: 3), sort: mark(.name)),
            TableColumn(texts("column.born"), .fixed(10), sort: mark(.born)),
            TableColumn(texts("column.stage"), .flexible(min: 14, weight: 2), sort: mark(.stage)),
            TableColumn(texts("column.due"), .fixed(10), sort: mark(.nextDue)),
            TableColumn(texts("column.curator"), .flexible(min: 8), sort: mark(.curator)),
        ]
    }

    /// Find, narrow, sort, mark, assign, views, new referral.
    public var commands: [Command] {
        let texts = session.texts
        let none = selected == nil ? texts("registry.no-row") : nil
        let unmarked = marked.isEmpty ? texts("registry.no-marked") : nil
        return [
            Command("open-case", keys: [.enter], disabled: none, run: { [weak self] in self?.openCase() }),
            Command(
                "filter", function: 3, keys: [.character("/"), .character(".")], run: { [weak self] in self?.isFiltering = true }),
            Command("narrow", function: 4, letter: "j", run: { [weak self] in self?.narrow() }),
            Command("assign-marked", function: 5, letter: "r", disabled: unmarked, run: { [weak self] in self?.assignMarked() }),
            Command("views", function: 6, letter: "d", run: { [weak self] in self?.chooseView() }),
            Command(
                "new-case", function: 7, letter: "y",
                run: { [session] in session.openNewCase() }),
            Command("sort", letter: "c", run: { [weak self] in self?.sortNext() }),
            Command("sort-back", letter: "b", run: { [weak self] in self?.reverse() }),
            Command("mark-all", letter: "f", disabled: none, run: { [weak self] in self?.markAll() }),
        ]
    }

    private func openCase() {
        guard let row = selected else { return }
        session.navigator?.push(CaseCard(row.caseID, session: session))
    }

    private func sortNext() {
        let all = RegistryQuery.Sort.allCases
        query.sort = all[((all.firstIndex(of: query.sort) ?? 0) + 1) % all.count]
        query.isDescending = false
        session.say(session.texts("registry.sorted", session.texts("registry.sort.\(query.sort.rawValue)")), .info)
        restart()
    }

    private func reverse() {
        query.isDescending.toggle()
        restart()
    }

    private func markAll() {
        if !marked.isEmpty {
            marked = []
            return session.say(session.texts.count("registry.marked", 0), .info)
        }
        session.runner.run(slot: "registry.mark", session.registryReader(query, at: .start, limit: Registry.markLimit)) {
            [weak self] page in
            guard let self, let page else { return }
            self.marked = Set(page.rows.map(\.caseID))
            let texts = self.session.texts
            let words =
                page.hasMore
                ? texts("registry.marked-limit", String(Registry.markLimit)) : texts.count("registry.marked", self.marked.count)
            self.session.say(words, page.hasMore ? .warning : .info)
        }
    }

    /// Reads from the top anew after another filter or order.
    func restart() {
        table.columns = columns
        table.selected = 0
        reload()
    }

    /// Reads the rows around the selection anew; the selection stays on its case.
    public func reload() {
        table.emptyText = session.texts(query == RegistryQuery(isOpen: true) ? "registry.empty-store" : "registry.empty")
        let query = query
        let kept = table.selected > 0 ? selected : nil
        let position: PagePosition<RegistryRow> = kept.map { .from($0) } ?? .start
        let place = kept == nil ? 0 : table.selected
        isReading = true
        session.runner.run(slot: "registry", session.registryReader(query, at: position, limit: RowWindow.firstPage)) {
            [weak self] page in
            guard let self, let page else { return }
            self.isReading = false
            self.window.replace(page.rows, start: place)
            self.table.count = max(self.table.count, place + page.rows.count)
            if !page.hasMore { self.table.count = place + page.rows.count }
            self.table.selected = place
            self.fetchNeighbours()
        }
        countRows()
    }

    /// The question counted last and the store's state then: coming back from a card counts nobody anew.
    private var counted: (query: RegistryQuery, version: Int)?

    /// The count may take longer than the rows; it comes when it comes.
    private func countRows() {
        let query = query
        let version = (try? session.archive.dataVersion()) ?? -1
        if table.isCountFinal, let counted, counted == (query, version) { return }
        table.isCountFinal = false
        session.runner.runLater(slot: "registry.count", session.registryCounter(query)) { [weak self] count in
            guard let self, let count else { return }
            self.table.count = count
            self.table.isCountFinal = true
            self.counted = (query, version)
        }
    }

    /// Moves, marks; in the filter types.
    public func handle(_ key: Key) -> Bool {
        if isFiltering { return type(key) }
        if key == .escape, !query.text.isEmpty {
            filter.text = ""
            query.text = ""
            restart()
            return true
        }
        switch table.handle(key) {
        case .ignored: return false
        case .moved: fetchNeighbours()
        case .toggled(let index):
            if let row = window[index] { toggle(row.caseID) }
            fetchNeighbours()
        case .activated: openCase()
        case .handled: break
        }
        return true
    }

    private func type(_ key: Key) -> Bool {
        switch key {
        case .escape, .enter, .tab, .down, .function:
            isFiltering = false
            return true
        default: break
        }
        if filter.handle(key) == .changed {
            query.text = filter.text
            restart()
        }
        return true
    }

    private func toggle(_ caseID: RecordID) {
        if marked.remove(caseID) == nil { marked.insert(caseID) }
        session.say(session.texts.count("registry.marked", marked.count), .info)
    }

    /// Sees to it that the rows in view, and a page beyond, are held.
    private func fetchNeighbours() {
        guard !isReading else { return }
        let view = table.visibleRows(height: lastHeight)
        let wanted = max(0, view.lowerBound - 20)..<min(table.count, view.upperBound + 20)
        if window.holds(wanted) { return }
        let reach = window.start + window.rows.count
        if wanted.lowerBound >= window.start, wanted.lowerBound <= reach, let last = window.rows.last {
            fetch(.after(last)) { window, page in window.append(page.rows) }
        } else if wanted.upperBound >= window.start, wanted.upperBound <= reach, let first = window.rows.first {
            fetch(.before(first)) { window, page in window.prepend(page.rows) }
        } else if view.lowerBound == 0 {
            fetch(.start) { window, page in window.replace(page.rows, start: 0) }
        } else {
            let count = table.count
            fetch(.end) { window, page in window.replace(page.rows, start: max(0, count - page.rows.count)) }
        }
    }

    private func fetch(_ position: PagePosition<RegistryRow>, _ take: @escaping (inout RowWindow, Page<RegistryRow>) -> Void) {
        isReading = true
        let query = query
        session.runner.run(slot: "registry", session.registryReader(query, at: position, limit: RowWindow.page)) {
            [weak self] page in
            guard let self, let page else { return }
            self.isReading = false
            guard !page.rows.isEmpty else { return }
            take(&self.window, page)
            self.window.trim(around: self.table.visibleRows(height: self.lastHeight))
            self.fetchNeighbours()
        }
    }

    private var lastHeight = 20

    /// The filter above, the table, the selected person below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.fixed(1), .flexible(min: 6), .fixed(3)])
        let label = " " + texts("registry.filter-label") + " "
        let after = frame.put(label, at: parts[0].origin, style: .label)
        let narrowed = RegistryNarrowing.words(query, session: session)
        let room = max(16, parts[0].width - after - DisplayWidth.of(narrowed) - 3)
        let field = Rect(column: after, row: parts[0].row, width: min(room, 44), height: 1)
        filter.draw(in: &frame, rect: field, focused: isFiltering)
        frame.putRight(narrowed + " ", in: parts[0], style: .dim)
        lastHeight = parts[1].height
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: !isFiltering) { [window, marked, session] index in
            window[index].map { Registry.row($0, isMarked: marked.contains($0.caseID), session) }
        }
        for (offset, line) in RegistryPreview.lines(selected, session: session).prefix(3).enumerated() {
            frame.put(line.text, at: Point(column: 1, row: parts[2].row + offset), style: line.style, maxWidth: rect.width - 2)
        }
    }

    private static func row(_ row: RegistryRow, isMarked: Bool, _ session: Session) -> TableRow {
        let due: TableText =
            row.nextDue.map { TableText($0.dotted, $0 < session.today ? .bad : $0 == session.today ? .warning : nil) } ?? ""
        return TableRow(
            [
                TableText(String(row.number)), TableText(row.fullName), TableText(row.born.dotted),
                TableText(session.stageTitle(row.stage)), due, TableText(row.curator.map(session.workerName) ?? ""),
            ],
            style: row.isOpen ? .normal : .dim, isMarked: isMarked)
    }
}
