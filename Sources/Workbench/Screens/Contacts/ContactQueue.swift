import CaseStore
import Casework
import Terminal

/// 3 Контакты: whom do I call next? The queue by deadline, the ladder of the selected case, the quick log.
public final class ContactQueue: Screen {
    private let session: Session
    private var rows: [ContactRow] = []
    private var table: TableView
    private var onlyMine: Bool
    /// The case that was chosen when it left the queue; undone, it comes back and is chosen again.
    private var lost: RecordID?
    /// The selected case, read when the selection rests on it.
    private var file: CaseFile?

    /// The queue; a curator begins with the own cases.
    public init(session: Session) {
        self.session = session
        onlyMine = session.beginsWithOwn
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("column.due"), .fixed(10)),
                TableColumn(texts("column.left"), .fixed(13)),
                TableColumn(texts("column.number"), .fixed(5), alignment: .right),
                TableColumn(texts("column.person"), .flexible(min: 14, weight: 1)),
                TableColumn(texts("column.phone"), .fixed(18)),
                TableColumn(texts("column.attempts"), .fixed(4), alignment: .right),
                TableColumn(texts("column.last"), .flexible(min: 18, weight: 2)),
            ],
            emptyText: texts("queue.empty"))
    }

    /// 3
    public var section: Int? { 3 }
    /// «Контакты»
    public var heading: String { session.texts("section.3") }
    /// The queue's help.
    public var helpKey: String { "queue" }

    private var selected: ContactRow? { rows.indices.contains(table.selected) ? rows[table.selected] : nil }

    /// Call, visit, letter, and all else that can be done in the selected case.
    public var commands: [Command] {
        let texts = session.texts
        var commands = [
            Command(
                "open-case", keys: [.enter], disabled: selected == nil ? texts("queue.no-row") : nil,
                run: { [weak self] in self?.openCase() }),
            Command("mine", function: 7, letter: "v", run: { [weak self] in self?.toggleMine() }),
            Command(
                "script", function: 3, disabled: script == nil ? texts("script.none") : nil,
                run: { [weak self] in self?.showScript() }),
        ]
        if let file {
            commands += CaseCommands.commands(for: file, session: session).filter { $0.function != 7 && $0.function != 3 }
        }
        return commands
    }

    private func toggleMine() {
        onlyMine.toggle()
        lost = nil
        table.selected = 0
        reload()
    }

    /// What the case's acts, or else the office's, would have said on the telephone.
    private var script: String? {
        let acts = file.map(session.runningActs) ?? session.regulations
        guard let words = acts.lazy.compactMap(\.callScript).first else { return nil }
        return words.replacing("{0}", with: session.office.organisation).replacing("{1}", with: session.worker.name)
    }

    /// What to say on the telephone.
    private func showScript() {
        let texts = session.texts
        let lines = (script ?? "").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { $0.isEmpty ? HelpLine.empty : .text(String($0)) }
        session.navigator?.open(TextOverlay(title: texts("script.title"), lines: lines, footer: texts("about.footer")))
    }

    /// Reads the queue; the selection stays on its case.
    public func reload() {
        let curator = onlyMine ? session.worker.login : nil
        session.readList(
            slot: "queue", selected: table.selected, most: 2_000, reader: { session.queueReader(curator: curator, limit: $0) }
        ) { [weak self] rows, isWhole in
            guard let self else { return }
            self.table.isCountFinal = isWhole
            let kept = self.selected?.row.caseID
            self.rows = rows
            self.table.count = rows.count
            let place = { (id: RecordID?) in rows.firstIndex { $0.row.caseID == id } }
            if let back = place(self.lost) {
                self.table.selected = back
                self.lost = nil
            } else if let stayed = place(kept) {
                self.table.selected = stayed
            } else if kept != nil {
                self.lost = kept
            }
            self.readSelected()
        }
    }

    private func readSelected() {
        guard let row = selected else {
            file = nil
            return
        }
        if file?.header.id != row.row.caseID { file = nil }
        session.runner.run(slot: "queue.case", session.fileReader(row.row.caseID)) { [weak self] file in self?.file = file }
    }

    /// Moves in the queue.
    public func handle(_ key: Key) -> Bool {
        switch table.handle(key) {
        case .ignored: return false
        case .moved:
            lost = nil
            readSelected()
        default: break
        }
        return true
    }

    private func openCase() {
        guard let row = selected else { return }
        session.navigator?.push(CaseCard(row.row.caseID, session: session))
    }

    /// The queue above, the ladder of the selected case below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.fixed(1), .flexible(min: 6), .fixed(min(7, rect.height / 3))])
        let heading = texts("queue.title", texts(onlyMine ? "board.mine" : "board.all"))
        frame.put(heading, at: Point(column: 1, row: parts[0].row), style: .title)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [rows, session] index in
            rows.indices.contains(index) ? ContactQueue.row(rows[index], session) : nil
        }
        for (offset, line) in LadderPane.lines(file, hasRows: !rows.isEmpty, session: session, width: rect.width - 2).prefix(
            parts[2].height
        ).enumerated() {
            frame.put(line.text, at: Point(column: 1, row: parts[2].row + offset), style: line.style, maxWidth: rect.width - 2)
        }
    }

    private static func row(_ row: ContactRow, _ session: Session) -> TableRow {
        let state: ObligationState = row.due.map { $0 < session.today ? .overdue : .open } ?? .open
        let style = row.due.map { DeadlineStyle.style(due: $0, state: state, today: session.today) } ?? .dim
        let outcome = row.lastOutcome.map(session.wording.outcome) ?? ""
        let last = row.lastAttempt.map { "\($0.date.dotted.prefix(5)) \(outcome)" } ?? ""
        return TableRow([
            TableText(row.due?.dotted ?? "", style),
            TableText(
                row.due.map { DeadlineStyle.daysLeft($0, session) } ?? session.texts("queue.no-term"), style),
            TableText(String(row.row.number)), TableText(session.listName(row.row.family, row.row.given, row.row.patronymic)),
            TableText(row.phones.first ?? session.texts("quick-log.no-number"), row.phones.isEmpty ? .warning : nil),
            TableText(String(row.row.attempts)), TableText(last),
        ])
    }
}
