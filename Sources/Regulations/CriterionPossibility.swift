import Casework

extension Criterion {
    /// Whether some person can meet the condition.
    ///
    /// The condition is spread into alternatives, each a plain list of demands; it can be met when the demands of one
    /// alternative do not contradict each other.
    var canBeMet: Bool { alternatives(negated: false).contains(where: \.isConsistent) }

    private func alternatives(negated: Bool) -> [Demands] {
        switch self {
        case .all(let parts):
            return negated ? Criterion.any(of: parts, negated: true) : Criterion.every(of: parts, negated: false)
        case .any(let parts):
            return negated ? Criterion.every(of: parts, negated: true) : Criterion.any(of: parts, negated: false)
        case .none(let parts):
            return negated ? Criterion.any(of: parts, negated: false) : Criterion.every(of: parts, negated: true)
        case .age(let from, let below):
            let low = from ?? 0
            let high = below ?? Demands.oldest
            if !negated { return [Demands(ages: low..<max(low, high))] }
            return [Demands(ages: 0..<max(0, low)), Demands(ages: min(high, Demands.oldest)..<Demands.oldest)]
        case .status(let set):
            return [Demands(statuses: negated ? Set(DisabilityStatus.allCases).subtracting(set) : set)]
        case .restriction(let restriction, let degree):
            return [Demands(degrees: [restriction: negated ? 0...(degree - 1) : degree...3])]
        case .anyRestriction(let degree):
            if !negated { return LifeRestriction.allCases.map { Demands(degrees: [$0: degree...3]) } }
            return [Demands(degrees: Dictionary(uniqueKeysWithValues: LifeRestriction.allCases.map { ($0, 0...(degree - 1)) }))]
        case .flag(let flag): return [Demands(facts: [flag.rawValue: !negated])]
        case .firstTime: return [Demands(facts: ["firstTime": !negated])]
        case .sex(let sex):
            if !negated {
                return [Demands(facts: Dictionary(uniqueKeysWithValues: Sex.allCases.map { ($0.rawValue, $0 == sex) }))]
            }
            return [Demands(facts: [sex.rawValue: false])]
        case .territory(let names):
            let key = "territory: " + names.sorted().joined(separator: ", ")
            return [Demands(facts: [key: !negated])]
        case .reading(let choice, let option): return [Demands(facts: ["\(choice): \(option)": !negated])]
        }
    }

    private static func any(of parts: [Criterion], negated: Bool) -> [Demands] {
        parts.flatMap { $0.alternatives(negated: negated) }
    }

    /// Every way to take one alternative of each part; contradictions are dropped on the way to keep the list short.
    private static func every(of parts: [Criterion], negated: Bool) -> [Demands] {
        parts.reduce([Demands()]) { soFar, part in
            soFar.flatMap { demands in part.alternatives(negated: negated).map(demands.joined) }.filter(\.isConsistent)
        }
    }
}

/// Demands on one person that must all hold.
private struct Demands {
    static let oldest = 151
    var ages = 0..<Demands.oldest
    var statuses = Set(DisabilityStatus.allCases)
    var degrees: [LifeRestriction: ClosedRange<Int>] = [:]
    var facts: [String: Bool] = [:]
    var contradicts = false

    var isConsistent: Bool { !contradicts && !ages.isEmpty && !statuses.isEmpty }

    func joined(_ other: Demands) -> Demands {
        var result = self
        result.ages = ages.clamped(to: other.ages)
        if !ages.overlaps(other.ages) { result.contradicts = true }
        result.statuses.formIntersection(other.statuses)
        for (key, range) in other.degrees {
            guard let own = degrees[key] else {
                result.degrees[key] = range
                continue
            }
            if own.overlaps(range) { result.degrees[key] = own.clamped(to: range) } else { result.contradicts = true }
        }
        for (key, value) in other.facts {
            if let own = facts[key], own != value { result.contradicts = true }
            result.facts[key] = value
        }
        if other.contradicts { result.contradicts = true }
        return result
    }
}
