/// A service of the month with its tariff.
public struct FeeService: Hashable, Sendable {
    /// The service by its standard's key, such as `S1-2`.
    public var key: String
    /// How many times in the month.
    public var count: Int
    /// The price of one time.
    public var tariff: Money

    /// A service of the month.
    public init(key: String, count: Int, tariff: Money) {
        self.key = key
        self.count = count
        self.tariff = tariff
    }

    /// The most times a month that is believed: every five minutes of it.
    public static let mostTimes = 9_000

    /// Reads `S1-2=30@120,50`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let equals = text.firstIndex(of: "="), let key = String(text[..<equals]).nonEmpty else { return nil }
        let rest = text[text.index(after: equals)...]
        let parts = rest.split(omittingEmptySubsequences: false) { $0 == "@" }.map { String($0) }
        guard parts.count == 2, let number = parts[0].nonEmpty, let count = Int(number),
            (0...FeeService.mostTimes).contains(count),
            let tariff = Money(parts[1]), tariff <= Money.largest
        else { return nil }
        self.init(key: key, count: count, tariff: tariff)
    }

    /// `S1-2=30@120.50`: as it is kept in records and typed again.
    public var text: String { "\(key)=\(count)@\(tariff.plain)" }
    /// What the service costs in the month.
    public var price: Money { count * tariff }
}

/// How a person is served: the three ways of BRY п. 29.
public enum FeeMode: String, Sendable, CaseIterable {
    /// Бесплатно.
    case free
    /// За плату: the whole tariff, for it does not exceed the cap.
    case full
    /// За частичную плату: the cap.
    case partial
}

/// A step of a fee's arithmetic, to be shown and kept beside the result.
public struct FeeStep: Hashable, Sendable {
    /// What is computed here.
    public enum Kind: String, Sendable, CaseIterable {
        /// The category makes it free; no arithmetic is needed.
        case category
        /// Income against the limit.
        case comparison
        /// A service's price.
        case service
        /// The sum of the services.
        case sum
        /// The cap.
        case cap
        /// The fee.
        case fee
    }
    /// What is computed; the wording's key under `fee.step.`.
    public var kind: Kind
    /// What the words need beside the arithmetic: a category's id or a service's key.
    public var subject: String?
    /// The arithmetic itself, such as `4 × 120,00 = 480,00`; empty where there is none.
    public var formula: String
    /// Where the step stands.
    public var basis: LegalBasis?
}

/// The month's fee of one person (BRY п. 29–32): free, the whole tariff or the cap, with the arithmetic.
public struct FeeDecision: Hashable, Sendable {
    /// Average income, СДД.
    public var income: Money
    /// The limit of income for free services, ПВ.
    public var limit: Money
    /// The category that makes it free, by the pack's id.
    public var category: String?
    /// The services of the month.
    public var services: [FeeService]
    /// Free, whole or partial.
    public private(set) var mode: FeeMode
    /// Σ tariff × count.
    public private(set) var tariffSum: Money
    /// 50 % × (СДД − ПВ); nil where the service is free and no cap is needed.
    public private(set) var cap: Money?
    /// What is paid for the month.
    public private(set) var fee: Money
    /// The arithmetic, step by step.
    public private(set) var steps: [FeeStep]

    /// Decides. A month without services costs nothing, and is still «за плату»: the conditions are decided, not the month.
    public init(income: Money, limit: Money, category: String? = nil, services: [FeeService] = [], rules: FeeRules) {
        self.income = income
        self.limit = limit
        self.category = category
        self.services = services
        tariffSum = services.reduce(.zero) { $0 + $1.price }
        if category != nil {
            mode = .free
            fee = .zero
            steps = [FeeStep(kind: .category, subject: category, formula: "", basis: rules.freeBasis)]
            return
        }
        if income <= limit {
            mode = .free
            fee = .zero
            steps = [
                FeeStep(kind: .comparison, formula: "\(income.grouped) ≤ \(limit.grouped)", basis: rules.freeBasis)
            ]
            return
        }
        let cap = (income - limit).percent(rules.sharePercent)
        self.cap = cap
        mode = tariffSum <= cap ? .full : .partial
        fee = min(tariffSum, cap)
        steps = [FeeStep(kind: .comparison, formula: "\(income.grouped) > \(limit.grouped)", basis: rules.paidBasis)]
        steps += services.map {
            FeeStep(kind: .service, subject: $0.key, formula: "\($0.count) × \($0.tariff.grouped) = \($0.price.grouped)")
        }
        steps.append(FeeStep(kind: .sum, formula: tariffSum.grouped, basis: rules.capBasis))
        steps.append(
            FeeStep(
                kind: .cap,
                formula: "\(rules.sharePercent) % × (\(income.grouped) − \(limit.grouped)) = \(cap.grouped)",
                basis: rules.capBasis))
        steps.append(
            FeeStep(
                kind: .fee, formula: "min(\(tariffSum.grouped); \(cap.grouped)) = \(fee.grouped)", basis: rules.capBasis))
    }
}
