import Casework

/// What a pack's `standards` hold: the names of the levels and the services under their sections.
public struct StandardsTable: Hashable, Sendable {
    /// The levels' names, from the first.
    public var levels: [String]
    /// All services, in the table's order.
    public var services: [ServiceStandard]
}

/// Tables of service standards, such as BRY Приложение 2.
extension PackReader {
    static let standardsKeys = ["point", "levels", "sections"]
    static let serviceSectionKeys = ["number", "title", "note", "reading", "services"]
    static let standardKeys = [
        "key", "number", "title", "description", "minutes", "substituting", "levels", "note", "reading",
    ]

    /// The table of standards; nil where the pack has none.
    func readStandards() -> StandardsTable? {
        guard let section = sections["standards"]?.first else { return nil }
        if let second = sections["standards"]?.dropFirst().first {
            faults.report(.duplicateKey, at: second.value.place, "standards")
        }
        guard let fields = faults.fields(section.value, known: PackReader.standardsKeys) else { return nil }
        let basis = basis(fields, pointsOf: section.pointsOf)
        let levels = fields["levels"].map { faults.texts($0).map(\.text) } ?? []
        if levels.isEmpty { faults.report(.missingKey, at: fields.place, "levels") }
        guard let parts = fields["sections"] else {
            faults.report(.missingKey, at: fields.place, "sections")
            return nil
        }
        guard let basis, !levels.isEmpty else { return nil }
        var seen: Set<String> = []
        var services: [ServiceStandard] = []
        for part in faults.list(parts) {
            guard let fields = faults.fields(part, known: PackReader.serviceSectionKeys) else { continue }
            guard let section = serviceSection(fields) else { continue }
            guard let list = fields["services"] else {
                faults.report(.missingKey, at: fields.place, "services")
                continue
            }
            for element in faults.list(list) {
                guard let standard = standard(element, section: section, levels: levels.count, basis: basis) else { continue }
                if !seen.insert(standard.key).inserted { faults.report(.duplicateID, at: element.place, standard.key) }
                services.append(standard)
            }
        }
        return StandardsTable(levels: levels, services: services)
    }

    /// A section's head; a heading may be absent only where a note says why.
    private func serviceSection(_ fields: Fields) -> ServiceSection? {
        let number = requiredInteger("number", in: fields, 1...99)
        let title = faults.optional("title", in: fields)
        let note = faults.optional("note", in: fields)
        if title == nil, note == nil { faults.report(.missingKey, at: fields.place, "title") }
        let reading = reading(fields)
        return number.map { ServiceSection(number: $0, title: title, note: note, reading: reading) }
    }

    private func standard(_ value: Located, section: ServiceSection, levels: Int, basis: LegalBasis) -> ServiceStandard? {
        guard let fields = faults.fields(value, known: PackReader.standardKeys) else { return nil }
        let key = faults.required("key", in: fields)
        let number = faults.required("number", in: fields)
        let title = faults.required("title", in: fields)
        let description = faults.required("description", in: fields)
        let minutes = requiredInteger("minutes", in: fields, 1...1440)
        let isSubstituting = faults.flag("substituting", in: fields)
        let reading = reading(fields)
        let norms = norms(fields, levels: levels)
        guard let key, let number, let title, let description, let minutes else { return nil }
        return ServiceStandard(
            key: key, section: section, number: number, title: title, description: description, isSubstituting: isSubstituting,
            minutes: minutes, norms: norms, note: faults.optional("note", in: fields), reading: reading, basis: basis)
    }

    /// Norms by level; a service without any would be no standard.
    private func norms(_ fields: Fields, levels: Int) -> [ServiceStandard.Norm] {
        guard let value = fields["levels"] else {
            faults.report(.missingKey, at: fields.place, "levels")
            return []
        }
        guard let byLevel = faults.fields(value, known: (1...levels).map(String.init)) else { return [] }
        if byLevel.keys.isEmpty { faults.report(.missingKey, at: value.place, "levels") }
        return (1...levels).compactMap { level in
            guard let value = byLevel[String(level)], let norm = faults.fields(value, known: ["periodicity", "perYear"]) else {
                return nil
            }
            let periodicity = faults.required("periodicity", in: norm)
            let perYear = requiredInteger("perYear", in: norm, 1...9999)
            guard let periodicity, let perYear else { return nil }
            return ServiceStandard.Norm(level: level, periodicity: periodicity, perYear: perYear)
        }
    }

    /// A whole number that must be there.
    func requiredInteger(_ key: String, in fields: Fields, _ range: ClosedRange<Int>) -> Int? {
        guard let value = fields[key] else {
            faults.report(.missingKey, at: fields.place, key)
            return nil
        }
        return faults.integer(value, key: key, in: range)
    }
}
