import CaseStore
import Casework
import Regulations
import Terminal

/// One register as a table: its rows in its order, narrowed as the worker types, sorted by any column, written to a file.
final class RegisterScreen: Screen {
    private let register: RegisterDefinition
    private let surroundings: RegisterSurroundings
    private let session: Session
    private var rows = ShownRows()
    private var table: TableView
    private var filter: TextField
    private var isFiltering = false
    private var onlyMine = false

    /// Rows held at most; a longer register is narrowed, or written to a file whole.
    static let most = 5_000

    init(_ register: RegisterDefinition, of pack: RegulationPack, session: Session) {
        self.register = register
        self.session = session
        let names = Dictionary(session.workers.map { ($0.login, $0.name) }) { first, _ in first }
        surroundings = pack.registerSurroundings(workers: names, on: session.today)
        filter = TextField(placeholder: session.texts("register.filter"), maxLength: 80)
        table = TableView(columns: [], emptyText: session.texts("register.empty"))
        table.columns = columns
    }

    var heading: String { register.entry.title }
    var helpKey: String { "register" }
    var takesText: Bool { isFiltering }

    private var selected: RegisterRow? { rows.shown[safe: table.selected] }

    private var narrowing: RegisterNarrowing {
        RegisterNarrowing(curator: onlyMine ? session.worker.login : nil, text: filter.text)
    }

    private var columns: [TableColumn] {
        register.columns.enumerated().map { index, column in
            let width = column.width ?? min(30, max(10, DisplayWidth.of(column.title)))
            let sort: TableColumn.SortOrder? =
                rows.sort.flatMap { $0.column == index ? ($0.isDescending ? .descending : .ascending) : nil }
            return TableColumn(
                column.title, width > 16 ? .flexible(min: width) : .fixed(width),
                alignment: [.fact(.number), .fact(.caseNumber), .fact(.age)].contains(column.value) ? .right : .left, sort: sort)
        }
    }

    /// Open the case, find, sort, whose, write to a file.
    var commands: [Command] {
        let texts = session.texts
        let noCase =
            selected == nil ? texts("register.no-row") : selected?.caseID == nil ? texts("register.no-case") : nil
        return [
            Command("open-case", keys: [.enter], disabled: noCase, run: { [weak self] in self?.openCase() }),
            Command(
                "filter", function: 3, keys: [.character("/"), .character(".")], run: { [weak self] in self?.isFiltering = true }),
            Command("export", function: 5, letter: "e", run: { [weak self] in self?.export() }),
            Command(
                "sort-register", function: 6, letter: "c", disabled: rows.isWhole ? nil : texts("register.too-long"),
                run: { [weak self] in self?.chooseSort() }),
            Command("mine", function: 7, letter: "v", run: { [weak self] in self?.toggleMine() }),
        ]
    }

    private func openCase() {
        guard let id = selected?.caseID else { return }
        session.navigator?.push(CaseCard(id, session: session))
    }

    private func export() {
        session.openForm(RegisterExport.spec(register, narrowing, in: surroundings, session: session))
    }

    private func chooseSort() {
        let entries = [MenuEntry(session.texts("register.own-order"))] + register.columns.map { MenuEntry($0.title) }
        let menu = Menu(
            title: session.texts("register.sort-title"), entries: entries, isFilterable: true,
            filterHint: session.texts("palette.filter"), emptyText: session.texts("palette.empty"))
        session.navigator?.open(
            MenuOverlay(menu) { [weak self] index in
                guard let self else { return }
                self.rows.sort(by: index == 0 ? nil : index - 1, words: { self.session.texts($0) })
                self.table.columns = self.columns
                self.table.selected = 0
            })
    }

    private func toggleMine() {
        onlyMine.toggle()
        table.selected = 0
        reload()
    }

    /// Reads the rows; the selection stays on its case.
    func reload() {
        let kept = selected?.caseID
        let reader = session.registerReader(register, narrowing, in: surroundings)
        session.readList(
            slot: "register", selected: table.selected, most: RegisterScreen.most, reader: { limit in { reader(limit) } }
        ) { [weak self] rows, isWhole in
            guard let self else { return }
            self.rows.replace(rows, isWhole: isWhole, words: { self.session.texts($0) })
            self.table.count = rows.count
            self.table.isCountFinal = isWhole
            if let kept, let place = self.rows.shown.firstIndex(where: { $0.caseID == kept }) { self.table.selected = place }
            self.table.columns = self.columns
            // Keys that come before the first frame find the columns that it will show.
            if let width = self.session.navigator?.columns { self.table.fit(width: width, height: 20) }
        }
    }

    /// Moves and scrolls sideways; in the filter types.
    func handle(_ key: Key) -> Bool {
        if isFiltering { return type(key) }
        if key == .escape, !filter.isEmpty {
            filter.text = ""
            reload()
            return true
        }
        switch table.handle(key) {
        case .ignored: return false
        case .activated: openCase()
        default: break
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
            table.selected = 0
            reload()
        }
        return true
    }

    /// Where the register stands and whose rows are shown, the filter, the table.
    func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.fixed(1), .fixed(1), .flexible(min: 6)])
        let whose = texts(onlyMine ? "board.mine" : "board.all")
        let place = texts("register.title", texts.place(of: register), whose)
        frame.put(place, at: Point(column: 1, row: parts[0].row), style: .label, maxWidth: rect.width - 2)
        let after = frame.put(" " + texts("registry.filter-label") + " ", at: parts[1].origin, style: .label)
        filter.draw(
            in: &frame, rect: Rect(column: after, row: parts[1].row, width: min(parts[1].width - after - 1, 44), height: 1),
            focused: isFiltering)
        table.fit(width: parts[2].width, height: parts[2].height)
        table.draw(in: &frame, rect: parts[2], focused: !isFiltering) { [rows] index in
            rows.shown[safe: index].map { row in TableRow(row.cells.map { TableText($0.text { texts($0) }) }) }
        }
    }
}

extension Session {
    /// Reads up to so many rows of a register.
    func registerReader(
        _ register: RegisterDefinition, _ narrowing: RegisterNarrowing, in surroundings: RegisterSurroundings
    ) -> @Sendable (_ limit: Int) -> [RegisterRow] {
        { [archive, texts] limit in
            guard var pages = try? archive.register(register, narrowing, in: surroundings) else { return [] }
            return Array(((try? pages.next(limit, words: { texts($0) })) ?? []).prefix(limit))
        }
    }
}
