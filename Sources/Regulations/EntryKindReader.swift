import Casework
import Yams

/// The kinds of records that an act wants kept (`entries`).
extension PackReader {
    static let entryKindKeys =
        entryKeys + ["reading", "scope", "repeats", "requires", "date", "time", "help", "fields", "events"]
    static let entryFieldKeys = entryKeys + ["kind", "required", "choices", "of", "most"]

    /// The kinds of entries, with every reference in them checked.
    func readEntryKinds() -> [EntryKind] {
        let read = items("entries", known: PackReader.entryKindKeys).compactMap { fields, pointsOf -> (EntryKind, Fields)? in
            entryKind(fields, pointsOf: pointsOf).map { ($0, fields) }
        }
        let kinds = read.map(\.0)
        let offices = kinds.filter { $0.scope == .office }.map(\.entry.id)
        for (kind, fields) in read {
            for field in kind.fields {
                if let of = field.of { faults.check(of, isIn: offices, kind: "entry", at: fields.place) }
            }
        }
        return kinds
    }

    private func entryKind(_ fields: Fields, pointsOf: String?) -> EntryKind? {
        let entry = entry(fields, pointsOf: pointsOf)
        let scope: EntryKind.Scope =
            fields["scope"].flatMap { value in
                faults.text(value).flatMap { faults.choice($0, key: "scope", at: value.place) }
            } ?? .caseFile
        let repeats = fields["repeats"] == nil || faults.flag("repeats", in: fields)
        let requires = fields["requires"].map { faults.list($0).compactMap { pattern($0, of: .rule) } } ?? []
        let entryFields = fields["fields"].map { faults.list($0).compactMap { entryField($0, pointsOf: pointsOf) } } ?? []
        var seen: Set<String> = []
        for field in entryFields where !seen.insert(field.entry.id).inserted {
            faults.report(.duplicateID, at: fields["fields"]?.place ?? fields.place, field.entry.id)
        }
        let events = fields["events"].map { faults.list($0).compactMap { entryEvent($0, entryFields) } } ?? []
        let reading = reading(fields)
        guard let entry else { return nil }
        return EntryKind(
            entry: entry, scope: scope, repeats: repeats, requires: requires, dateTitle: faults.optional("date", in: fields),
            asksTime: faults.flag("time", in: fields), help: faults.optional("help", in: fields), fields: entryFields,
            events: events, reading: reading)
    }

    /// A field; its point may be left out, since the kind has one.
    private func entryField(_ value: Located, pointsOf: String?) -> EntryField? {
        guard let fields = faults.fields(value, known: PackReader.entryFieldKeys) else { return nil }
        let entry = plainEntry(fields, pointsOf: pointsOf)
        let kind: EntryFieldKind? = faults.required("kind", in: fields).flatMap {
            faults.choice($0, key: "kind", at: fields["kind"]?.place ?? fields.place)
        }
        let choices =
            fields["choices"].map { list in
                faults.list(list).compactMap { choice -> PackEntry? in
                    guard let choiceFields = faults.fields(choice, known: PackReader.entryKeys) else { return nil }
                    return plainEntry(choiceFields, pointsOf: pointsOf)
                }
            } ?? []
        if kind == .choice || kind == .checks, choices.isEmpty { faults.report(.missingKey, at: fields.place, "choices") }
        if kind == .entry, fields["of"] == nil { faults.report(.missingKey, at: fields.place, "of") }
        guard let entry, let kind else { return nil }
        return EntryField(
            entry: entry, kind: kind, isRequired: faults.flag("required", in: fields), choices: choices,
            of: faults.optional("of", in: fields),
            most: fields["most"].flatMap { faults.integer($0, key: "most", in: 1...1_000_000) })
    }

    /// Code and title, and the point where there is one.
    private func plainEntry(_ fields: Fields, pointsOf: String?) -> PackEntry? {
        let id = faults.required("id", in: fields)
        let title = faults.required("title", in: fields)
        let point = faults.optional("point", in: fields)
        guard let id, let title else { return nil }
        return PackEntry(id: id, title: title, basis: point.map { LegalBasis(act: pointsOf ?? shortName, point: $0) })
    }

    private func entryEvent(_ value: Located, _ known: [EntryField]) -> EntryEvent? {
        guard let fields = faults.fields(value, known: ["event", "at", "with", "when"]),
            let name = faults.required("event", in: fields)
        else { return nil }
        var dateField: String?
        if let at = fields["at"], let text = faults.text(at), text != "date" {
            let dates = known.filter { $0.kind == .date }.map(\.entry.id)
            faults.check(text, isIn: dates, kind: "field", at: at.place)
            dateField = text
        }
        var attributes: [String: EntryAttribute] = [:]
        if let with = fields["with"], case .mapping(let mapping) = with.node {
            for (key, node) in mapping {
                guard let key = key.scalar?.string, let text = node.scalar?.string else { continue }
                guard text.hasPrefix("$") else {
                    attributes[key] = .constant(text)
                    continue
                }
                let field = String(text.dropFirst())
                faults.check(field, isIn: known.map(\.entry.id), kind: "field", at: Located(node: node, file: with.file).place)
                attributes[key] = .field(field)
            }
        }
        return EntryEvent(
            EventName(rawValue: name), dateField: dateField, attributes: attributes, onlyWhen: conditions(fields, known))
    }

    /// Which values of which fields an event needs.
    private func conditions(_ fields: Fields, _ known: [EntryField]) -> [String: Set<String>] {
        guard let when = fields["when"], case .mapping(let mapping) = when.node else { return [:] }
        var result: [String: Set<String>] = [:]
        for (key, node) in mapping {
            let place = Located(node: node, file: when.file)
            guard let id = key.scalar?.string else { continue }
            guard let field = known.first(where: { $0.entry.id == id }) else {
                faults.check(id, isIn: known.map(\.entry.id), kind: "field", at: place.place)
                continue
            }
            let allowed = field.kind == .flag ? ["yes", "no"] : field.choices.map(\.id)
            let values = faults.texts(place)
            for (text, at) in values { faults.check(text, isIn: allowed, kind: "choice", at: at) }
            result[id] = Set(values.map(\.text))
        }
        return result
    }
}
