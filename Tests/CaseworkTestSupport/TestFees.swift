import Casework

extension FeeRules {
    /// The rules of BRY п. 29–32 with one category.
    public static let test = FeeRules(
        freeCategories: [PackEntry(id: "emergency", title: "Пострадавший", basis: nil)], sharePercent: 50,
        freeBasis: LegalBasis(act: "1206", point: "30"), paidBasis: LegalBasis(act: "1206", point: "31"),
        capBasis: LegalBasis(act: "1206", point: "32"))
}

extension Regulation {
    /// The test act with rules of payment, and the kind of entry that keeps their decisions.
    public static let withFees: Regulation = {
        var act = Regulation.test
        act.fees = .test
        let money = ["fee", "income", "limit", "tariffs", "cap"].map { id in
            EntryField(entry: PackEntry(id: id, title: id, basis: nil), kind: .money)
        }
        let notes = ["services", "arithmetic", "mode", "category"].map { id in
            EntryField(entry: PackEntry(id: id, title: id, basis: nil), kind: .note)
        }
        act.entryKinds.append(
            EntryKind(
                entry: PackEntry(id: FeeRules.entryKind, title: "Решение о плате", basis: nil), fields: money + notes,
                events: [EntryEvent(.init(rawValue: "fee-decided"))]))
        return act
    }()
}
