/// A record of a kind that the act's pack declares, made or completed.
public struct RecordEntry: CaseAction {
    /// `record-entry`
    public let name = ActionName.recordEntry
    /// The kind's id in the pack.
    public var kind: String
    /// The act; nil finds the one of the case's acts that declares the kind.
    public var regulation: String?
    /// The entry to complete or mend; nil makes a new one.
    public var entry: RecordID?
    /// Its own day.
    public var on: CivilDate
    /// The time of day, where known.
    public var at: CivilTime?
    /// What the fields hold, by field id, as ``EntryFieldKind`` says.
    public var values: [String: String]

    /// An entry to record.
    public init(
        kind: String, regulation: String? = nil, entry: RecordID? = nil, on: CivilDate, at: CivilTime? = nil,
        values: [String: String]
    ) {
        self.kind = kind
        self.regulation = regulation
        self.entry = entry
        self.on = on
        self.at = at
        self.values = values
    }

    /// The entry; one of a kind that does not repeat is written anew.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let (act, kind) = try declaration(file, context)
        if !kind.requires.isEmpty {
            let events = file.events(under: context.regulations)
            guard events.contains(where: { event in event.at.date <= on && kind.requires.contains { $0.matches(event) } }) else {
                let needed = kind.requires.map { "@event.\($0.name.rawValue)" }
                throw Refusal("entry.not-yet", arguments: [kind.entry.title, needed[0]], basis: kind.entry.basis)
            }
        }
        let values = try kind.checked(values, today: context.now.date)
        let former: CaseEntry?
        if let entry {
            former = file.entries.first { $0.id == entry }
            guard let former, former.entryKind == kind.entry.id, former.regulation == act.id else {
                throw Refusal("entry.no-such", arguments: [kind.entry.title])
            }
        } else {
            former = kind.repeats ? nil : file.entries.last { $0.entryKind == kind.entry.id && $0.regulation == act.id }
        }
        var record =
            former
            ?? CaseEntry(
                id: context.newID(), caseID: file.header.id, regulation: act.id, entryKind: kind.entry.id, on: on,
                worker: context.worker)
        record.on = on
        record.at = kind.asksTime ? at : nil
        record.values = values
        record.worker = context.worker
        return file.decision([record], in: context)
    }

    private func declaration(_ file: CaseFile, _ context: DecisionContext) throws(Refusal) -> (Regulation, EntryKind) {
        let wanted = context.acts(of: file.header).filter { regulation == nil || $0.id == regulation }
        for act in wanted {
            if let found = act.entryKind(kind), found.scope == .caseFile { return (act, found) }
        }
        let known = wanted.flatMap { $0.entryKinds.filter { $0.scope == .caseFile }.map(\.entry.id) }
        throw Refusal("entry.kind-unknown", arguments: [kind, known.joined(separator: ", ")])
    }
}
