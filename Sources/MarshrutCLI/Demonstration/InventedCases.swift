import Casework
import MarshrutResources

/// Case files of invented people, each brought by the domain's own actions to some stage on its way.
///
/// A rule that refuses a step ends the case's way there, so no file ever holds what a worker could not have entered.
struct InventedCases: Sequence {
    var seed: UInt64
    var count: Int
    var context: DecisionContext
    /// Logins of the curators.
    var workers: [String]
    var texts: Texts

    func makeIterator() -> AnyIterator<CaseFile> {
        let people = InventedPeople(seed: seed, today: context.now.date)
        var index = 0
        return AnyIterator {
            while index < count {
                defer { index += 1 }
                var way = InventedWay(seed: seed &+ UInt64(index) &* 7919, context: context, workers: workers, texts: texts)
                if let file = way.file(people.citizen(index), people.representative(index), number: index + 1) { return file }
            }
            return nil
        }
    }
}

/// The way of one invented case from its referral until today.
struct InventedWay {
    private var numbers: SeededNumbers
    private var context: DecisionContext
    private let today: CivilDate
    private let workers: [String]
    private let texts: Texts
    private var file: CaseFile?

    init(seed: UInt64, context: DecisionContext, workers: [String], texts: Texts) {
        numbers = SeededNumbers(seed: seed)
        self.context = context
        self.workers = workers
        self.texts = texts
        today = context.now.date
    }

    /// The case as it stands today; nil when the person's facts do not make one.
    mutating func file(
        _ citizen: Citizen, _ representative: (name: String, relation: RepresentativeRelation, phone: String?)?, number: Int
    ) -> CaseFile? {
        let acts = acts(for: citizen)
        guard !acts.isEmpty else { return nil }
        let act = acts[numbers.number(in: 0..<acts.count)]
        // Most extracts come from the ИПРА, the first source; recent ones are the more frequent.
        let source = numbers.chance(60) ? act.sources[0] : numbers.pick(act.sources)
        let age = numbers.chance(40) ? numbers.number(in: 0..<12) : numbers.number(in: 0..<240)
        var day = max(max(workingDay(today.adding(days: -age)), citizen.born), citizen.disability.since ?? citizen.born)
        day = min(day, today)
        set(day)
        let order = OpenCase(
            citizen: citizen, representative: representative.map { ($0.name, $0.phone) }, regulation: act.id, source: source.id,
            receivedOn: day)
        guard let opened = try? order.decide(number: number, in: context) else { return nil }
        file = opened
        walk(act)
        join(acts.filter { $0.id != act.id })
        return file
    }

    /// The acts that cover the person; where none does, all: people are referred who turn out not to belong.
    private func acts(for citizen: Citizen) -> [Regulation] {
        let acts = context.regulations.filter { !$0.sources.isEmpty }
        let fitting = acts.filter { $0.category(of: citizen, on: today) != nil }
        return fitting.isEmpty ? acts : fitting
    }

    /// Some come under a second act as well.
    private mutating func join(_ others: [Regulation]) {
        guard !others.isEmpty, numbers.chance(15), pass(1...15) else { return }
        let other = numbers.pick(others)
        let source = numbers.pick(other.sources).id
        _ = take(AddReferral(regulation: other.id, source: source, receivedOn: context.now.date))
    }

    private mutating func walk(_ act: Regulation) {
        guard pass(0...2), numbers.chance(94) else { return }
        context.worker = numbers.pick(workers)
        guard take(AssignCurator(curator: context.worker)), numbers.chance(93) else { return }
        guard seekContact(), numbers.chance(92) else { return }
        mark("notification", 88)
        guard file?.accompanimentConsent?.isGiven == true else {
            if file?.isRefused == true, numbers.chance(45), pass(1...20) { close(act, "refusal") }
            return
        }
        guard meet(), numbers.chance(90) else { return }
        guard survey(act), numbers.chance(75), pass(2...12) else { return }
        drawUp(act)
    }

    /// Calls, then visits, then a letter, until the person answers or the way ends.
    private mutating func seekContact() -> Bool {
        for method in ContactMethod.allCases {
            for _ in 0..<(method == .phone ? context.office.failedCalls + 1 : 1) {
                guard pass(method == .phone ? 0...2 : 1...4) else { return false }
                let outcome = outcome(of: method)
                guard take(LogContactAttempt(method: method, outcome: outcome, at: moment())) else { break }
                if outcome == .agreed || outcome == .refused || outcome == .sent { return true }
                if outcome == .cannotCome { break }
                if numbers.chance(9) { return false }
            }
        }
        return false
    }

    private mutating func outcome(of method: ContactMethod) -> ContactOutcome {
        let percent = numbers.number(in: 0..<100)
        switch method {
        case .phone:
            return percent < 38
                ? .agreed
                : percent < 76
                    ? .noAnswer
                    : percent < 83
                        ? .reached
                        : percent < 90 ? .refused : percent < 95 ? .cannotCome : .wrongNumber
        case .visit: return percent < 60 ? .agreed : percent < 85 ? .noAnswer : percent < 95 ? .refused : .reached
        case .post: return .sent
        }
    }

    private mutating func meet() -> Bool {
        let ahead = workingDay(context.now.date.adding(days: numbers.number(in: 1..<8)))
        let time = CivilTime(hour: numbers.number(in: 9..<17), minute: numbers.pick([0, 30]))
        guard take(AgreeMeeting(at: CivilDateTime(ahead, time))), ahead <= today else { return false }
        set(ahead)
        let isHeld = numbers.chance(88)
        if !isHeld, !numbers.chance(80) { return false }
        return take(SettleMeeting(status: isHeld ? .held : .missed)) && isHeld
    }

    private mutating func survey(_ act: Regulation) -> Bool {
        let areas = act.needAreas.filter { !$0.isSocialService || numbers.chance(20) }
        guard !areas.isEmpty else { return false }
        var needs: [Need] = []
        for _ in 0...numbers.number(in: 0..<3) {
            let area = numbers.pick(areas).entry
            let key = "demo.need.\(area.id).\(numbers.number(in: 1..<4))"
            needs.append(Need(area: area.id, text: texts.has(key) ? texts(key) : area.title))
        }
        guard take(RecordSurvey(on: context.now.date, needs: needs)) else { return false }
        mark("survey", 85)
        return true
    }

    private mutating func drawUp(_ act: Regulation) {
        guard let kind = act.programKinds.first?.entry.id, let needs = file?.surveys.last?.needs else { return }
        let day = context.now.date
        let isComplete = numbers.chance(80)
        let measures = needs.map { need in
            isComplete
                ? Measure(
                    area: need.area, title: need.text, volume: texts("demo.volume.\(numbers.number(in: 1..<4))"),
                    periodicity: texts("demo.periodicity.\(numbers.number(in: 1..<4))"), duration: texts("demo.duration"))
                : Measure(area: need.area, title: need.text)
        }
        let draft = DraftProgram(
            kind: kind, on: day, from: day, until: day.adding(months: 12).adding(days: -1), measures: measures)
        guard take(draft), isComplete, numbers.chance(70), pass(1...7), take(AgreeProgram(kind: kind, on: context.now.date))
        else { return }
        mark("program", 70)
        if numbers.chance(10), pass(20...90) { close(act, "goals-reached") }
    }

    private mutating func mark(_ subject: String, _ percent: Int) {
        if numbers.chance(percent) { _ = take(MarkRegistry(subject: subject, on: context.now.date)) }
    }

    private mutating func close(_ act: Regulation, _ ground: String) {
        let known = act.closingGrounds.first { $0.id == ground } ?? act.closingGrounds.first
        if let known { _ = take(CloseCase(ground: known.id, on: context.now.date)) }
    }

    // MARK: Time and steps

    /// Lets some days pass and stops at a working day; false when that lies ahead of today.
    private mutating func pass(_ days: ClosedRange<Int>) -> Bool {
        let day = workingDay(context.now.date.adding(days: numbers.number(in: days.lowerBound..<(days.upperBound + 1))))
        guard day <= today else { return false }
        set(day)
        return true
    }

    private func workingDay(_ day: CivilDate) -> CivilDate {
        var day = day
        while !context.calendar.day(day).kind.isWorking { day = day.adding(days: 1) }
        return day
    }

    private mutating func set(_ day: CivilDate) { context.now = CivilDateTime(day) }

    private mutating func moment() -> CivilDateTime {
        CivilDateTime(context.now.date, CivilTime(hour: numbers.number(in: 9..<18), minute: numbers.number(in: 0..<60)))
    }

    /// Does a step; false when a rule refuses it.
    private mutating func take(_ action: any CaseAction) -> Bool {
        guard var file, let decision = try? action.decide(file, in: context) else { return false }
        for change in decision.changes { file.apply(change) }
        self.file = file
        return true
    }
}
