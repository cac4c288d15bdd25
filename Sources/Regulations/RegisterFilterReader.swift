import Casework

/// Which rows a register leaves out.
extension RegisterReader {
    static let filterKeys = [
        "category", "stage", "source", "centre", "program", "open", "happened", "recorded", "missing", "missingSince",
        "with",
    ]

    func filter(_ value: Located, of rows: RegisterRows) -> RegisterFilter {
        var filter = RegisterFilter()
        guard let fields = faults.fields(value, known: RegisterReader.filterKeys) else { return filter }
        filter.categories = ids("category", in: fields, regulation.categories.map(\.entry.id))
        filter.stages = ids("stage", in: fields, regulation.stages.map(\.entry.id))
        filter.sources = ids("source", in: fields, regulation.sources.map(\.id))
        filter.centres = ids("centre", in: fields, pack.centres.map(\.entry.id))
        filter.programs = ids("program", in: fields, regulation.programKinds.map(\.entry.id), kind: "programKind")
        filter.isOpen = fields["open"] == nil ? nil : faults.flag("open", in: fields)
        filter.happened = fields["happened"].map { faults.list($0).compactMap { pack.pattern($0, of: .stage) } } ?? []
        filter.recorded = evidence("recorded", in: fields)
        filter.missing = evidence("missing", in: fields)
        filter.missingSince = evidence("missingSince", in: fields)
        if fields["missingSince"] != nil, fields["happened"] == nil {
            faults.report(.missingKey, at: fields.place, "happened")
        }
        filter.with = fields["with"].map { with($0, ownKind(rows)) } ?? [:]
        return filter
    }

    /// `{field: [values]}` over the row's own entry.
    private func with(_ value: Located, _ kind: EntryKind?) -> [String: Set<String>] {
        let fields = kind?.fields ?? []
        guard let read = faults.fields(value, known: fields.map(\.entry.id)) else { return [:] }
        var result: [String: Set<String>] = [:]
        for field in fields {
            guard let list = read[field.entry.id] else { continue }
            let texts = faults.texts(list)
            let known = field.kind == .flag ? ["yes", "no"] : field.choices.map(\.id)
            for (text, place) in texts where !known.isEmpty { faults.check(text, isIn: known, kind: "choice", at: place) }
            result[field.entry.id] = Set(texts.map(\.text))
        }
        return result
    }

    private func ids(_ key: String, in fields: Fields, _ known: [String], kind: String? = nil) -> Set<String> {
        guard let value = fields[key] else { return [] }
        let texts = faults.texts(value)
        for (text, place) in texts { faults.check(text, isIn: known, kind: kind ?? key, at: place) }
        return Set(texts.map(\.text))
    }

    /// `mark:notification`, `program:ipss`, `entry:request`: one or a list.
    private func evidence(_ key: String, in fields: Fields) -> [RegisterEvidence] {
        guard let value = fields[key] else { return [] }
        return faults.texts(value).compactMap { text, place in
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                faults.report(.badValue, at: place, key, text, "entry:…, mark:…, program:…")
                return nil
            }
            switch parts[0] {
            case "mark":
                faults.check(parts[1], isIn: regulation.registrySubjects.map(\.id), kind: "registrySubject", at: place)
                return .mark(parts[1])
            case "program":
                faults.check(parts[1], isIn: regulation.programKinds.map(\.entry.id), kind: "programKind", at: place)
                return .program(parts[1])
            case "entry":
                faults.check(parts[1], isIn: kinds(.caseFile), kind: "entry", at: place)
                return .entry(parts[1])
            default:
                faults.report(.badValue, at: place, key, text, "entry:…, mark:…, program:…")
                return nil
            }
        }
    }
}
