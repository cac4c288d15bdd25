import CaseStore
import Casework
import Terminal

/// Forms of the kinds of entries that acts declare: one way to make a form of any kind, for a case and for the office.
enum EntryForms {
    /// The form of a kind in a case, empty or over an entry that is there; nil when the act at hand has no such kind.
    static func spec(
        kind id: String, of regulation: String, over entryID: RecordID? = nil, file: CaseFile, session: Session
    ) -> FormSpec? {
        guard let act = session.regulations.first(where: { $0.id == regulation }), let kind = act.entryKind(id) else {
            return nil
        }
        let entry =
            file.entries.first { $0.id == entryID }
            ?? (kind.repeats ? nil : file.entries.last { $0.entryKind == id && $0.regulation == regulation })
        let name = ["entry", String(file.header.number), regulation, id] + (entry.map { [$0.id.text] } ?? [])
        return FormSpec(
            id: name.joined(separator: "."), caseNumber: file.header.number, title: kind.entry.title,
            notes: [session.wording.person(file)] + notes(kind, act, session),
            fields: fields(kind, on: entry?.on, at: entry?.at, values: entry?.values ?? [:], session: session),
            save: { typed in
                guard let read = Reading(typed, of: kind, session: session) else { return .rejected([:]) }
                return session.save(
                    RecordEntry(
                        kind: id, regulation: regulation, entry: entry?.id, on: read.on, at: read.at, values: read.values),
                    on: file)
            })
    }

    /// The form of a kind of the office's own journal.
    static func office(
        kind id: String, of regulation: String, over entry: OfficeEntry? = nil, session: Session
    ) -> FormSpec? {
        guard let act = session.regulations.first(where: { $0.id == regulation }), let kind = act.entryKind(id) else {
            return nil
        }
        return FormSpec(
            id: (["office-entry", regulation, id] + (entry.map { [$0.id.text] } ?? [])).joined(separator: "."),
            title: kind.entry.title, notes: notes(kind, act, session),
            fields: fields(kind, on: entry?.on, at: entry?.at, values: entry?.values ?? [:], session: session),
            save: { typed in
                guard let read = Reading(typed, of: kind, session: session) else { return .rejected([:]) }
                return session.save(
                    OfficeRecord(kind: id, regulation: regulation, on: read.on, at: read.at, values: read.values), over: entry)
            })
    }

    /// Where the kind stands, and what the act wants the worker to know.
    private static func notes(_ kind: EntryKind, _ act: Regulation, _ session: Session) -> [String] {
        [kind.entry.basis.map(session.texts.basis), kind.help, kind.reading.flatMap { act.readings[$0] }].compactMap { $0 }
    }

    /// One field of the form for each field of the kind; one box for each choice of a list to tick.
    private static func fields(
        _ kind: EntryKind, on: CivilDate?, at: CivilTime?, values: [String: String], session: Session
    ) -> [FieldSpec] {
        var fields = [
            FieldSpec(
                "date", label: kind.dateTitle.map { "=\($0)" } ?? "field.date", kind: .date, isRequired: true,
                initial: (on ?? session.today).dotted)
        ]
        if kind.asksTime {
            fields.append(
                FieldSpec(
                    "time", label: "field.time", kind: .time, initial: (at ?? (on == nil ? session.now.time : nil))?.text ?? ""))
        }
        for field in kind.fields {
            let value = values[field.entry.id] ?? ""
            guard field.kind != .checks else {
                let ticked = Set(value.split(separator: ",").map(String.init))
                fields += field.choices.enumerated().map { index, choice in
                    FieldSpec(
                        "\(field.entry.id)/\(choice.id)", label: "=", kind: .check(caption: choice.title),
                        initial: ticked.contains(choice.id) ? "yes" : "", heading: index == 0 ? field.entry.title : "")
                }
                continue
            }
            fields.append(
                FieldSpec(
                    field.entry.id, label: "=\(field.entry.title)", kind: control(field, session), isRequired: field.isRequired,
                    initial: EntryWords.typed(value, of: field)))
        }
        return fields
    }

    private static func control(_ field: EntryField, _ session: Session) -> FieldKind {
        switch field.kind {
        case .text, .rule: .text(maxLength: 300)
        case .organisation: .text(maxLength: 300)
        case .number: .text(maxLength: 9)
        case .money: .text(maxLength: 15)
        case .note: .area(rows: 3)
        case .date: .date
        case .time: .time
        case .choice, .checks: .choice(optional(field, field.choices.map { ($0.id, $0.title) }))
        case .flag: .choice(optional(field, [("yes", session.texts("word.yes")), ("no", session.texts("word.no"))]))
        case .worker: .choice(optional(field, session.workers.map { ($0.login, $0.name) }))
        case .entry: .choice(optional(field, session.officeEntryTitles(kind: field.of ?? "")))
        }
    }

    /// A list that need not be chosen from begins with nothing.
    private static func optional(
        _ field: EntryField, _ choices: [(id: String, title: String)]
    ) -> [(id: String, title: String)] {
        field.isRequired ? choices : [(id: "", title: "—")] + choices
    }
}

/// What was typed into a form of an entry, in the form in which it is kept.
private struct Reading {
    var on: CivilDate
    var at: CivilTime?
    var values: [String: String] = [:]

    init?(_ typed: [String: String], of kind: EntryKind, session: Session) {
        guard let on = session.readDate(typed["date"] ?? "") else { return nil }
        self.on = on
        at = session.readTime(typed["time"] ?? "")
        for field in kind.fields {
            let id = field.entry.id
            let text = typed[id] ?? ""
            switch field.kind {
            case .checks: values[id] = field.choices.map(\.id).filter { typed["\(id)/\($0)"] == "yes" }.joined(separator: ",")
            case .date: values[id] = session.readDate(text)?.iso
            case .time: values[id] = session.readTime(text)?.text
            default: values[id] = text
            }
        }
    }
}
