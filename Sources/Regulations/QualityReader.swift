import Casework

/// By what the keeping of the register is judged (`quality`).
extension PackReader {
    static let qualityKeys = entryKeys + ["aspect", "weight", "has", "after", "below"]

    func readQuality() -> [QualityCriterion] {
        items("quality", known: PackReader.qualityKeys).compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            let aspect: QualityAspect? = faults.required("aspect", in: fields).flatMap {
                faults.choice($0, key: "aspect", at: fields["aspect"]?.place ?? fields.place)
            }
            let weight = fields["weight"].map { faults.integer($0, key: "weight", in: 1...100) } ?? 1
            let after = fields["after"].map { faults.list($0).compactMap { pattern($0, of: .stage) } } ?? []
            let below = fields["below"].flatMap { faults.integer($0, key: "below", in: 1...120) }
            guard let has = fields["has"] else {
                faults.report(.missingKey, at: fields.place, "has")
                return nil
            }
            guard let check = check(has), let entry, let aspect, let weight else { return nil }
            return QualityCriterion(entry: entry, aspect: aspect, weight: weight, check: check, after: after, below: below)
        }
    }

    /// A fact by its name, or an event.
    private func check(_ value: Located) -> QualityCheck? {
        if case .scalar(let scalar) = value.node {
            return faults.choice(scalar.string, key: "has", at: value.place).map(QualityCheck.fact)
        }
        return pattern(value, of: .stage).map(QualityCheck.event)
    }
}
