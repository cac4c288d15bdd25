extension EntryKind {
    /// The values as they shall be kept: trimmed, each in its field's form, empty ones left out.
    /// - Throws: ``Refusal`` for a field that is unknown, missing or of the wrong form, and for a day of something that has
    ///   happened which lies ahead.
    public func checked(
        _ values: [String: String], today: CivilDate
    ) throws(Refusal) -> [String: String] {
        for id in values.keys.sorted() where field(id) == nil {
            throw Refusal(
                "entry.field-unknown", arguments: [id, fields.map(\.entry.id).joined(separator: ", ")], basis: entry.basis)
        }
        let pastFields = Set(events.compactMap(\.dateField))
        var result: [String: String] = [:]
        for field in fields {
            guard let text = values[field.entry.id]?.nonEmpty else {
                if field.isRequired {
                    throw Refusal(
                        "entry.field-missing", arguments: [field.entry.title], basis: field.entry.basis ?? entry.basis)
                }
                continue
            }
            guard let value = field.normal(text) else {
                let allowed =
                    field.choices.isEmpty
                    ? "@entry-field.\(field.kind.rawValue)" : field.choices.map(\.id).joined(separator: ", ")
                throw Refusal("entry.bad-value", arguments: [field.entry.title, text, allowed], basis: entry.basis)
            }
            if let most = field.most, let number = Int(value), number > most {
                throw Refusal(
                    "entry.too-many", arguments: [field.entry.title, String(most)], basis: field.entry.basis ?? entry.basis)
            }
            if pastFields.contains(field.entry.id), let day = CivilDate(iso: value), day > today {
                throw Refusal("date.future", arguments: [day.dotted, today.dotted])
            }
            result[field.entry.id] = value
        }
        return result
    }
}

extension EntryField {
    /// The text in the field's form; nil where it cannot be read as such.
    public func normal(_ text: String) -> String? {
        switch kind {
        case .text, .note, .worker, .organisation, .rule: return text
        case .date: return CivilDate(iso: text)?.iso
        case .time: return CivilTime(text)?.text
        case .number: return Int(text).flatMap { $0 >= 0 ? String($0) : nil }
        case .money: return Money(text)?.plain
        case .choice: return choices.first { $0.id == text }?.id
        case .checks:
            let wanted = Set(text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init))
            let known = choices.map(\.id)
            return wanted.isSubset(of: known) ? known.filter(wanted.contains).joined(separator: ",") : nil
        case .flag: return ["yes", "no"].contains(text) ? text : nil
        case .entry: return RecordID(text)?.text
        }
    }
}
