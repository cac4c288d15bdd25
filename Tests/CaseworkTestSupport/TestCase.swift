import Casework

/// A case on a desk with its own fixed clock: opened by an extract, changed by actions as the program would.
///
///     var desk = try TestCase(receivedOn: "2025-03-05")
///     try desk.on("2025-03-06", LogContactAttempt(method: .phone, outcome: .noAnswer, at: "2025-03-06"))
public struct TestCase: Sendable {
    /// The case as it stands.
    public var file: CaseFile
    /// The acts at hand.
    public var regulations: [Regulation]
    /// The office.
    public var office: OfficeSettings
    /// The desk's clock.
    public var now: CivilDateTime
    /// What the last action remarked.
    public private(set) var findings: [Finding] = []
    private let ids: IncrementingIDs

    /// A case opened on the day the referral came.
    public init(
        citizen: Citizen = .test(), source: String = "ipra", receivedOn: CivilDate = "2025-03-05",
        regulations: [Regulation] = [.test], office: OfficeSettings = .test
    ) throws(Refusal) {
        self.regulations = regulations
        self.office = office
        now = CivilDateTime(receivedOn, "09:00")
        let ids = IncrementingIDs()
        self.ids = ids
        let context = DecisionContext.test(regulations: regulations, office: office, now: now, ids: ids)
        let regulation = regulations.first?.id ?? ""
        file = try OpenCase(citizen: citizen, regulation: regulation, source: source, receivedOn: receivedOn)
            .decide(number: 1, in: context)
    }

    /// What a decision at the desk may ask about.
    public var context: DecisionContext { .test(regulations: regulations, office: office, now: now, ids: ids) }

    /// Performs an action at the desk's present time.
    public mutating func perform(_ action: any CaseAction) throws(Refusal) {
        let decision = try action.decide(file, in: context)
        for change in decision.changes { file.apply(change) }
        findings = decision.findings
    }

    /// Performs an action on a later day, at the end of the day's work.
    public mutating func on(_ date: CivilDate, _ action: any CaseAction) throws(Refusal) {
        now = CivilDateTime(date, "18:00")
        try perform(action)
    }

    /// Calls on each of the days; nobody answers.
    public mutating func callInVain(on days: CivilDate...) throws(Refusal) {
        for day in days { try on(day, LogContactAttempt(method: .phone, outcome: .noAnswer, at: CivilDateTime(day))) }
    }

    /// Calls on the day; the person agrees to accompaniment.
    public mutating func agree(on day: CivilDate) throws(Refusal) {
        try on(day, LogContactAttempt(method: .phone, outcome: .agreed, at: CivilDateTime(day)))
    }

    /// The obligations of the rule, given without the pack's id, by due date.
    public func obligations(_ rule: String) -> [Obligation] {
        context.engine.obligations(of: file).filter { $0.rule == "irkutsk-414r.\(rule)" }
    }

    /// How the rule's obligations stand on the day.
    public func states(_ rule: String, on day: CivilDate) -> [ObligationState] { obligations(rule).map { $0.state(on: day) } }
}

extension OfficeSettings {
    /// An office under the test act, with no terms of its own.
    public static let test = OfficeSettings(organisation: "Комплексный центр", regulations: ["irkutsk-414r"])
}

extension DecisionContext {
    /// A context with the test calendar, a fixed clock and incrementing identifiers.
    public static func test(
        regulations: [Regulation] = [.test], office: OfficeSettings = .test, now: CivilDateTime = "2025-03-05T09:00",
        ids: IncrementingIDs = IncrementingIDs()
    ) -> DecisionContext {
        DecisionContext(
            regulations: regulations, calendar: .test, office: office, now: now, worker: "ivanova", newID: { ids.next() })
    }
}
