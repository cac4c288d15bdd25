import CaseStore
import Casework
import Terminal

/// One row of the agenda.
struct GroupLine: Sendable {
    var act: Regulation
    var item: GroupItem
}

/// One meeting or decision of the past.
struct GroupPastLine: Sendable {
    enum What: Sendable {
        case meeting(OfficeEntry)
        case decision(EntryInCase)
    }

    var act: Regulation
    var what: What

    var on: CivilDate {
        switch what {
        case .meeting(let entry): entry.on
        case .decision(let row): row.entry.on
        }
    }

    var id: RecordID {
        switch what {
        case .meeting(let entry): entry.id
        case .decision(let row): row.entry.id
        }
    }
}

/// The working group's agenda, meetings and decisions as rows.
enum GroupLines {
    static func table(_ page: GroupScreen.Page, _ session: Session) -> TableView {
        let texts = session.texts
        let first =
            page == .agenda
            ? [TableColumn(texts("column.due"), .fixed(10)), TableColumn(texts("column.since"), .fixed(10))]
            : [TableColumn(texts("column.date"), .fixed(10)), TableColumn(texts("column.entry"), .flexible(min: 12, weight: 1))]
        let last = texts(page == .agenda ? "column.consider" : "column.content")
        return TableView(
            columns: first + [
                TableColumn(texts("column.number"), .fixed(5), alignment: .right),
                TableColumn(texts("column.person"), .fixed(16)), TableColumn(last, .flexible(min: 20, weight: 2)),
            ],
            emptyText: texts("group.\(page.rawValue).empty"))
    }

    static func row(_ line: GroupLine, _ session: Session) -> TableRow {
        let item = line.item
        let style: Style =
            item.due.map {
                DeadlineStyle.style(due: $0, state: item.isOverdue(on: session.today) ? .overdue : .open, today: session.today)
            } ?? .normal
        return TableRow([
            TableText(item.due?.dotted ?? "–", style), TableText(item.since.dotted), TableText(String(item.number)),
            TableText(item.person), TableText(item.wait.entry.title),
        ])
    }

    static func row(_ line: GroupPastLine, _ session: Session) -> TableRow {
        switch line.what {
        case .meeting(let entry):
            TableRow([
                TableText(entry.on.dotted), TableText(title(entry.entryKind, line), .accent), "", "",
                TableText(words(entry.values, entry.entryKind, line, session)),
            ])
        case .decision(let row):
            TableRow([
                TableText(row.entry.on.dotted), TableText(title(row.entry.entryKind, line)), TableText(String(row.number)),
                TableText(row.person), TableText(words(row.entry.values, row.entry.entryKind, line, session)),
            ])
        }
    }

    static func detail(_ line: GroupLine, _ session: Session) -> String {
        let texts = session.texts
        let wait = line.item.wait.entry
        let due = line.item.due.map { "\(texts("office.due", $0.dotted)), \(DeadlineStyle.daysLeft($0, session))" }
        return [wait.title, wait.basis.map(texts.basis), due, texts("group.since", line.item.since.dotted)]
            .compactMap { $0 }.joined(separator: " · ")
    }

    static func detail(_ line: GroupPastLine, _ session: Session) -> String {
        switch line.what {
        case .meeting(let entry): words(entry.values, entry.entryKind, line, session)
        case .decision(let row): words(row.entry.values, row.entry.entryKind, line, session)
        }
    }

    private static func title(_ kind: String, _ line: GroupPastLine) -> String {
        line.act.entryKind(kind)?.entry.title ?? kind
    }

    /// What the entry holds; a decision first, the meeting it was made at last.
    private static func words(
        _ values: [String: String], _ kind: String, _ line: GroupPastLine, _ session: Session
    ) -> String {
        guard let kind = line.act.entryKind(kind) else { return "" }
        let fields =
            kind.fields.filter { $0.kind == .choice } + kind.fields.filter { $0.kind != .choice && $0.kind != .entry }
            + kind.fields.filter { $0.kind == .entry }
        return fields.compactMap { field in
            values[field.entry.id].map { value in
                let shown = EntryWords.shown(value, of: field, session: session)
                return field.kind == .choice ? shown : "\(field.entry.title): \(shown)"
            }
        }.joined(separator: " · ").replacing("\n", with: " ")
    }
}
