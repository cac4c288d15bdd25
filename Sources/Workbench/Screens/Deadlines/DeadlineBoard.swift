import CaseStore
import Casework
import Terminal

/// 6 Сроки: what is late, where and why; the board over all cases, narrowed by time and by whose it is.
public final class DeadlineBoard: Screen {
    /// Which terms are shown.
    enum Span: String, CaseIterable {
        case overdue, today, week, month, all
    }

    let session: Session
    private var rows: [BoardRow] = []
    private var table: TableView
    private var span = Span.week
    private var duties: [OfficeDuty] = []
    var narrowing = BoardNarrowing()

    /// The board; a curator begins with the own cases, others with all.
    public init(session: Session) {
        self.session = session
        if session.beginsWithOwn { narrowing.curator = session.worker.login }
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("column.due"), .fixed(10)),
                TableColumn("", .fixed(1)),
                TableColumn(texts("column.left"), .fixed(13)),
                TableColumn(texts("column.number"), .fixed(5), alignment: .right),
                TableColumn(texts("column.person"), .flexible(min: 16, weight: 1)),
                TableColumn(texts("column.obligation"), .flexible(min: 16, weight: 3)),
                TableColumn(texts("column.basis"), .fixed(13)),
            ],
            emptyText: texts("board.empty"))
    }

    /// 6
    public var section: Int? { 6 }
    /// «Сроки»
    public var heading: String { session.texts("section.6") }
    /// The board's help.
    public var helpKey: String { "board" }

    /// Why, open, span, whose, what else.
    public var commands: [Command] {
        let none = rows.isEmpty ? session.texts("board.no-row") : nil
        return [
            Command("why", function: 3, letter: "k", disabled: none, run: { [weak self] in self?.explain() }),
            Command("open-case", keys: [.enter], disabled: none, run: { [weak self] in self?.openCase() }),
            Command("decide", function: 4, letter: "f", disabled: none, run: { [weak self] in self?.decide() }),
            Command(
                "office", function: 5, letter: "g",
                run: { [session] in session.navigator?.push(OfficeScreen(session: session)) }),
            Command("span", function: 6, letter: "w", run: { [weak self] in self?.nextSpan() }),
            Command("narrow-board", function: 8, letter: "j", run: { [weak self] in self?.narrow() }),
            Command("mine", function: 7, letter: "v", run: { [weak self] in self?.toggleMine() }),
        ]
    }

    private func nextSpan() {
        let all = Span.allCases
        span = all[((all.firstIndex(of: span) ?? 0) + 1) % all.count]
        restart()
    }

    private func toggleMine() {
        narrowing.curator = narrowing.curator == session.worker.login ? nil : session.worker.login
        narrowing.onlyOffice = false
        restart()
    }

    /// Reads from the top anew after another filter.
    func restart() {
        table.selected = 0
        reload()
    }

    private var query: BoardQuery {
        let today = session.today
        let until: CivilDate? =
            switch span {
            case .overdue: today.adding(days: -1)
            case .today: today
            case .week: today.adding(days: 7)
            case .month: today.adding(days: 31)
            case .all: nil
            }
        return BoardQuery(
            until: until, curator: narrowing.curator, rule: narrowing.rule, regulation: narrowing.regulation)
    }

    /// Reads the rows of the span.
    public func reload() {
        duties = session.pressingDuties()
        if narrowing.onlyOffice {
            rows = []
            table.count = 0
            return
        }
        let query = query
        session.readList(
            slot: "board", selected: table.selected, most: 2_000, reader: { session.boardReader(query, limit: $0) }
        ) { [weak self] rows, isWhole in
            guard let self else { return }
            self.table.isCountFinal = isWhole
            let kept = self.rows.indices.contains(self.table.selected) ? self.rows[self.table.selected] : nil
            self.rows = rows
            self.table.count = rows.count
            if let kept,
                let place = rows.firstIndex(where: { $0.caseID == kept.caseID && $0.obligation.rule == kept.obligation.rule })
            {
                self.table.selected = place
            }
        }
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    private var selected: BoardRow? { rows.indices.contains(table.selected) ? rows[table.selected] : nil }

    private func explain() {
        guard let row = selected, let file = session.caseFile(row.caseID) else { return }
        session.navigator?.open(Explanation.overlay(row.obligation, of: file, session: session))
    }

    private func openCase() {
        guard let row = selected else { return }
        session.navigator?.push(CaseCard(row.caseID, session: session))
    }

    private func decide() {
        guard let row = selected, let file = session.caseFile(row.caseID) else { return }
        session.openForm(CaseForms.decide(row.obligation, file, session: session))
    }

    /// The span above, the table, the office's own duties below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let shown = duties.filter { duty in narrowing.regulation.map { duty.duty.rule.id.hasPrefix($0 + ".") } ?? true }
        let duties = OfficeDuties.lines(shown, session, width: rect.width - 2)
        if narrowing.onlyOffice {
            frame.put(narrowing.words(session), at: Point(column: 1, row: rect.row), style: .title)
            let below = Rect(column: rect.column, row: rect.row + 1, width: rect.width, height: rect.height - 1)
            return OfficeDuties.draw(duties, in: &frame, rect: below, session: session)
        }
        let parts = rect.rows([.fixed(1), .flexible(min: 4), .fixed(1), .fixed(duties.isEmpty ? 0 : duties.count + 1)])
        frame.put(
            "\(texts("board.span.\(span.rawValue)")) · \(narrowing.words(session))", at: Point(column: 1, row: parts[0].row),
            style: .title,
            maxWidth: rect.width - 2)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [rows, session] index in
            rows.indices.contains(index) ? DeadlineBoard.row(rows[index], session) : nil
        }
        DetailLine.draw(selected, in: &frame, line: parts[2], session: session)
        OfficeDuties.draw(duties, in: &frame, rect: parts[3], session: session)
    }

    static func row(_ row: BoardRow, _ session: Session) -> TableRow {
        let state = row.obligation.state(on: session.today)
        let due = row.obligation.effectiveDue.date
        let style = DeadlineStyle.style(due: due, state: state, today: session.today)
        return TableRow([
            TableText(due.dotted, style), TableText(session.wording.sign(state), style),
            TableText(DeadlineStyle.left(due: due, state: state, session: session), style), TableText(String(row.number)),
            TableText(session.listName(row.family, row.given, row.patronymic)),
            TableText(session.wording.ruleTitle(row.obligation.rule)),
            TableText(session.wording.ruleBasis(row.obligation.rule), .dim),
        ])
    }
}
