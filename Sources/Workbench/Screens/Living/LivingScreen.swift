import CaseStore
import Casework
import Terminal

/// «Проживание», the section after the ten digits: flats with free places, who lives there and what should be looked at, and the waiting list.
public final class LivingScreen: Screen {
    private let session: Session
    private let act: Regulation
    private let rules: LivingRules
    private var plan: LivingPlan?
    private var table: TableView

    /// The screen; nil where none of the office's acts knows supported living.
    public init?(session: Session) {
        let acts = session.office.regulations.compactMap { id in session.regulations.first { $0.id == id } }
        guard let act = acts.first(where: { $0.living != nil }), let rules = act.living else { return nil }
        self.session = session
        self.act = act
        self.rules = rules
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("living.column.flat").capitalisedFirst, .flexible(min: 12, weight: 2)),
                TableColumn(texts("living.column.form").capitalisedFirst, .flexible(min: 9, weight: 1)),
                TableColumn(texts("living.column.places").capitalisedFirst, .fixed(5), alignment: .right),
                TableColumn(texts("living.column.free").capitalisedFirst, .fixed(8), alignment: .right),
                TableColumn("", .fixed(1)),
            ],
            emptyText: texts("living.screen.flats-empty"))
    }

    /// The digits are taken.
    public var section: Int? { SectionKey.afterDigits }
    /// «Проживание»
    public var heading: String { session.texts("section.10") }
    /// The screen's help.
    public var helpKey: String { "living" }

    private var flats: [LivingFlat] { plan?.flats ?? [] }
    private var selected: LivingFlat? { flats.indices.contains(table.selected) ? flats[table.selected] : nil }

    /// Move in, move out, new flats and rooms, the waiting list.
    public var commands: [Command] {
        let texts = session.texts
        let noFlat = selected == nil ? texts("living.screen.no-flat") : nil
        let nobody = selected.map { $0.residents.isEmpty ? texts("living.screen.no-resident") : nil } ?? noFlat
        let forms = LivingForms(session: session, act: act)
        return [
            Command(
                "place-person", function: 2, letter: "p", disabled: noFlat,
                run: { [weak self] in self?.withFlat { forms.place(in: $0) } }),
            Command("put-waiting", function: 4, letter: "j", run: { [session] in session.openForm(forms.wait()) }),
            Command(
                "leave-flat", function: 5, letter: "d", disabled: nobody,
                run: { [weak self] in self?.withFlat { forms.leave($0) } }),
            Command(
                "new-room", function: 6, letter: "r", disabled: noFlat, run: { [weak self] in self?.withFlat { forms.room(of: $0) } }
            ),
            Command("new-flat", function: 7, letter: "n", run: { [session] in session.openForm(forms.flat()) }),
        ]
    }

    private func withFlat(_ form: (LivingFlat) -> FormSpec) {
        if let flat = selected { session.openForm(form(flat)) }
    }

    /// Reckons the plan of today.
    public func reload() {
        let rules = rules
        let today = session.today
        session.runner.run(slot: "living", { [archive = session.archive] in
            (try? archive.livingRecords()).map { LivingPlan($0, rules: rules, on: today) }
        }) { [weak self] plan in
            guard let self else { return }
            let kept = self.selected?.dwelling.id
            self.plan = plan
            self.table.count = self.flats.count
            if let place = self.flats.firstIndex(where: { $0.dwelling.id == kept }) { self.table.selected = place }
        }
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    /// Flats on the left, the chosen one beside them, the waiting list below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let waiting = plan?.waiting ?? []
        let below = min(max(waiting.count, 1) + 1, max(3, rect.height / 3))
        let parts = rect.rows([.fixed(1), .flexible(min: 6), .fixed(below)])
        frame.put(texts("living.screen.flats"), at: Point(column: 1, row: parts[0].row), style: .title)
        let panes = parts[1].columns([.flexible(min: 36, weight: 1), .fixed(1), .flexible(min: 30, weight: 1)])
        table.fit(width: panes[0].width, height: panes[0].height)
        table.draw(in: &frame, rect: panes[0], focused: true) { [flats, texts] index in
            guard flats.indices.contains(index) else { return nil }
            let flat = flats[index]
            let grave = flat.findings.contains { $0.severity >= .warning }
            return TableRow([
                TableText(flat.dwelling.name), TableText(texts.livingForm(flat.dwelling)), TableText(String(flat.places)),
                TableText(String(flat.free)), grave ? TableText("!", .warning) : "",
            ])
        }
        drawFlat(in: &frame, rect: panes[2])
        drawQueue(waiting, in: &frame, rect: parts[2])
    }

    private func drawFlat(in frame: inout Frame, rect: Rect) {
        guard let flat = selected else { return }
        let texts = session.texts
        var lines: [(text: String, style: Style)] = [(flat.dwelling.address, .dim)]
        if flat.residents.isEmpty { lines.append((texts("living.screen.nobody"), .normal)) }
        for resident in flat.residents {
            let room = flat.rooms.first { $0.id == resident.placement.room }?.name ?? texts("living.screen.no-room")
            let person = resident.person
            lines.append(
                (
                    texts(
                        "living.screen.resident", person.name, String(person.number), room, resident.placement.from.dotted),
                    .normal
                ))
            for finding in plan?.trainingFindings[resident.placement.caseID] ?? [] {
                lines.append(("  " + texts.finding(finding), .dim))
            }
        }
        for finding in flat.findings + (plan?.houseFindings ?? []) {
            let isGrave = finding.severity >= .warning
            lines.append(((isGrave ? "! " : "· ") + texts.finding(finding), isGrave ? .warning : .dim))
        }
        var row = rect.row
        for line in lines {
            for part in wrap(line.text, width: rect.width - 1) where row < rect.bottom {
                frame.put(part, at: Point(column: rect.column, row: row), style: line.style)
                row += 1
            }
        }
    }

    private func drawQueue(_ waiting: [LivingWaiter], in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        frame.put(texts("living.screen.queue"), at: Point(column: 1, row: rect.row), style: .title)
        if waiting.isEmpty {
            frame.put(texts("living.queue-empty"), at: Point(column: 1, row: rect.row + 1), style: .dim)
        }
        for (row, waiter) in waiting.prefix(rect.height - 1).enumerated() {
            var text = texts(
                "living.screen.waiter", String(waiter.position), waiter.person.name, String(waiter.person.number),
                texts("living.purpose.\(waiter.place.purpose.rawValue)"), waiter.place.since.dotted)
            if let wishes = waiter.place.wishes { text += " · \(wishes)" }
            frame.put(text, at: Point(column: 1, row: rect.row + 1 + row), maxWidth: rect.right - 1)
        }
    }
}
