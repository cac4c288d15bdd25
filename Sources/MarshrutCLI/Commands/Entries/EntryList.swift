import Casework

/// Entries printed as a list, of a case or of the office alike.
struct EntryList {
    /// One entry, wherever it is kept.
    struct Item {
        var id: RecordID
        var regulation: String
        var kind: String
        var at: CivilDateTime
        var values: [String: String]
        var worker: String

        init(_ entry: CaseEntry) {
            id = entry.id
            regulation = entry.regulation
            kind = entry.entryKind
            at = CivilDateTime(entry.on, entry.at)
            values = entry.values
            worker = entry.worker
        }

        init(_ entry: OfficeEntry) {
            id = entry.id
            regulation = entry.regulation
            kind = entry.entryKind
            at = CivilDateTime(entry.on, entry.at)
            values = entry.values
            worker = entry.worker
        }

        /// The entry for programs.
        var json: JSONValue {
            .object([
                ("id", .text(id.text)), ("regulation", .text(regulation)), ("kind", .text(kind)), ("on", .date(at.date)),
                ("time", .optional(at.time?.text)),
                ("values", .object(values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
                ("worker", .text(worker)),
            ])
        }
    }

    let office: OfficeAtWork
    let format: FormatOption

    func print(_ items: [Item]) throws {
        let texts = office.texts
        let printer = ListPrinter(
            wiring: office.wiring, option: format,
            titles: [texts("column.date"), texts("column.entry"), texts("column.content"), texts("cli.column.id")],
            rightAligned: [], limit: nil)
        let entries = items.map { item in
            let kind = office.context.regulations.first { $0.id == item.regulation }?.entryKind(item.kind)
            let content = (kind?.fields ?? []).compactMap { field in
                item.values[field.entry.id].map { "\(field.entry.title): \($0)" }
            }
            return ListPrinter.Entry(
                json: item.json,
                cells: [item.at.dotted, kind?.entry.title ?? item.kind, content.joined(separator: " · "), item.id.text])
        }
        try printer.print(entries)
    }
}
