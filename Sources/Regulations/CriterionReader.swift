import Casework

/// Conditions on a person: a mapping whose keys must all hold, or a list all parts of which must hold.
extension PackReader {
    static let criterionKeys = [
        "all", "any", "none", "age", "status", "restriction", "anyRestriction", "flag", "firstTime", "sex", "territory",
        "underReading",
    ]
    static let restrictionKeys = LifeRestriction.allCases.map(\.rawValue)

    func criterion(_ value: Located) -> Criterion? {
        if case .sequence = value.node { return .all(faults.list(value).compactMap(criterion)) }
        guard let fields = faults.fields(value, known: PackReader.criterionKeys) else { return nil }
        let parts = fields.keys.compactMap { key in fields[key].flatMap { part(key, $0) } }
        if fields.keys.isEmpty { faults.report(.wrongShape, at: value.place, "mapping") }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func part(_ key: String, _ value: Located) -> Criterion? {
        switch key {
        case "all": return .all(faults.list(value).compactMap(criterion))
        case "any": return .any(faults.list(value).compactMap(criterion))
        case "none": return .none(faults.list(value).compactMap(criterion))
        case "age": return age(value)
        case "status":
            return .status(Set(faults.texts(value).compactMap { faults.choice($0.text, key: key, at: $0.place) }))
        case "restriction": return restriction(value)
        case "anyRestriction": return faults.integer(value, key: key, in: 1...3).map(Criterion.anyRestriction)
        case "flag":
            return faults.text(value).flatMap { faults.choice($0, key: key, at: value.place) }.map(Criterion.flag)
        case "firstTime":
            if faults.text(value) != "true" { faults.report(.badValue, at: value.place, key, "", "true") }
            return .firstTime
        case "sex":
            return faults.text(value).flatMap { faults.choice($0, key: key, at: value.place) }.map(Criterion.sex)
        case "territory": return .territory(Set(faults.texts(value).map(\.text)))
        case "underReading":
            let parts = underReading(value).sorted { $0.key < $1.key }.map { Criterion.reading(choice: $0.key, option: $0.value) }
            return parts.count == 1 ? parts[0] : .all(parts)
        default: return nil
        }
    }

    private func age(_ value: Located) -> Criterion? {
        guard let fields = faults.fields(value, known: ["from", "below"]) else { return nil }
        let from = fields["from"].flatMap { faults.integer($0, key: "from", in: 0...120) }
        let below = fields["below"].flatMap { faults.integer($0, key: "below", in: 0...150) }
        return .age(from: from, below: below)
    }

    /// `{work: 3}`: at least this degree.
    private func restriction(_ value: Located) -> Criterion? {
        guard let fields = faults.fields(value, known: PackReader.restrictionKeys) else { return nil }
        let parts: [Criterion] = fields.keys.compactMap { key in
            guard let restriction = LifeRestriction(rawValue: key), let value = fields[key],
                let degree = faults.integer(value, key: key, in: 1...3)
            else { return nil }
            return .restriction(restriction, atLeast: degree)
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }
}
