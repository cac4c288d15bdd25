/// The decision on what a person pays a month (BRY п. 29–32), kept in the case with its arithmetic.
///
/// Each decision is a record of its own: the yearly recalculation and every change of income or tariffs make a new one.
public struct DecideFee: CaseAction {
    /// `decide-fee`
    public let name = ActionName.decideFee
    /// The day of the decision.
    public var on: CivilDate
    /// Average income, СДД; may be absent only where the category decides.
    public var income: Money?
    /// The limit of income, ПВ; may be absent only where the category decides.
    public var limit: Money?
    /// The category that makes it free, by the pack's id.
    public var category: String?
    /// The services of the month.
    public var services: [FeeService]

    /// A fee to decide.
    public init(on: CivilDate, income: Money?, limit: Money?, category: String? = nil, services: [FeeService] = []) {
        self.on = on
        self.income = income
        self.limit = limit
        self.category = category
        self.services = services
    }

    /// The decision as an entry of the kind that the act's pack declares.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let acts = file.header.regulations.compactMap { id in context.regulations.first { $0.id == id } }
        guard let act = acts.first(where: { $0.fees != nil }), let rules = act.fees,
            let kind = act.entryKind(FeeRules.entryKind)
        else { throw Refusal("fee.no-rules") }
        let fee = try decision(rules)
        let values = try kind.checked(values(fee), today: context.now.date)
        let entry = CaseEntry(
            id: context.newID(), caseID: file.header.id, regulation: act.id, entryKind: FeeRules.entryKind, on: on,
            values: values, worker: context.worker)
        let basis = fee.steps.last?.basis
        let finding =
            switch fee.mode {
            case .free: Finding(.note, "fee.free", basis: basis)
            case .full: Finding(.note, "fee.full", arguments: [fee.fee.grouped], basis: basis)
            case .partial: Finding(.note, "fee.partial", arguments: [fee.fee.grouped], basis: basis)
            }
        return file.decision([entry], findings: [finding], in: context)
    }

    /// The decision alone, before anything is kept: for trials and for the arithmetic shown while typing.
    public func decision(_ rules: FeeRules) throws(Refusal) -> FeeDecision {
        if let category, !rules.freeCategories.contains(where: { $0.id == category }) {
            throw Refusal(
                "fee.category-unknown", arguments: [category, rules.freeCategories.map(\.id).joined(separator: ", ")],
                basis: rules.freeBasis)
        }
        if category == nil, income == nil || limit == nil { throw Refusal("fee.no-income", basis: rules.freeBasis) }
        if max(income ?? .zero, limit ?? .zero) > .largest { throw Refusal("fee.too-large", arguments: [Money.largest.grouped]) }
        return FeeDecision(
            income: income ?? .zero, limit: limit ?? .zero, category: category, services: services, rules: rules)
    }

    private func values(_ fee: FeeDecision) -> [String: String] {
        var values = ["mode": fee.mode.rawValue, "fee": fee.fee.plain, "tariffs": fee.tariffSum.plain]
        values["income"] = income?.plain
        values["limit"] = limit?.plain
        values["category"] = category
        values["cap"] = fee.cap?.plain
        values["services"] = services.map(\.text).joined(separator: "\n")
        let lines = fee.steps.filter { !$0.formula.isEmpty }.map { step in
            [step.subject, step.formula].compactMap { $0 }.joined(separator: ": ")
        }
        values["arithmetic"] = lines.joined(separator: "\n")
        return values
    }
}
