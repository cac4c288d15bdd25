/// Something a register may ask a case for: a mark, a programme, an entry.
public enum RegisterEvidence: Hashable, Sendable {
    /// A mark of entry in an outer system, by its subject.
    case mark(String)
    /// A programme of a kind.
    case program(String)
    /// An entry of a kind of the act.
    case entry(String)
}

/// Which rows a register leaves out; every condition given must hold.
public struct RegisterFilter: Hashable, Sendable {
    /// The category by the act on the day is one of these.
    public var categories: Set<String> = []
    /// The stage is one of these.
    public var stages: Set<String> = []
    /// The source of the first referral under the act is one of these.
    public var sources: Set<String> = []
    /// One of these centres coordinates the person (IRK п. 21).
    public var centres: Set<String> = []
    /// There is a programme of one of these kinds.
    public var programs: Set<String> = []
    /// Open cases only, or closed ones only.
    public var isOpen: Bool?
    /// One of these events happened.
    public var happened: [EventPattern] = []
    /// All of these are there.
    public var recorded: [RegisterEvidence] = []
    /// One of these is not there.
    public var missing: [RegisterEvidence] = []
    /// One of these is not there since the last of ``happened``.
    public var missingSince: [RegisterEvidence] = []
    /// The row's own entry holds one of these values in the field, where rows are entries.
    public var with: [String: Set<String>] = [:]

    /// A filter that leaves nothing out.
    public init() {}

    /// Whether the row's own entry has a row.
    func includes(_ entry: RegisterOwnEntry) -> Bool {
        with.allSatisfy { field, allowed in
            entry.values[field]?.split(separator: ",").contains { allowed.contains(String($0)) } ?? false
        }
    }

    /// Whether the case has a row.
    func includes(_ facts: RegisterFacts) -> Bool {
        let file = facts.file
        if let isOpen, file.header.isOpen != isOpen { return false }
        if !stages.isEmpty, !stages.contains(file.header.stage) { return false }
        if !categories.isEmpty, !(facts.category.map { categories.contains($0.entry.id) } ?? false) { return false }
        if !sources.isEmpty, !(facts.referral.map { sources.contains($0.source) } ?? false) { return false }
        if !centres.isEmpty, centres.isDisjoint(with: facts.centres) { return false }
        if !programs.isEmpty, !file.programs.contains(where: { programs.contains($0.programKind) }) { return false }
        let last = happened.isEmpty ? nil : facts.events.last { event in happened.contains { $0.matches(event) } }
        if !happened.isEmpty, last == nil { return false }
        if !recorded.allSatisfy({ $0.isThere(in: facts, since: nil) }) { return false }
        if !missing.isEmpty, missing.allSatisfy({ $0.isThere(in: facts, since: nil) }) { return false }
        if !missingSince.isEmpty, missingSince.allSatisfy({ $0.isThere(in: facts, since: last?.at.date) }) { return false }
        return true
    }
}

extension RegisterEvidence {
    /// Whether the case has it, dated no earlier than the day, where one is given.
    func isThere(in facts: RegisterFacts, since day: CivilDate?) -> Bool {
        let file = facts.file
        let isLate = { (date: CivilDate) in day.map { date >= $0 } ?? true }
        return switch self {
        case .mark(let subject): file.marks.contains { $0.subject == subject && isLate($0.on) }
        case .entry(let kind): facts.entries(kind).contains { isLate($0.on) }
        case .program(let kind): file.programs.contains { $0.programKind == kind && isLate($0.draftedOn) }
        }
    }
}
