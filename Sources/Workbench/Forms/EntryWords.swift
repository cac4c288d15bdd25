import CaseStore
import Casework
import Terminal

/// Entries in words: what stands in a field, and a whole entry as one line.
enum EntryWords {
    /// A kept value as a worker types it.
    static func typed(_ value: String, of field: EntryField) -> String {
        switch field.kind {
        case .date: CivilDate(iso: value)?.dotted ?? value
        case .money: Money(value)?.text ?? value
        default: value
        }
    }

    /// A kept value as it is read.
    static func shown(_ value: String, of field: EntryField, session: Session) -> String {
        switch field.kind {
        case .choice, .checks:
            value.split(separator: ",").map { id in field.choices.first { $0.id == id }?.title ?? String(id) }
                .joined(separator: ", ")
        case .flag: session.texts(value == "yes" ? "word.yes" : "word.no")
        case .worker: session.workerName(value)
        case .rule: session.wording.ruleTitle(value)
        case .entry: session.officeEntryTitles(kind: field.of ?? "").first { $0.id == value }?.title ?? value
        default: typed(value, of: field)
        }
    }

    /// The fields that hold something, one after the other.
    static func line(_ values: [String: String], of kind: EntryKind, session: Session) -> String {
        kind.fields.compactMap { field in
            values[field.entry.id].map { "\(field.entry.title): \(shown($0, of: field, session: session))" }
        }.joined(separator: " · ").replacing("\n", with: " ")
    }
}

extension Session {
    /// The office entries of a kind, each under the values of its first fields.
    func officeEntryTitles(kind: String) -> [(id: String, title: String)] {
        if let known = knownTitles[kind] { return known }
        let entries = (try? archive.officeEntries(kind: kind)) ?? []
        let titles = entries.map { entry in
            let fields = regulations.first { $0.id == entry.regulation }?.entryKind(kind)?.fields ?? []
            let words = fields.prefix(2).compactMap { field in
                entry.values[field.entry.id].map { value in
                    field.kind == .choice ? EntryWords.shown(value, of: field, session: self) : EntryWords.typed(value, of: field)
                }
            }
            return (id: entry.id.text, title: ([entry.on.dotted] + words).joined(separator: " · "))
        }
        knownTitles[kind] = titles
        return titles
    }

    /// Records an entry of the office; says what happened.
    func save(_ order: OfficeRecord, over entry: OfficeEntry? = nil) -> SaveOutcome {
        do throws(PerformError) {
            let outcome = try archive.record(order, over: entry?.id, seen: entry?.version, context: context())
            undoableEntry = outcome.sequence
            say(texts("status.saved", texts("done.\(ActionName.recordOfficeEntry.rawValue)")), .done)
            return .saved
        } catch {
            return .rejected(["": words(error)])
        }
    }
}
