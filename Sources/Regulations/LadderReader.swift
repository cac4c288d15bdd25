import Casework

/// The order in which contact is sought.
extension PackReader {
    func readLadder() -> [LadderStep] {
        (sections["ladder"] ?? []).flatMap { part in
            faults.list(part.value).compactMap { element -> LadderStep? in
                guard let fields = faults.fields(element, known: ["method", "point", "allowedWhen", "reading"]) else {
                    return nil
                }
                let method: ContactMethod? = faults.required("method", in: fields).flatMap {
                    faults.choice($0, key: "method", at: fields["method"]?.place ?? fields.place)
                }
                let basis = basis(fields, pointsOf: part.pointsOf)
                _ = reading(fields)
                let conditions = fields["allowedWhen"].map { faults.list($0).compactMap(ladderCondition) } ?? []
                guard let method, let basis else { return nil }
                return LadderStep(method: method, allowedWhen: conditions, basis: basis)
            }
        }
    }

    private func ladderCondition(_ value: Located) -> LadderCondition? {
        if case .scalar(let scalar) = value.node, scalar.string == "noUsablePhone" { return .noUsablePhone }
        guard let fields = faults.fields(value, known: ["failedAttempts", "outcome"]) else { return nil }
        if let failed = fields["failedAttempts"], let inner = faults.fields(failed, known: ["method", "count"]) {
            guard let method = ladderMethod(inner) else { return nil }
            // `office`: the number is the office's setting.
            if let count = inner["count"], faults.text(count) != "office" {
                return faults.integer(count, key: "count", in: 1...100).map { .failedAttempts(method, count: $0) }
            }
            return .failedAttempts(method, count: nil)
        }
        if let outcome = fields["outcome"], let inner = faults.fields(outcome, known: ["method", "is"]) {
            guard let method = ladderMethod(inner), let list = present("is", in: inner) else { return nil }
            return .outcome(method, Set(faults.texts(list).compactMap { faults.choice($0.text, key: "is", at: $0.place) }))
        }
        return nil
    }

    private func ladderMethod(_ fields: Fields) -> ContactMethod? {
        faults.required("method", in: fields).flatMap {
            faults.choice($0, key: "method", at: fields["method"]?.place ?? fields.place)
        }
    }
}
