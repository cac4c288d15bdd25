import CaseStore
import Casework
import Terminal

/// 8 Справочник: who can help near them? Organisations of the office's acts, narrowed as the worker types.
public final class DirectoryScreen: Screen {
    let session: Session
    private var directory = OfficeDirectory(shipped: [], office: [], regulations: [])
    private var rows: [Organisation] = []
    private var haystacks: [Organisation: String] = [:]
    private var table: TableView
    private var filter: TextField
    private var isFiltering = false
    private var showsAuthorities = false
    /// The place that organisations are sorted by nearness to.
    private var near: String?

    /// The directory of the office's acts.
    public init(session: Session) {
        self.session = session
        let texts = session.texts
        filter = TextField(placeholder: texts("directory.filter"), maxLength: 80)
        table = TableView(
            columns: [
                TableColumn(texts("column.organisation-number"), .fixed(4), alignment: .right),
                TableColumn(texts("column.organisation"), .flexible(min: 32, weight: 3)),
                TableColumn("", .fixed(1)),
                TableColumn(texts("column.verified"), .fixed(10)),
                TableColumn(texts("column.phones"), .fixed(18)),
                TableColumn(texts("organisation.territory"), .flexible(min: 14, weight: 2)),
            ])
    }

    /// 8
    public var section: Int? { 8 }
    /// «Справочник»
    public var heading: String { session.texts("section.8") }
    /// The directory's help.
    public var helpKey: String { "directory" }
    /// Letters are text while the filter has the focus.
    public var takesText: Bool { isFiltering }

    private var selected: Organisation? { rows.indices.contains(table.selected) ? rows[table.selected] : nil }
    private var act: String? { session.office.regulations.first }

    /// Edit, look, verify, gaps, nearness, find, add.
    public var commands: [Command] {
        let texts = session.texts
        let none = selected == nil ? texts("directory.no-row") : nil
        return [
            Command("verify-organisation", function: 2, letter: "g", disabled: none, run: { [weak self] in self?.verify() }),
            Command("organisation-details", function: 3, letter: "k", disabled: none, run: { [weak self] in self?.showWhole() }),
            Command("edit-organisation", function: 4, keys: [.enter], disabled: none, run: { [weak self] in self?.edit() }),
            Command("directory-gaps", function: 5, letter: "x", run: { [weak self] in self?.showGaps() }),
            Command("near", function: 6, letter: "h", run: { [weak self] in self?.askPlace() }),
            Command(
                "find-organisation", function: 7, keys: [.character("/"), .character(".")],
                run: { [weak self] in self?.isFiltering = true }),
            Command(
                "new-organisation", letter: "y", disabled: act == nil ? texts("directory.no-act") : nil,
                run: { [weak self] in self?.add() }),
            Command("authorities", letter: "j", run: { [weak self] in self?.toggleAuthorities() }),
        ]
    }

    /// Reads the office's versions anew; the selection stays on its organisation.
    public func reload() {
        session.runner.run(slot: "directory", session.directoryReader()) { [weak self] office in
            guard let self else { return }
            self.directory = self.session.directory(office)
            let titles = self.session.serviceTitles
            let all = self.directory.organisations
            self.haystacks = Dictionary(all.map { ($0, $0.haystack(titles: titles)) }) { first, _ in first }
            self.arrange()
        }
    }

    /// Narrows and sorts what was read.
    private func arrange() {
        let kept = selected
        let words = SearchKey.fold(filter.text).split(separator: " ")
        let all = directory.organisations.filter { showsAuthorities || $0.role != .authority }
        let ordered = near.map { all.sorted(near: $0) } ?? all
        rows = ordered.filter { organisation in
            words.isEmpty || words.allSatisfy { haystacks[organisation]?.contains($0) ?? false }
        }
        table.emptyText = session.texts(all.isEmpty ? "directory.empty-act" : "directory.empty")
        table.count = rows.count
        if let kept, let place = rows.firstIndex(where: { $0.number == kept.number && $0.regulation == kept.regulation }) {
            table.selected = place
        }
    }

    /// Moves; in the filter types.
    public func handle(_ key: Key) -> Bool {
        if isFiltering { return type(key) }
        if key == .escape, !filter.text.isEmpty || near != nil {
            filter.text = ""
            near = nil
            arrange()
            return true
        }
        return table.handle(key) != .ignored
    }

    private func type(_ key: Key) -> Bool {
        switch key {
        case .escape, .enter, .tab, .down, .function: isFiltering = false
        default:
            if filter.handle(key) == .changed {
                table.selected = 0
                arrange()
            }
        }
        return true
    }

    private func toggleAuthorities() {
        showsAuthorities.toggle()
        arrange()
    }

    private func verify() {
        guard var organisation = selected else { return }
        organisation.verifiedOn = session.today
        organisation.verifiedBy = session.worker.login
        if case .rejected(let errors) = session.keep(organisation, over: directory, says: "directory.verified-status") {
            session.say(errors[""] ?? "", .failure)
        }
        reload()
    }

    private func edit() {
        guard let organisation = selected else { return }
        session.openForm(OrganisationForm.spec(organisation, in: directory, session: session))
    }

    private func add() {
        guard let act else { return }
        session.openForm(OrganisationForm.blank(act, in: directory, session: session))
    }

    private func showWhole() {
        guard let organisation = selected else { return }
        session.navigator?.open(
            TextOverlay(
                title: organisation.listName, lines: OrganisationLines.page(organisation, in: directory, session: session),
                footer: session.texts("about.footer")))
    }

    private func showGaps() { session.navigator?.push(GapsScreen(directory, session: session)) }

    private func askPlace() {
        session.openForm(
            NearForm.spec(near, session: session) { [weak self] place in
                self?.sort(near: place)
            })
    }

    private func sort(near place: String?) {
        near = place
        arrange()
        table.selected = 0
        guard let place, rows.nearness(to: place).allSatisfy({ $0 == .elsewhere }) else { return }
        session.say(session.texts("directory.place-unknown", place), .info)
    }

    /// The filter above; the list; the chosen organisation beside it on a wide screen, below it on a narrow one.
    public func draw(in frame: inout Frame, rect: Rect) {
        let parts = rect.rows([.fixed(1), .flexible(min: 6)])
        drawFilter(in: &frame, line: parts[0])
        let lists: Rect
        let details: Rect
        if rect.width >= DirectoryScreen.wide {
            let sides = parts[1].columns([.flexible(min: 60, weight: 3), .flexible(min: 40, weight: 2)])
            (lists, details) = (sides[0], sides[1])
        } else {
            let halves = parts[1].rows([.flexible(min: 6), .fixed(min(11, parts[1].height - 6))])
            (lists, details) = (halves[0], halves[1])
        }
        table.fit(width: lists.width, height: lists.height)
        table.draw(in: &frame, rect: lists, focused: !isFiltering) { [rows, session] index in
            rows.indices.contains(index) ? OrganisationLines.row(rows[index], session) : nil
        }
        drawDetails(in: &frame, rect: details)
    }

    private func drawFilter(in frame: inout Frame, line: Rect) {
        let texts = session.texts
        let after = frame.put(" " + texts("directory.filter-label") + " ", at: line.origin, style: .label)
        let words = [
            near.map { texts("directory.near", $0) }, showsAuthorities ? texts("directory.authorities") : nil,
            texts("directory.count", String(rows.count)),
        ].compactMap { $0 }.joined(separator: " · ")
        let room = max(16, line.width - after - DisplayWidth.of(words) - 3)
        filter.draw(
            in: &frame, rect: Rect(column: after, row: line.row, width: min(room, 44), height: 1), focused: isFiltering)
        frame.putRight(words + " ", in: line, style: .dim)
    }

    private func drawDetails(in frame: inout Frame, rect: Rect) {
        guard let organisation = selected, rect.width > 10 else { return }
        let lines = OrganisationLines.pane(organisation, in: directory, session: session, width: rect.width - 2)
        for (offset, line) in lines.prefix(rect.height).enumerated() {
            let isCut = offset == rect.height - 1 && lines.count > rect.height
            let text = isCut ? session.texts("directory.more") : line.text
            frame.put(
                text, at: Point(column: rect.column + 1, row: rect.row + offset), style: isCut ? .dim : line.style,
                maxWidth: rect.width - 2)
        }
    }

    /// From so many columns the details stand beside the list.
    private static let wide = 110
}
