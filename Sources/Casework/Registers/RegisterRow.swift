/// What a register's rows are made with, beside the cases.
public struct RegisterSurroundings: Sendable {
    /// The act.
    public var regulation: Regulation
    /// Coordinating centres of the pack.
    public var centres: [PackEntry]
    /// Workers' names by login.
    public var workers: [String: String]
    /// The day the register is made.
    public var today: CivilDate
    /// What entries of the office are called where another entry names them, by their identifier.
    public var entryNames: [String: String] = [:]

    /// Surroundings.
    public init(regulation: Regulation, centres: [PackEntry] = [], workers: [String: String] = [:], today: CivilDate) {
        self.regulation = regulation
        self.centres = centres
        self.workers = workers
        self.today = today
    }
}

/// A row of a register: a cell for every column.
public struct RegisterRow: Hashable, Sendable {
    /// The case it speaks of.
    public var caseID: RecordID?
    /// The row's number in the register.
    public var number: Int
    /// The cells in the order of the columns.
    public var cells: [RegisterCell]

    /// A row.
    public init(caseID: RecordID?, number: Int, cells: [RegisterCell]) {
        self.caseID = caseID
        self.number = number
        self.cells = cells
    }
}

extension RegisterDefinition {
    /// The row of a case, or of one of its entries; nil when the register leaves it out.
    /// - Parameters:
    ///   - entry: the entry, where rows are entries.
    ///   - number: the row's number in the register.
    public func row(
        of file: CaseFile, entry: RecordID? = nil, number: Int, in surroundings: RegisterSurroundings
    ) -> RegisterRow? {
        guard file.header.regulations.contains(regulation) else { return nil }
        let facts = RegisterFacts(file, surroundings)
        guard filter.includes(facts) else { return nil }
        var subject = RegisterSubject(surroundings: surroundings, number: number, facts: facts)
        if case .entries = rows {
            guard let found = file.entries.first(where: { $0.id == entry }) else { return nil }
            subject.own = RegisterOwnEntry(found, surroundings)
        }
        return row(of: subject, caseID: file.header.id)
    }

    /// The row of an entry of the office's own journal; nil when the register leaves it out.
    public func row(of entry: OfficeEntry, number: Int, in surroundings: RegisterSurroundings) -> RegisterRow? {
        let own = RegisterOwnEntry(entry, surroundings)
        return row(of: RegisterSubject(surroundings: surroundings, number: number, own: own), caseID: nil)
    }

    private func row(of subject: RegisterSubject, caseID: RecordID?) -> RegisterRow? {
        if let own = subject.own, !filter.includes(own) { return nil }
        return RegisterRow(caseID: caseID, number: subject.number, cells: columns.map { $0.value.cell(of: subject) })
    }
}

/// What a row speaks of: a case, an entry, or both.
struct RegisterSubject {
    let surroundings: RegisterSurroundings
    let number: Int
    var facts: RegisterFacts?
    var own: RegisterOwnEntry?
}

/// A case with what several columns ask of it, found once for a row.
struct RegisterFacts {
    let file: CaseFile
    let surroundings: RegisterSurroundings
    /// Events in the order of their days.
    let events: [CaseEvent]
    /// The first referral under the act.
    let referral: Referral?
    /// The category by the act on the day.
    let category: TargetCategory?

    init(_ file: CaseFile, _ surroundings: RegisterSurroundings) {
        self.file = file
        self.surroundings = surroundings
        // Within a day what has no time stands last, as in the case file itself.
        let place = { (event: CaseEvent) in (event.at.date, event.at.time?.minuteOfDay ?? .max, event.recordID) }
        events = file.events(under: [surroundings.regulation]).sorted { place($0) < place($1) }
        referral = file.referrals.first { $0.regulation == surroundings.regulation.id }
        category = surroundings.regulation.category(of: file.citizen, on: surroundings.today)
    }

    /// The ids of the centres that coordinate the person.
    var centres: [String] { surroundings.regulation.coordinators(of: file.citizen, on: surroundings.today) }

    /// The entries of a kind of the act, by day and time.
    func entries(_ kind: String) -> [CaseEntry] {
        file.entries.filter { $0.entryKind == kind && $0.regulation == surroundings.regulation.id }
    }

    /// The groups the person belongs to.
    var groups: [TargetCategory] {
        surroundings.regulation.groups.filter { $0.criterion.isMet(by: file.citizen, on: surroundings.today) }
    }
}

extension RegisterValue {
    /// The cell of a row.
    func cell(of subject: RegisterSubject) -> RegisterCell {
        switch self {
        case .fact(.number): return .number(subject.number)
        case .fact(let fact): return subject.facts.map(fact.cell) ?? .empty
        case .own(let field): return subject.own.map { field.cell(of: $0, subject.surroundings) } ?? .empty
        case .constant(let text): return .text(text)
        case .first(let values): return values.lazy.map { $0.cell(of: subject) }.first { $0 != .empty } ?? .empty
        case .all(let values, let separator): return .joining(values.map { $0.cell(of: subject) }, by: separator)
        case .words(let value, let words):
            let cell = value.cell(of: subject)
            return words[cell.code].map { .optional($0) } ?? cell
        case .event, .mark, .program, .entry: return subject.facts.map(cell) ?? .empty
        }
    }

    /// The cell of something that happened in a case.
    private func cell(of facts: RegisterFacts) -> RegisterCell {
        switch self {
        case .event(let pattern, let show, let which):
            return show.cell(of: facts.events.filter(pattern.matches).map(\.at), which)
        case .mark(let subject, let show):
            return show.cell(of: facts.file.marks.filter { $0.subject == subject }.map { CivilDateTime($0.on) }, .last)
        case .program(let kind, let field, let show, let which):
            let programs = facts.file.programs.filter { $0.programKind == kind }
            if let show { return show.cell(of: programs.map { CivilDateTime($0.draftedOn) }, which) }
            return (which == .first ? programs.first : programs.last).map(field.cell) ?? .empty
        case .entry(let kind, let field, let show, let which):
            let entries = facts.entries(kind)
            if let show { return show.cell(of: entries.map { CivilDateTime($0.on, $0.at) }, which) }
            let entry = which == .first ? entries.first : entries.last
            return entry.map { field.cell(of: RegisterOwnEntry($0, facts.surroundings), facts.surroundings) } ?? .empty
        default: return .empty
        }
    }
}

extension RegisterShow {
    /// What is shown of the moments, which stand in their order.
    func cell(of moments: [CivilDateTime], _ which: RegisterWhich) -> RegisterCell {
        let moment = which == .first ? moments.first : moments.last
        return switch self {
        case .date: .optional(moment?.date)
        case .time: moment?.time.map(RegisterCell.time) ?? .empty
        case .yesNo: .flag(moment != nil)
        case .count: .number(moments.count)
        }
    }
}

extension RegisterProgramField {
    /// What is shown of a programme.
    func cell(of program: SupportProgram) -> RegisterCell {
        switch self {
        case .drafted: .date(program.draftedOn)
        case .agreed: .optional(program.agreedOn)
        case .from: .optional(program.from)
        case .until: .optional(program.until)
        case .status: .word("program-status.\(program.status.rawValue)")
        }
    }
}
