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
}

extension RegisterDefinition {
    /// The row of a case; nil when the register leaves the case out.
    /// - Parameter number: the row's number in the register.
    public func row(of file: CaseFile, number: Int, in surroundings: RegisterSurroundings) -> RegisterRow? {
        guard file.header.regulations.contains(regulation) else { return nil }
        let facts = RegisterFacts(file, surroundings)
        guard filter.includes(facts) else { return nil }
        return RegisterRow(
            caseID: file.header.id, number: number, cells: columns.map { $0.value.cell(of: facts, number: number) })
    }
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
        events = file.events.sorted { place($0) < place($1) }
        referral = file.referrals.first { $0.regulation == surroundings.regulation.id }
        category = surroundings.regulation.category(of: file.citizen, on: surroundings.today)
    }

    /// The ids of the centres that coordinate the person.
    var centres: [String] { surroundings.regulation.coordinators(of: file.citizen, on: surroundings.today) }

    /// The groups the person belongs to.
    var groups: [TargetCategory] {
        surroundings.regulation.groups.filter { $0.criterion.isMet(by: file.citizen, on: surroundings.today) }
    }
}

extension RegisterValue {
    /// The cell of a case.
    func cell(of facts: RegisterFacts, number: Int) -> RegisterCell {
        switch self {
        case .fact(.number): return .number(number)
        case .fact(let fact): return fact.cell(of: facts)
        case .event(let pattern, let show, let which):
            return show.cell(of: facts.events.filter(pattern.matches).map(\.at), which)
        case .mark(let subject, let show):
            return show.cell(of: facts.file.marks.filter { $0.subject == subject }.map { CivilDateTime($0.on) }, .last)
        case .program(let kind, let field, let show, let which):
            let programs = facts.file.programs.filter { $0.programKind == kind }
            if let show { return show.cell(of: programs.map { CivilDateTime($0.draftedOn) }, which) }
            return (which == .first ? programs.first : programs.last).map(field.cell) ?? .empty
        case .constant(let text): return .text(text)
        case .first(let values):
            return values.lazy.map { $0.cell(of: facts, number: number) }.first { $0 != .empty } ?? .empty
        case .all(let values, let separator):
            return .joining(values.map { $0.cell(of: facts, number: number) }, by: separator)
        case .words(let value, let words):
            let cell = value.cell(of: facts, number: number)
            return words[cell.code].map { .optional($0) } ?? cell
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
