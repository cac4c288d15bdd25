/// An entry of the office's own journal, to be made or completed.
public struct OfficeRecord: Sendable {
    /// The kind's id in the pack.
    public var kind: String
    /// The act whose pack declares the kind.
    public var regulation: String
    /// Its own day.
    public var on: CivilDate
    /// The time of day, where known.
    public var at: CivilTime?
    /// What the fields hold, by field id.
    public var values: [String: String]

    /// An entry to record.
    public init(kind: String, regulation: String, on: CivilDate, at: CivilTime? = nil, values: [String: String]) {
        self.kind = kind
        self.regulation = regulation
        self.on = on
        self.at = at
        self.values = values
    }

    /// The entry as it shall stand.
    /// - Parameters:
    ///   - former: the entry to complete or mend; nil makes a new one.
    ///   - latest: the last entry of the kind, written anew where the kind does not repeat.
    /// - Throws: ``Refusal`` for an unknown act or kind, a day ahead and values that do not fit.
    public func decide(
        former: OfficeEntry? = nil, latest: OfficeEntry? = nil, in context: DecisionContext
    ) throws(Refusal) -> OfficeEntry {
        if on > context.now.date {
            throw Refusal("date.future", arguments: [on.dotted, context.now.date.dotted])
        }
        guard let act = context.regulations.first(where: { $0.id == regulation }) else {
            throw Refusal("regulation.missing", arguments: [regulation])
        }
        guard let kind = OwnEntryKind.kind(kind) ?? act.entryKind(kind), kind.scope == .office else {
            let known = act.entryKinds.filter { $0.scope == .office }.map(\.entry.id)
            throw Refusal("entry.kind-unknown", arguments: [self.kind, known.joined(separator: ", ")])
        }
        let checked = try kind.checked(values, today: context.now.date)
        var record =
            former ?? (kind.repeats ? nil : latest)
            ?? OfficeEntry(
                id: context.newID(), regulation: regulation, entryKind: kind.entry.id, on: on, worker: context.worker)
        record.on = on
        record.at = kind.asksTime ? at : nil
        record.values = checked
        record.worker = context.worker
        return record
    }
}

/// The kinds of office entries that every act has: marks on periodic duties and on the items of a plan.
public enum OwnEntryKind {
    /// A periodic duty handed in: which rule, for which period.
    public static let dutyDone = "duty-done"
    /// How an item of a plan stands.
    public static let planItem = "plan-item"

    /// The kind of the id; its fields carry no titles, since no form is made from them.
    static func kind(_ id: String) -> EntryKind? {
        func field(_ name: String, _ kind: EntryFieldKind = .text, required: Bool = true) -> EntryField {
            EntryField(entry: PackEntry(id: name, title: name, basis: nil), kind: kind, isRequired: required)
        }
        let fields: [EntryField]
        switch id {
        case dutyDone: fields = [field("rule", .rule), field("period"), field("note", .note, required: false)]
        case planItem:
            fields = [field("plan"), field("number"), field("status"), field("note", .note, required: false)]
        default: return nil
        }
        return EntryKind(entry: PackEntry(id: id, title: id, basis: nil), scope: .office, fields: fields)
    }
}
