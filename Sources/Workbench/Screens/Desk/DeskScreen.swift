import CaseStore
import Casework
import Terminal

/// 1 Сегодня: what must I do now? Overdue, due today, this week, meetings, cases with no next step; drafts left behind.
public final class DeskScreen: Screen {
    /// One line of the desk: a heading, or something that opens.
    enum Line {
        case heading(String, Style)
        case term(BoardRow)
        case meeting(MeetingRow)
        case idle(RegistryRow)
        case draft(Draft, DraftForms.Named)
        case duty(OfficeDuty)
    }

    /// Duties of each kind at most; F5 shows all.
    private static let mostDuties = 10
    private let session: Session
    private var lines: [Line] = []
    private var table: TableView
    private var onlyMine: Bool

    /// The desk of the worker at the keyboard.
    public init(session: Session) {
        self.session = session
        onlyMine = session.beginsWithOwn
        table = TableView(
            columns: [
                TableColumn("", .fixed(1)), TableColumn("", .fixed(13)), TableColumn("", .fixed(6), alignment: .right),
                TableColumn("", .flexible(min: 18, weight: 1)), TableColumn("", .flexible(min: 20, weight: 2)),
            ],
            emptyText: session.texts("desk.empty"), showsHeader: false, showsPosition: false)
    }

    /// 1
    public var section: Int? { 1 }
    /// «Сегодня»
    public var heading: String { session.texts("section.1") }
    /// The desk's help.
    public var helpKey: String { "desk" }

    private var selected: Line? { lines.indices.contains(table.selected) ? lines[table.selected] : nil }

    private var selectedCase: RecordID? {
        switch selected {
        case .term(let row): row.caseID
        case .meeting(let meeting): meeting.row.caseID
        case .idle(let row): row.caseID
        default: nil
        }
    }

    private var isDraft: Bool { if case .draft = selected { true } else { false } }
    private var isDuty: Bool { if case .duty = selected { true } else { false } }
    private var isTerm: Bool { if case .term = selected { true } else { false } }

    /// Open, why, new referral, whose.
    public var commands: [Command] {
        let texts = session.texts
        let openable = selectedCase == nil && !isDraft && !isDuty ? texts("desk.no-row") : nil
        var commands = [
            Command("open-case", keys: [.enter], disabled: openable, run: { [weak self] in self?.openSelected() }),
            Command(
                "why", function: 3, letter: "k", disabled: isTerm ? nil : texts("desk.not-a-term"),
                run: { [weak self] in self?.explain() }),
            Command(
                "office", function: 5, letter: "g",
                run: { [session] in session.navigator?.push(OfficeScreen(session: session)) }),
            Command("mine", function: 6, letter: "v", run: { [weak self] in self?.toggleMine() }),
            Command(
                "office-journal", letter: "o",
                run: { [session] in session.navigator?.push(OfficeJournal(session: session)) }),
            Command(
                "new-case", function: 7, letter: "y",
                run: { [session] in session.openNewCase() }),
        ]
        if isDraft {
            commands.append(Command("drop-draft", function: 8, keys: [.delete], run: { [weak self] in self?.dropDraft() }))
        }
        return commands
    }

    private func toggleMine() {
        onlyMine.toggle()
        table.selected = 0
        reload()
    }

    /// Reads the desk.
    public func reload() {
        session.runner.run(slot: "desk", session.deskReader(curator: onlyMine ? session.worker.login : nil)) { [weak self] page in
            guard let self, let page else { return }
            self.lay(page)
        }
    }

    private func lay(_ whole: DeskPage) {
        let page = whole.desk
        let texts = session.texts
        var lines: [Line] = []
        func group(_ key: String, _ style: Style, count: Int, _ rows: [Line]) {
            guard count > 0 else { return }
            lines.append(.heading("\(texts(key)) (\(count))", style))
            lines += rows
        }
        let drafts = session.drafts().compactMap { draft in DraftForms.named(draft).map { (draft, $0) } }
        group("desk.drafts", .warning, count: drafts.count, drafts.map { .draft($0.0, $0.1) })
        group("desk.overdue", .bad, count: page.overdueCount, page.overdue.map(Line.term))
        let duties = session.pressingDuties()
        let late = duties.filter { $0.state(on: session.today) == .overdue }
        group("desk.duties-overdue", .bad, count: late.count, late.prefix(DeskScreen.mostDuties).map(Line.duty))
        group("desk.meetings", .accent, count: page.meetings.count, page.meetings.map(Line.meeting))
        group("desk.today", .warning, count: page.todayCount, page.today.map(Line.term))
        group("desk.week", .title, count: page.weekCount, page.week.map(Line.term))
        let ahead = duties.dropFirst(late.count)
        group("desk.duties", .title, count: ahead.count, ahead.prefix(DeskScreen.mostDuties).map(Line.duty))
        group("desk.unassigned", .warning, count: whole.unassignedCount, whole.unassigned.map(Line.idle))
        group("desk.idle", .title, count: page.idleCount, page.idle.map(Line.idle))
        let isFirst = self.lines.isEmpty
        self.lines = lines
        table.count = lines.count
        if isFirst, lines.count > 1 { table.selected = 1 }
    }

    /// Moves in the list.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    private func openSelected() {
        if case .draft(let draft, _) = selected { return session.resume(draft) }
        if case .duty(let duty) = selected { return session.openForm(OfficeForms.duty(duty, session: session)) }
        guard let caseID = selectedCase else { return }
        session.navigator?.push(CaseCard(caseID, session: session))
    }

    private func dropDraft() {
        guard case .draft(let draft, let named) = selected else { return }
        session.discardDraft(draft)
        session.say(session.texts("desk.draft-dropped", named.title), .done)
        reload()
    }

    private func explain() {
        guard case .term(let row) = selected, let file = session.caseFile(row.caseID) else { return }
        session.navigator?.open(Explanation.overlay(row.obligation, of: file, session: session))
    }

    /// One list with headings.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.fixed(1), .flexible(min: 4), .fixed(1)])
        let greeting = texts("desk.title", texts.longDate(session.today), texts(onlyMine ? "board.mine" : "board.all"))
        frame.put(greeting, at: Point(column: 1, row: parts[0].row), style: .title)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [lines, session] index in
            lines.indices.contains(index) ? DeskLines.row(lines[index], session) : nil
        }
        switch selected {
        case .term(let row): DetailLine.draw(row, in: &frame, line: parts[2], session: session)
        case .duty(let duty): DetailLine.draw(duty.duty.rule, in: &frame, line: parts[2], session: session)
        default: break
        }
    }
}
