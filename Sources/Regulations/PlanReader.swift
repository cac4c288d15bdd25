import Casework

/// A region's plans for a year (`plan`), one to a file.
extension PackReader {
    private static let planKeys = ["id", "title", "year", "act", "sections", "items"]
    private static let itemKeys = [
        "number", "section", "title", "printed", "term", "parts", "responsible", "reading", "obligation",
    ]
    private static let termKeys = ["until", "during", "constantly", "month", "quarters", "each", "missing"]

    /// The plans, by year; `obligations` are the pack's own rules, to which items may refer.
    func readPlans(packID: String, obligations: [ObligationRule]) -> [RegionalPlan] {
        var seen: Set<String> = []
        let plans = (sections["plan"] ?? []).compactMap { section -> RegionalPlan? in
            guard let fields = faults.fields(section.value, known: PackReader.planKeys) else { return nil }
            let id = faults.required("id", in: fields)
            if let id, !seen.insert(id).inserted { faults.report(.duplicateID, at: fields["id"]?.place ?? fields.place, id) }
            let title = faults.required("title", in: fields)
            let act = faults.required("act", in: fields)
            let year = required("year", in: fields).flatMap { faults.integer($0, key: "year", in: 2000...2100) }
            guard let id, let title, let act, let year else { return nil }
            let heads = planSections(fields, act: act)
            let source = PlanSource(packID: packID, act: act, year: year, sections: heads, rules: obligations.map(\.id))
            let items = required("items", in: fields).map { faults.list($0).compactMap { planItem($0, source) } } ?? []
            checkNumbers(items, in: fields)
            return RegionalPlan(id: id, title: title, year: year, act: act, sections: heads, items: items)
        }
        return plans.sorted { $0.year < $1.year }
    }

    /// What an item needs to know of its plan.
    private struct PlanSource {
        var packID: String
        var act: String
        var year: Int
        var sections: [PackEntry]
        var rules: [String]
    }

    private func required(_ key: String, in fields: Fields) -> Located? {
        if fields[key] == nil { faults.report(.missingKey, at: fields.place, key) }
        return fields[key]
    }

    private func planSections(_ fields: Fields, act: String) -> [PackEntry] {
        guard let value = required("sections", in: fields) else { return [] }
        return faults.list(value).compactMap { element in
            guard let fields = faults.fields(element, known: ["number", "title"]) else { return nil }
            let number = faults.required("number", in: fields)
            let title = faults.required("title", in: fields)
            guard let number, let title else { return nil }
            return PackEntry(id: number, title: title, basis: LegalBasis(act: act, point: number))
        }
    }

    private func checkNumbers(_ items: [PlanItem], in fields: Fields) {
        guard let value = fields["items"] else { return }
        var seen: Set<String> = []
        for element in faults.list(value) {
            guard let node = element.node.mapping?["number"], let number = node.scalar?.string else { continue }
            if !seen.insert(number).inserted {
                faults.report(.duplicateID, at: Located(node: node, file: value.file).place, number)
            }
        }
    }

    private func planItem(_ value: Located, _ source: PlanSource) -> PlanItem? {
        guard let fields = faults.fields(value, known: PackReader.itemKeys) else { return nil }
        let number = faults.required("number", in: fields)
        let title = faults.required("title", in: fields)
        let section = faults.required("section", in: fields)
        if let section, let place = fields["section"]?.place {
            faults.check(section, isIn: source.sections.map(\.id), kind: "section", at: place)
        }
        let responsible = required("responsible", in: fields).map { faults.texts($0).map(\.text) } ?? []
        let reading = reading(fields)
        guard let number, let title, let section else { return nil }
        let parts = planParts(fields, number: number, source)
        return PlanItem(
            number: number, section: section, title: title, printedTerm: faults.optional("printed", in: fields) ?? "",
            responsible: responsible, parts: parts, basis: LegalBasis(act: source.act, point: number), reading: reading)
    }

    /// The parts in order; an item with a `term` of its own is one part.
    private func planParts(_ fields: Fields, number: String, _ source: PlanSource) -> [PlanPart] {
        guard let list = fields["parts"] else {
            guard let term = required("term", in: fields).flatMap({ planTerm($0, source) }) else { return [] }
            return [PlanPart(number: number, term: term, obligation: obligation(fields, source))]
        }
        return faults.list(list).enumerated().compactMap { index, element in
            guard let part = faults.fields(element, known: ["title", "term", "obligation"]) else { return nil }
            let title = faults.required("title", in: part)
            let term = required("term", in: part).flatMap { planTerm($0, source) }
            guard let title, let term else { return nil }
            return PlanPart(number: "\(number).\(index + 1)", title: title, term: term, obligation: obligation(part, source))
        }
    }

    private func obligation(_ fields: Fields, _ source: PlanSource) -> String? {
        guard let value = fields["obligation"], let id = faults.text(value) else { return nil }
        let full = "\(source.packID).\(id)"
        faults.check(full, isIn: source.rules, kind: "obligation", at: value.place)
        return full
    }

    /// A mapping of one key, such as `{until: 2025-03-01}`.
    private func planTerm(_ value: Located, _ source: PlanSource) -> PlanTerm? {
        guard let fields = faults.fields(value, known: PackReader.termKeys) else { return nil }
        guard let key = fields.keys.first, fields.keys.count == 1, let inner = fields[key] else {
            faults.report(
                .badValue, at: value.place, "term", fields.keys.joined(separator: ", "),
                PackReader.termKeys.joined(separator: ", "))
            return nil
        }
        switch key {
        case "until": return faults.date(key, in: fields).map(PlanTerm.until)
        case "during": return faults.integer(inner, key: key, in: source.year...source.year).map { _ in .duringYear }
        case "month": return month(inner, source)
        case "constantly": return faults.flag(key, in: fields) ? .constantly : nil
        case "missing": return faults.flag(key, in: fields) ? .missing : nil
        case "quarters":
            let quarters = faults.list(inner).compactMap { faults.integer($0, key: key, in: 1...4) }
            if quarters.isEmpty { faults.report(.badValue, at: inner.place, key, "", "1–4") }
            return quarters.isEmpty ? nil : .quarters(quarters)
        case "each":
            return faults.text(inner).flatMap { faults.choice($0, key: key, at: inner.place) }.map(PlanTerm.each)
        default: return nil
        }
    }

    /// A month of the plan's year, such as `2025-02`.
    private func month(_ value: Located, _ source: PlanSource) -> PlanTerm? {
        guard let text = faults.text(value) else { return nil }
        guard let day = CivilDate(iso: text + "-01"), day.year == source.year else {
            faults.report(.badValue, at: value.place, "month", text, "\(source.year)-01 … \(source.year)-12")
            return nil
        }
        return .month(day.month)
    }
}
