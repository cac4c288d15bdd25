/// How one criterion is met over the cases it is asked of.
public struct QualityCount: Hashable, Sendable {
    /// The criterion.
    public var criterion: QualityCriterion
    /// Of how many cases it was asked.
    public var asked = 0
    /// In how many it is met.
    public var met = 0
    /// Numbers of the first cases in which it is not met.
    public var missing: [Int] = []

    /// The share of cases in which it is met, in per cent, rounded down; nil where it was asked of none.
    public var percent: Int? { asked == 0 ? nil : met * 100 / asked }
}

/// Мониторинг своевременности и качества ведения реестра (IRK п. 37.2): counted over open cases, one after another.
///
///     var report = QualityReport(criteria: pack.quality, regulation: pack.regulation, engine: engine, now: now)
///     for file in files { report.add(file) }
///     report.score(.timeliness)
public struct QualityReport: Sendable {
    /// Every criterion with its counts, in the pack's order.
    public private(set) var counts: [QualityCount]
    /// How many cases were looked at.
    public private(set) var cases = 0

    private let regulation: Regulation
    private let engine: DeadlineEngine
    private let now: CivilDateTime
    /// Cases named under a criterion at most.
    private static let named = 20

    /// A report over no cases yet.
    public init(criteria: [QualityCriterion], regulation: Regulation, engine: DeadlineEngine, now: CivilDateTime) {
        counts = criteria.map { QualityCount(criterion: $0) }
        self.regulation = regulation
        self.engine = engine
        self.now = now
    }

    /// Counts a case in; closed ones and those under other acts are left out.
    public mutating func add(_ file: CaseFile) {
        guard file.header.isOpen, file.header.regulations.contains(regulation.id) else { return }
        cases += 1
        let events = file.events(under: [regulation])
        for index in counts.indices {
            let criterion = counts[index].criterion
            guard isAsked(criterion, of: file, events: events) else { continue }
            counts[index].asked += 1
            if isMet(criterion.check, by: file, events: events) {
                counts[index].met += 1
            } else if counts[index].missing.count < QualityReport.named {
                counts[index].missing.append(file.header.number)
            }
        }
    }

    /// The weighted share of what is met, in per cent, rounded down; nil where nothing was asked.
    public func score(_ aspect: QualityAspect? = nil) -> Int? {
        let counted = counts.filter { aspect == nil || $0.criterion.aspect == aspect }
        let asked = counted.reduce(0) { $0 + $1.asked * $1.criterion.weight }
        let met = counted.reduce(0) { $0 + $1.met * $1.criterion.weight }
        return asked == 0 ? nil : met * 100 / asked
    }

    private func isAsked(_ criterion: QualityCriterion, of file: CaseFile, events: [CaseEvent]) -> Bool {
        if let below = criterion.below, file.citizen.born.fullYears(on: now.date) >= below { return false }
        return criterion.after.isEmpty || events.contains { event in criterion.after.contains { $0.matches(event) } }
    }

    private func isMet(_ check: QualityCheck, by file: CaseFile, events: [CaseEvent]) -> Bool {
        switch check {
        case .fact(let fact): holds(fact, file)
        case .event(let pattern): events.contains { pattern.matches($0) }
        }
    }

    private func holds(_ fact: QualityFact, _ file: CaseFile) -> Bool {
        let citizen = file.citizen
        switch fact {
        case .born: return citizen.born <= now.date && citizen.born.fullYears(on: now.date) <= 120
        case .snils: return citizen.snils != nil
        case .sex: return citizen.sex != nil
        case .address: return !citizen.address.text.isEmpty
        case .phone:
            return !citizen.phones.isEmpty || file.representatives.contains { !($0.phone ?? "").isEmpty }
        case .territory: return !(citizen.territory ?? "").isEmpty
        case .disability: return citizen.disability.status != .none
        case .category: return regulation.category(of: citizen, on: now.date) != nil
        case .curator: return file.header.curator != nil
        case .representative: return !file.representatives.isEmpty
        case .terms:
            return !engine.obligations(of: file).contains { [.late, .overdue].contains($0.state(at: now)) }
        }
    }
}
