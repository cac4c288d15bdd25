import Casework
import Terminal

/// Дело: one page of the person, then tabs. Everything that can be done in a case can be done here.
public final class CaseCard: Screen {
    /// The tabs in order; the raw value is the wording's key.
    enum Tab: String, CaseIterable {
        case person, contacts, needs, programs, entries, deadlines, law, history

        /// Whether the tab is a page to scroll, not a table.
        var isPage: Bool { self == .person || self == .law }
    }

    let session: Session
    let caseID: RecordID
    private(set) var file: CaseFile?
    var tab = Tab.person
    var tables: [Tab: TableView] = [:]
    private(set) var obligations: [Obligation] = []
    private(set) var history: [HistoryRow] = []
    private var scroll = 0

    /// The card of a case.
    public init(_ caseID: RecordID, session: Session) {
        self.caseID = caseID
        self.session = session
        for tab in Tab.allCases where !tab.isPage { tables[tab] = CaseCardTables.table(tab, texts: session.texts) }
    }

    /// «Дело 12 · Иванова Мария Петровна»
    public var heading: String {
        guard let file else { return session.texts("case.reading") }
        return session.texts("case.heading", String(file.header.number), file.citizen.fullName)
    }

    /// The card's help.
    public var helpKey: String { "case" }

    /// Reads the case, its obligations and its history.
    public func reload() {
        session.runner.run(slot: "case.\(caseID.text)", session.caseReader(caseID)) { [weak self] page in
            guard let self else { return }
            guard let page else {
                self.session.say(self.session.texts("card.gone"), .failure)
                return
            }
            self.file = page.file
            self.obligations = page.obligations
            self.history = page.history
            self.countRows(page.file)
        }
    }

    private func countRows(_ file: CaseFile) {
        tables[.contacts]?.count = file.attempts.count + file.consents.count
        tables[.needs]?.count = file.meetings.count + file.surveys.reduce(0) { $0 + $1.needs.count }
        tables[.programs]?.count = file.programs.count
        tables[.entries]?.count = file.entries.count
        tables[.deadlines]?.count = obligations.count
        tables[.history]?.count = history.count
    }

    /// What can be done in the case, each with the reason why not.
    public var commands: [Command] {
        guard let file else { return [] }
        return movement + CaseCommands.commands(for: file, session: session) + tabCommands(file)
    }

    private var movement: [Command] {
        [
            Command("tab-next", keys: [.tab, .right], isHidden: true, run: { [weak self] in self?.turn(1) }),
            Command("tab-previous", keys: [.backTab, .left], isHidden: true, run: { [weak self] in self?.turn(-1) }),
        ]
    }

    private func tabCommands(_ file: CaseFile) -> [Command] {
        let texts = session.texts
        switch tab {
        case .deadlines:
            let none = obligations.isEmpty ? texts("case.no-obligations") : nil
            return [
                Command("why", function: 3, keys: [.enter], disabled: none, run: { [weak self] in self?.explain() }),
                Command("decide", letter: "f", disabled: none, run: { [weak self] in self?.decide() }),
            ]
        case .programs:
            return [
                Command(
                    "open-program", keys: [.enter], disabled: file.programs.isEmpty ? texts("program.none") : nil,
                    run: { [weak self] in self?.openProgram() })
            ]
        case .entries:
            return [
                Command(
                    "open-entry", keys: [.enter], disabled: file.entries.isEmpty ? texts("case.empty.entries") : nil,
                    run: { [weak self] in self?.openEntry() })
            ]
        case .history:
            return [
                Command(
                    "entry-details", function: 3, keys: [.enter], disabled: history.isEmpty ? texts("case.no-history") : nil,
                    run: { [weak self] in self?.showEntry() })
            ]
        case .person, .contacts, .needs, .law: return []
        }
    }

    private func turn(_ step: Int) {
        let all = Tab.allCases
        let index = all.firstIndex(of: tab) ?? 0
        tab = all[(index + step + all.count) % all.count]
        scroll = 0
    }

    /// Scrolls the page or moves in the tab's table.
    public func handle(_ key: Key) -> Bool {
        if !tab.isPage { return tables[tab]?.handle(key) != .ignored }
        switch key {
        case .up: scroll = max(0, scroll - 1)
        case .down: scroll += 1
        case .pageUp: scroll = max(0, scroll - 10)
        case .pageDown: scroll += 10
        case .home: scroll = 0
        default: return false
        }
        return true
    }

    private func explain() {
        guard let file, let row = tables[.deadlines]?.selected, obligations.indices.contains(row) else { return }
        session.navigator?.open(Explanation.overlay(obligations[row], of: file, session: session))
    }

    private func decide() {
        guard let file, let row = tables[.deadlines]?.selected, obligations.indices.contains(row) else { return }
        session.openForm(CaseForms.decide(obligations[row], file, session: session))
    }

    private func openProgram() {
        guard let file, let row = tables[.programs]?.selected, file.programs.indices.contains(row) else { return }
        session.openProgram(file.programs[row].programKind, of: file)
    }

    private func openEntry() {
        guard let file, let row = tables[.entries]?.selected, let entry = CaseCardTables.entries(file)[safe: row] else { return }
        let spec = EntryForms.spec(
            kind: entry.entryKind, of: entry.regulation, over: entry.id, file: file, session: session)
        if let spec { session.openForm(spec) } else { session.say(session.texts("entry.no-act", entry.regulation), .warning) }
    }

    private func showEntry() {
        guard let row = tables[.history]?.selected, history.indices.contains(row) else { return }
        session.navigator?.open(
            TextOverlay(
                title: session.texts("history.title"), lines: history[row].details, footer: session.texts("about.footer")))
    }

    /// Tabs above, the tab's page below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let items = Tab.allCases.map { TabItem(key: "", title: texts("tab.\($0.rawValue)")) }
        let parts = rect.rows([.fixed(1), .flexible(min: 4)])
        TabBar(items, selected: Tab.allCases.firstIndex(of: tab) ?? 0).draw(in: &frame, rect: parts[0])
        guard let file else { return }
        if tab.isPage {
            drawPage(file, in: &frame, rect: parts[1])
        } else {
            tables[tab]?.fit(width: parts[1].width, height: parts[1].height)
            tables[tab]?.draw(in: &frame, rect: parts[1], focused: true) { [self] row in
                CaseCardTables.row(tab, row, file: file, obligations: obligations, history: history, session: session)
            }
        }
    }

    private func drawPage(_ file: CaseFile, in frame: inout Frame, rect: Rect) {
        let lines =
            tab == .law
            ? LawPage.lines(file, session: session, width: rect.width - 2)
            : PersonPage.lines(file, obligations: obligations, session: session, width: rect.width - 2)
        scroll = min(scroll, max(0, lines.count - rect.height))
        for (row, line) in lines.dropFirst(scroll).prefix(rect.height).enumerated() {
            let at = Point(column: 1, row: rect.row + row)
            let after = frame.put(line.label, at: at, style: .label)
            frame.put(
                line.text, at: Point(column: max(after, line.indent + 1), row: at.row), style: line.style,
                maxWidth: rect.right - 1)
        }
    }
}
