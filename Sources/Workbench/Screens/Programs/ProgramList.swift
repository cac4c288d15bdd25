import CaseStore
import Casework
import Terminal

/// 4 Программы: who needs a programme now, whose drafts wait for agreement, what is agreed.
public final class ProgramList: Screen {
    private let session: Session
    private var rows: [RegistryRow] = []
    private var table: TableView
    private var onlyMine: Bool

    /// The list; a curator begins with the own cases.
    public init(session: Session) {
        self.session = session
        onlyMine = session.beginsWithOwn
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("column.number"), .fixed(7), alignment: .right),
                TableColumn(texts("column.person"), .flexible(min: 20, weight: 2)),
                TableColumn(texts("column.stage"), .flexible(min: 20, weight: 2)),
                TableColumn(texts("column.due"), .fixed(10)),
                TableColumn(texts("column.curator"), .flexible(min: 10)),
            ],
            emptyText: texts("programs.empty"))
    }

    /// 4
    public var section: Int? { 4 }
    /// «Программы»
    public var heading: String { session.texts("section.4") }
    /// The list's help.
    public var helpKey: String { "programs" }

    private var selected: RegistryRow? { rows[safe: table.selected] }

    /// Open the programme, open the case, whose.
    public var commands: [Command] {
        let none = selected == nil ? session.texts("programs.no-row") : nil
        return [
            Command("open-program", keys: [.enter], disabled: none, run: { [weak self] in self?.openProgram() }),
            Command("open-case", function: 3, disabled: none, run: { [weak self] in self?.openCase() }),
            Command("mine", function: 7, letter: "v", run: { [weak self] in self?.toggleMine() }),
        ]
    }

    private func openProgram() {
        guard let row = selected, let file = session.caseFile(row.caseID) else { return }
        if let kind = file.programs.last?.programKind { return session.openProgram(kind, of: file) }
        session.chooseProgram(of: file)
    }

    private func openCase() {
        guard let row = selected else { return }
        session.navigator?.push(CaseCard(row.caseID, session: session))
    }

    private func toggleMine() {
        onlyMine.toggle()
        table.selected = 0
        reload()
    }

    /// Reads the cases from the survey onwards.
    public func reload() {
        let stages = session.programStages
        session.runner.run(slot: "programs", session.stagesReader(stages, curator: onlyMine ? session.worker.login : nil)) {
            [weak self] rows in
            self?.rows = rows
            self?.table.count = rows.count
        }
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    /// The heading and the table.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.fixed(1), .flexible(min: 4)])
        frame.put(
            texts("programs.title", texts(onlyMine ? "board.mine" : "board.all")), at: Point(column: 1, row: parts[0].row),
            style: .title)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [rows, session] index in
            guard let row = rows[safe: index] else { return nil }
            let due = row.nextDue.map { TableText($0.dotted, $0 < session.today ? .bad : nil) } ?? ""
            return TableRow([
                TableText(String(row.number)), TableText(row.fullName), TableText(session.stageTitle(row.stage)), due,
                TableText(row.curator.map(session.workerName) ?? ""),
            ])
        }
    }
}
