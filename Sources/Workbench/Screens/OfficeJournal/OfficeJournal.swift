import CaseStore
import Casework
import Terminal

/// The office's own journal: what acts want kept that belongs to no case, such as agreements and meetings of a group.
public final class OfficeJournal: Screen {
    private struct Line {
        var act: Regulation
        var kind: EntryKind
        var entry: OfficeEntry
    }

    private let session: Session
    private let kinds: [(act: Regulation, kind: EntryKind)]
    private var lines: [Line] = []
    private var table: TableView
    /// The kind shown alone; nil shows all.
    private var only: Int?

    /// The journal of the acts at hand.
    public init(session: Session) {
        self.session = session
        kinds = session.regulations.flatMap { act in act.entryKinds.filter { $0.scope == .office }.map { (act, $0) } }
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("column.date"), .fixed(16)), TableColumn(texts("column.entry"), .flexible(min: 20)),
                TableColumn(texts("column.content"), .flexible(min: 24, weight: 2)),
            ],
            emptyText: texts(kinds.isEmpty ? "office-journal.no-kinds" : "office-journal.empty"))
    }

    /// «Журнал учреждения»
    public var heading: String { session.texts("office-journal.heading") }
    /// The journal's help.
    public var helpKey: String { "office-journal" }

    /// Record, open, show one kind only.
    public var commands: [Command] {
        let none = kinds.isEmpty ? session.texts("office-journal.no-kinds") : nil
        return [
            Command("record-office-entry", function: 7, letter: "n", disabled: none, run: { [weak self] in self?.record() }),
            Command(
                "open-entry", keys: [.enter], disabled: lines.isEmpty ? session.texts("office-journal.empty") : nil,
                run: { [weak self] in self?.openSelected() }),
            Command("only-kind", function: 6, letter: "v", disabled: none, run: { [weak self] in self?.narrow() }),
        ]
    }

    private func record() {
        choose(title: session.texts("entry.choose"), extra: nil) { [weak self] index in
            guard let self, let index else { return }
            let chosen = self.kinds[index]
            if let spec = EntryForms.office(kind: chosen.kind.entry.id, of: chosen.act.id, session: self.session) {
                self.session.openForm(spec)
            }
        }
    }

    private func narrow() {
        choose(title: session.texts("office-journal.only"), extra: session.texts("office-journal.all")) { [weak self] index in
            self?.only = index
            self?.table.selected = 0
            self?.reload()
        }
    }

    /// A menu of the kinds; the extra entry stands first and gives nil.
    private func choose(title: String, extra: String?, then: @escaping (Int?) -> Void) {
        let entries =
            (extra.map { [MenuEntry($0)] } ?? [])
            + kinds.map { MenuEntry($0.kind.entry.title, keyHint: $0.kind.entry.basis.map(session.texts.basis) ?? "") }
        session.navigator?.open(
            MenuOverlay(Menu(title: title, entries: entries, isFilterable: true)) { index in
                then(extra == nil ? index : index == 0 ? nil : index - 1)
            })
    }

    private func openSelected() {
        guard let line = lines[safe: table.selected] else { return }
        let spec = EntryForms.office(kind: line.kind.entry.id, of: line.act.id, over: line.entry, session: session)
        if let spec { session.openForm(spec) }
    }

    /// Reads the entries, the newest first.
    public func reload() {
        let wanted = only.map { [kinds[$0]] } ?? kinds
        let archive = session.archive
        session.runner.run(
            slot: "office-journal",
            {
                wanted.flatMap { act, kind -> [Line] in
                    let entries = (try? archive.officeEntries(kind: kind.entry.id, regulation: act.id)) ?? []
                    return entries.map { Line(act: act, kind: kind, entry: $0) }
                }.sorted { ($0.entry.on, $0.entry.id) > ($1.entry.on, $1.entry.id) }
            }
        ) { [weak self] lines in
            self?.lines = lines
            self?.table.count = lines.count
        }
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    /// What is shown, and the table.
    public func draw(in frame: inout Frame, rect: Rect) {
        let parts = rect.rows([.fixed(1), .flexible(min: 4)])
        let shown = only.map { kinds[$0].kind.entry.title } ?? session.texts("office-journal.all")
        frame.put(shown, at: Point(column: 1, row: parts[0].row), style: .title, maxWidth: rect.width - 2)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [lines, session] index in
            guard let line = lines[safe: index] else { return nil }
            return TableRow([
                TableText(CivilDateTime(line.entry.on, line.entry.at).dotted), TableText(line.kind.entry.title),
                TableText(EntryWords.line(line.entry.values, of: line.kind, session: session)),
            ])
        }
    }
}
