extension EntryKind {
    /// What an entry of this kind says has happened; every entry is an `entry-recorded` besides.
    func events(of entry: CaseEntry) -> [CaseEvent] {
        let own = CivilDateTime(entry.on, entry.at)
        var result = [
            CaseEvent(.entryRecorded, at: own, recordID: entry.id, attributes: common(entry, ["kind": entry.entryKind]))
        ]
        for event in events {
            let fits = event.onlyWhen.allSatisfy { field, allowed in
                entry.list(field).contains(where: allowed.contains)
            }
            guard fits, let at = moment(of: event, in: entry) else { continue }
            var attributes: [String: String] = [:]
            for (name, source) in event.attributes {
                switch source {
                case .constant(let text): attributes[name] = text
                case .field(let field): attributes[name] = entry.values[field]
                }
            }
            result.append(CaseEvent(event.name, at: at, recordID: entry.id, attributes: common(entry, attributes)))
        }
        return result
    }

    private func moment(of event: EntryEvent, in entry: CaseEntry) -> CivilDateTime? {
        guard let field = event.dateField else { return CivilDateTime(entry.on, entry.at) }
        return entry.values[field].flatMap(CivilDateTime.init(iso:))
    }

    /// Every event of an entry names its act, so that rules of another act do not see it.
    private func common(_ entry: CaseEntry, _ attributes: [String: String]) -> [String: String] {
        attributes.merging(["regulation": entry.regulation]) { own, _ in own }
    }
}

extension CaseEntry {
    /// The values of a field one by one: several for `checks`, one for any other kind.
    public func list(_ field: String) -> [String] {
        values[field]?.split(separator: ",").map(String.init) ?? []
    }
}

extension CaseFile {
    /// The dated facts that rules speak of, those that the acts' entries tell of among them, in no particular order.
    public func events(under regulations: [Regulation]) -> [CaseEvent] {
        events
            + entries.flatMap { entry -> [CaseEvent] in
                guard let kind = regulations.first(where: { $0.id == entry.regulation })?.entryKind(entry.entryKind) else {
                    return []
                }
                return kind.events(of: entry)
            }
    }
}

extension Regulation {
    /// The kind of entry of the id.
    public func entryKind(_ id: String) -> EntryKind? { entryKinds.first { $0.entry.id == id } }
}
