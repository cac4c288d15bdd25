import CaseStore
import Casework
import Terminal

/// «Рабочая группа»: the agenda made from what waits, past meetings and decisions; opened by F5 from the office's work.
public final class GroupScreen: Screen {
    /// What the screen shows.
    enum Page: String {
        case agenda, decisions
    }

    /// Everything that is read at once.
    struct Content: Sendable {
        var agenda: [GroupLine] = []
        var past: [GroupPastLine] = []
        /// Acts whose group has met at least once: only then can it have decided.
        var haveMet: Set<String> = []
    }

    private let session: Session
    private let acts: [Regulation]
    private var page = Page.agenda
    private var content = Content()
    private var table: TableView

    /// The screen; nil where none of the office's acts knows a working group.
    public init?(session: Session) {
        let acts = session.office.regulations.compactMap { id in session.regulations.first { $0.id == id } }
            .filter { $0.group != nil }
        guard !acts.isEmpty else { return nil }
        self.session = session
        self.acts = acts
        table = GroupLines.table(.agenda, session)
    }

    /// «Рабочая группа»
    public var heading: String { session.texts("group.heading") }
    /// The screen's help.
    public var helpKey: String { "group" }

    private var selectedItem: GroupLine? { page == .agenda ? content.agenda[safe: table.selected] : nil }
    private var selectedPast: GroupPastLine? { page == .decisions ? content.past[safe: table.selected] : nil }

    private var selectedCase: RecordID? {
        if let item = selectedItem { return item.item.caseID }
        if case .decision(let row) = selectedPast?.what { return row.entry.caseID }
        return nil
    }

    /// Decide or open, the case, the other page, a new meeting.
    public var commands: [Command] {
        let texts = session.texts
        let undecidable: String? =
            if let item = selectedItem {
                content.haveMet.contains(item.act.id) ? nil : texts("group.no-meeting")
            } else {
                texts("group.no-row")
            }
        return [
            page == .agenda
                ? Command(
                    "group-decide", function: 2, keys: [.enter], disabled: undecidable, run: { [weak self] in self?.decide() })
                : Command(
                    "group-open", function: 2, keys: [.enter], disabled: selectedPast == nil ? texts("group.no-entry") : nil,
                    run: { [weak self] in self?.openEntry() }),
            Command(
                "group-case", function: 3, letter: "k", disabled: selectedCase == nil ? texts("group.no-row") : nil,
                run: { [weak self] in self?.openCase() }),
            Command("group-page", function: 6, letter: "w", run: { [weak self] in self?.turnPage() }),
            Command("group-meeting", function: 7, letter: "n", run: { [weak self] in self?.meet() }),
        ]
    }

    private func decide() {
        guard let line = selectedItem, let rules = line.act.group, let file = session.caseFile(line.item.caseID) else { return }
        let kind = rules.decision(on: line.item.wait)
        if let spec = EntryForms.spec(kind: kind, of: line.act.id, file: file, session: session) { session.openForm(spec) }
    }

    private func openEntry() {
        guard let line = selectedPast else { return }
        var spec: FormSpec?
        switch line.what {
        case .meeting(let entry):
            spec = EntryForms.office(kind: entry.entryKind, of: line.act.id, over: entry, session: session)
        case .decision(let row):
            guard let file = session.caseFile(row.entry.caseID) else { return }
            spec = EntryForms.spec(
                kind: row.entry.entryKind, of: line.act.id, over: row.entry.id, file: file, session: session)
        }
        if let spec { session.openForm(spec) }
    }

    private func openCase() {
        if let id = selectedCase { session.navigator?.push(CaseCard(id, session: session)) }
    }

    private func turnPage() {
        page = page == .agenda ? .decisions : .agenda
        table = GroupLines.table(page, session)
        table.count = page == .agenda ? content.agenda.count : content.past.count
    }

    private func meet() {
        guard acts.count > 1 else { return meet(under: acts[0]) }
        let menu = Menu(
            title: session.texts("group.choose"), entries: acts.map { MenuEntry($0.group?.entry.title ?? "", keyHint: $0.act) },
            isFilterable: true)
        session.navigator?.open(
            MenuOverlay(menu) { [weak self] index in
                if let act = self?.acts[safe: index] { self?.meet(under: act) }
            })
    }

    private func meet(under act: Regulation) {
        guard let rules = act.group else { return }
        if let spec = EntryForms.office(kind: rules.meeting, of: act.id, session: session) { session.openForm(spec) }
    }

    /// Makes the agenda anew and reads what was decided.
    public func reload() {
        session.runner.run(slot: "group", reader()) { [weak self] content in
            guard let self else { return }
            self.content = content
            self.table.count = self.page == .agenda ? content.agenda.count : content.past.count
        }
    }

    private func reader() -> @Sendable () -> Content {
        { [archive = session.archive, acts, engine = session.engine, today = session.today] in
            var content = Content()
            let agendas = (try? archive.agendas(of: acts, engine: engine, today: today)) ?? []
            content.agenda = agendas.flatMap { agenda in agenda.items.map { GroupLine(act: agenda.regulation, item: $0) } }
            for act in acts {
                guard let rules = act.group else { continue }
                let meetings = (try? archive.officeEntries(kind: rules.meeting, regulation: act.id)) ?? []
                let decisions = (try? archive.caseEntries(kinds: rules.decisions, regulation: act.id)) ?? []
                if !meetings.isEmpty { content.haveMet.insert(act.id) }
                content.past += meetings.map { GroupPastLine(act: act, what: .meeting($0)) }
                content.past += decisions.map { GroupPastLine(act: act, what: .decision($0)) }
            }
            content.past.sort { ($0.on, $0.id) > ($1.on, $1.id) }
            return content
        }
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    /// The page's heading, its table and the whole of the chosen row below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let parts = rect.rows([.fixed(1), .flexible(min: 4), .fixed(2)])
        let names = acts.compactMap { $0.group?.entry.title }.joined(separator: ", ")
        frame.put(
            session.texts("group.\(page.rawValue).title", names), at: Point(column: 1, row: parts[0].row), style: .title,
            maxWidth: rect.width - 2)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [content, page, session] index in
            switch page {
            case .agenda: content.agenda[safe: index].map { GroupLines.row($0, session) }
            case .decisions: content.past[safe: index].map { GroupLines.row($0, session) }
            }
        }
        let detail = selectedItem.map { GroupLines.detail($0, session) } ?? selectedPast.map { GroupLines.detail($0, session) }
        for (row, line) in wrap(detail ?? "", width: rect.width - 2).prefix(2).enumerated() {
            frame.put(line, at: Point(column: 1, row: parts[2].row + row), style: .accent, maxWidth: rect.width - 2)
        }
    }
}
