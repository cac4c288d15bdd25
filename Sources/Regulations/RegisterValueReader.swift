import Casework
import Yams

/// What a column is filled with: a fact's name, or a mapping whose first key says of what kind it is.
extension RegisterReader {
    /// The keys of which a mapping has exactly one, with those that may stand beside it.
    static let kinds: [(key: String, beside: [String])] = [
        ("event", ["show", "which"]), ("mark", ["show"]), ("program", ["field", "show", "which"]),
        ("entry", ["field", "show", "which"]), ("constant", []), ("first", []), ("all", ["by"]), ("of", ["words"]),
        ("field", []),
    ]
    /// Kinds of values that ask a case, which rows of the office's own journal have none of.
    static let kindsOfCase = ["event", "mark", "program", "entry"]

    func value(_ value: Located, of rows: RegisterRows) -> RegisterValue? {
        var isOffice = false
        if case .office = rows { isOffice = true }
        if case .scalar(let scalar) = value.node {
            let fact: RegisterFact? = faults.choice(scalar.string, key: "value", at: value.place)
            if isOffice, let fact, fact != .number {
                faults.report(.badValue, at: value.place, "value", fact.rawValue, "number, {field: …}, {constant: …}")
            }
            return fact.map(RegisterValue.fact)
        }
        guard case .mapping(let mapping) = value.node else {
            faults.report(.wrongShape, at: value.place, "mapping")
            return nil
        }
        let keys: [String] = mapping.keys.compactMap { $0.scalar?.string }
        let possible = RegisterReader.kinds.filter { !isOffice || !RegisterReader.kindsOfCase.contains($0.key) }
        guard let kind = possible.first(where: { keys.contains($0.key) }) else {
            let known = possible.map(\.key).joined(separator: ", ")
            faults.report(.badValue, at: value.place, "value", keys.joined(separator: ", "), known)
            return nil
        }
        // An event carries filters beside it, which only its own name can tell right from wrong.
        let known = [kind.key] + kind.beside + (kind.key == "event" ? keys : [])
        guard let fields = faults.fields(value, known: known), let inner = fields[kind.key] else { return nil }
        switch kind.key {
        case "event": return event(value, mapping, fields)
        case "mark":
            return reference(inner, in: regulation.registrySubjects.map(\.id), kind: "registrySubject")
                .map { .mark($0, show: choice("show", in: fields) ?? .date) }
        case "program": return program(inner, fields)
        case "entry": return entry(inner, fields)
        case "field": return ownKind(rows).map { entryField(inner, of: $0) }?.map(RegisterValue.own) ?? noOwnEntry(inner)
        case "constant": return faults.text(inner).map(RegisterValue.constant)
        case "first": return .first(values(inner, of: rows))
        case "all": return .all(values(inner, of: rows), by: faults.optional("by", in: fields) ?? ", ")
        default: return words(inner, fields, of: rows)
        }
    }

    private func event(_ value: Located, _ mapping: Node.Mapping, _ fields: Fields) -> RegisterValue? {
        let own = mapping.filter { !["show", "which"].contains($0.key.scalar?.string ?? "") }
        let written = Located(node: .mapping(Node.Mapping(own, .implicit, .any, mapping.mark)), file: value.file)
        let pattern = pack.pattern(written, of: .stage)
        let show: RegisterShow = choice("show", in: fields) ?? .date
        let which: RegisterWhich = choice("which", in: fields) ?? .last
        return pattern.map { .event($0, show: show, which: which) }
    }

    private func program(_ inner: Located, _ fields: Fields) -> RegisterValue? {
        let field: RegisterProgramField? = choice("field", in: fields)
        let show: RegisterShow? = choice("show", in: fields)
        let which: RegisterWhich = choice("which", in: fields) ?? .last
        if field != nil, let both = fields["show"] {
            faults.report(.badValue, at: both.place, "show", "field", "field | show")
        }
        return reference(inner, in: regulation.programKinds.map(\.entry.id), kind: "programKind")
            .map { .program($0, field: field ?? .drafted, show: show, which: which) }
    }

    private func values(_ list: Located, of rows: RegisterRows) -> [RegisterValue] {
        faults.list(list).compactMap { value($0, of: rows) }
    }

    private func entry(_ inner: Located, _ fields: Fields) -> RegisterValue? {
        guard let id = reference(inner, in: kinds(.caseFile), kind: "entry"), let kind = regulation.entryKind(id) else {
            return nil
        }
        let field = fields["field"].map { entryField($0, of: kind) } ?? .date
        let show: RegisterShow? = choice("show", in: fields)
        let which: RegisterWhich = choice("which", in: fields) ?? .last
        return field.map { .entry(id, field: $0, show: show, which: which) }
    }

    /// `date`, `time`, `worker`, or a field of the kind.
    private func entryField(_ value: Located, of kind: EntryKind) -> RegisterEntryField? {
        guard let text = faults.text(value) else { return nil }
        switch text {
        case "date": return .date
        case "time": return .time
        case "worker": return .worker
        default:
            let known = ["date", "time", "worker"] + kind.fields.map(\.entry.id)
            faults.check(text, isIn: known, kind: "field", at: value.place)
            return known.contains(text) ? .field(text) : nil
        }
    }

    /// A row that is a case has no entry of its own.
    private func noOwnEntry(_ value: Located) -> RegisterValue? {
        faults.report(.badValue, at: value.place, "value", "field", "rows: {entry: …}, {office: …}")
        return nil
    }

    private func words(_ inner: Located, _ fields: Fields, of rows: RegisterRows) -> RegisterValue? {
        guard let list = fields["words"] else {
            faults.report(.missingKey, at: fields.place, "words")
            return nil
        }
        guard case .mapping(let mapping) = list.node else {
            faults.report(.wrongShape, at: list.place, "mapping")
            return nil
        }
        var words: [String: String] = [:]
        for (key, node) in mapping { words[key.scalar?.string ?? ""] = faults.text(Located(node: node, file: list.file)) }
        return value(inner, of: rows).map { .words(of: $0, words) }
    }

    private func choice<Value: RawRepresentable & CaseIterable>(_ key: String, in fields: Fields) -> Value?
    where Value.RawValue == String {
        fields[key].flatMap { value in faults.text(value).flatMap { faults.choice($0, key: key, at: value.place) } }
    }

    /// A reference to something that the pack lists; nil after its fault was reported.
    func reference(_ value: Located, in known: [String], kind: String) -> String? {
        guard let id = faults.text(value) else { return nil }
        faults.check(id, isIn: known, kind: kind, at: value.place)
        return known.contains(id) ? id : nil
    }
}
