import Casework

/// Recommendations on supported living, such as BRY п. 36-2, 38–40.
extension PackReader {
    static let livingKeys = ["consentPoint", "diversityPoint", "needPoint", "waitingPoint", "limits"]
    static let limitKeys = ["value", "point", "ours", "reading", "underReading"]

    /// The recommendations; nil where the pack has none.
    func readLiving() -> LivingRules? {
        guard let section = sections["living"]?.first else { return nil }
        if let second = sections["living"]?.dropFirst().first {
            faults.report(.duplicateKey, at: second.value.place, "living")
        }
        guard let fields = faults.fields(section.value, known: PackReader.livingKeys) else { return nil }
        let points = ["consentPoint", "diversityPoint", "needPoint", "waitingPoint"].map { key in
            faults.required(key, in: fields).map { LegalBasis(act: section.pointsOf ?? shortName, point: $0) }
        }
        for kind in LivingEntryKind.allCases { checkKind(kind.rawValue, in: fields.place) }
        let measures = LivingRules.Measure.allCases
        guard let value = fields["limits"] else {
            faults.report(.missingKey, at: fields.place, "limits")
            return nil
        }
        guard let list = faults.fields(value, known: measures.map(\.rawValue)) else { return nil }
        var limits: [LivingRules.Measure: LivingRules.Limit] = [:]
        for measure in measures {
            guard let value = list[measure.rawValue] else {
                faults.report(.missingKey, at: list.place, measure.rawValue)
                continue
            }
            limits[measure] = limit(value, pointsOf: section.pointsOf)
        }
        guard let consent = points[0], let diversity = points[1], let need = points[2], let waiting = points[3] else {
            return nil
        }
        return LivingRules(
            limits: limits, consentBasis: consent, diversityBasis: diversity, needBasis: need, waitingBasis: waiting)
    }

    private func limit(_ value: Located, pointsOf: String?) -> LivingRules.Limit? {
        guard let fields = faults.fields(value, known: PackReader.limitKeys) else { return nil }
        let number = requiredInteger("value", in: fields, 1...1000)
        let basis = faults.flag("ours", in: fields) ? nil : basis(fields, pointsOf: pointsOf)
        let reading = reading(fields)
        guard let number else { return nil }
        var limit = LivingRules.Limit(number, basis: basis, reading: reading)
        if let value = fields["underReading"] {
            // Other values under the options of the choice that the limit's reading names.
            let options = readingChoices.first { $0.entry.id == reading }?.options.map(\.id) ?? []
            guard let values = faults.fields(value, known: options) else { return limit }
            for option in values.keys where options.contains(option) {
                limit.underReading[option] = values[option].flatMap { faults.integer($0, key: option, in: 1...1000) }
            }
        }
        return limit
    }
}
