import Casework

/// Rules of payment, such as BRY п. 29–32.
extension PackReader {
    static let feeKeys = ["freePoint", "paidPoint", "capPoint", "sharePercent", "reading", "freeCategories"]

    /// The rules of payment; nil where the pack has none.
    func readFees() -> FeeRules? {
        guard let section = sections["fee"]?.first else { return nil }
        if let second = sections["fee"]?.dropFirst().first { faults.report(.duplicateKey, at: second.value.place, "fee") }
        guard let fields = faults.fields(section.value, known: PackReader.feeKeys) else { return nil }
        let act = section.pointsOf ?? shortName
        let points = ["freePoint", "paidPoint", "capPoint"].map { faults.required($0, in: fields) }
        let share = requiredInteger("sharePercent", in: fields, 0...100)
        let reading = reading(fields)
        var categories: [PackEntry] = []
        if let list = fields["freeCategories"] {
            for value in faults.list(list) {
                guard let item = faults.fields(value, known: PackReader.entryKeys),
                    let category = entry(item, pointsOf: section.pointsOf)
                else { continue }
                if categories.contains(where: { $0.id == category.id }) {
                    faults.report(.duplicateID, at: value.place, category.id)
                }
                categories.append(category)
            }
        } else {
            faults.report(.missingKey, at: fields.place, "freeCategories")
        }
        checkKind(FeeRules.entryKind, in: fields.place)
        guard let share, let free = points[0], let paid = points[1], let cap = points[2] else { return nil }
        return FeeRules(
            freeCategories: categories, sharePercent: share, freeBasis: LegalBasis(act: act, point: free),
            paidBasis: LegalBasis(act: act, point: paid), capBasis: LegalBasis(act: act, point: cap), reading: reading)
    }

    /// What the program keeps in entries of a fixed kind needs that kind in the pack.
    func checkKind(_ id: String, in place: Place) {
        faults.check(id, isIn: declaredKinds, kind: "entry", at: place)
    }
}
