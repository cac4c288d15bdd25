import Casework

/// Places that an office may read in one of several ways, and terms that collide.
extension PackReader {
    func readReadingChoices() -> [ReadingChoice] {
        items("readingChoices", known: PackReader.entryKeys + ["reading", "options"]).compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            if fields["reading"] == nil { faults.report(.missingKey, at: fields.place, "reading") }
            let reading = reading(fields)
            let options = fields["options"].map { faults.list($0).compactMap(option) } ?? []
            if options.count < 2 { faults.report(.missingKey, at: fields["options"]?.place ?? fields.place, "options") }
            guard let entry, let reading, options.count >= 2 else { return nil }
            return ReadingChoice(entry: entry, reading: reading, options: options)
        }
    }

    /// An option is a way to read the choice's own point, so it carries none.
    private func option(_ value: Located) -> PackEntry? {
        guard let fields = faults.fields(value, known: ["id", "title"]) else { return nil }
        guard let id = faults.required("id", in: fields), let title = faults.required("title", in: fields) else { return nil }
        return PackEntry(id: id, title: title, basis: nil)
    }

    /// `{X-TYU-05: and}`: the options under which what follows stands.
    func underReading(_ value: Located) -> [String: String] {
        guard let fields = faults.fields(value, known: readingChoices.map(\.entry.id)) else { return [:] }
        var result: [String: String] = [:]
        for key in fields.keys {
            guard let choice = readingChoices.first(where: { $0.entry.id == key }), let node = fields[key],
                let text = faults.text(node)
            else { continue }
            faults.check(text, isIn: choice.options.map(\.id), kind: "option", at: node.place)
            result[key] = text
        }
        return result
    }

    func readConflicts(packID: String, rules: [ObligationRule]) -> [TermConflict] {
        let known = rules.map { String($0.id.dropFirst(packID.count + 1)) }
        return items("conflicts", known: PackReader.entryKeys + ["chain", "rule", "reading"]).compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            let reading = reading(fields)
            let chain = fields["chain"].map(faults.texts) ?? []
            if chain.isEmpty { faults.report(.missingKey, at: fields.place, "chain") }
            let rule = faults.required("rule", in: fields)
            for link in chain { faults.check(link.text, isIn: known, kind: "rule", at: link.place) }
            if let rule { faults.check(rule, isIn: known, kind: "rule", at: fields["rule"]?.place ?? fields.place) }
            guard let entry, let rule, !chain.isEmpty else { return nil }
            return TermConflict(
                entry: entry, chain: chain.map { "\(packID).\($0.text)" }, rule: "\(packID).\(rule)", reading: reading)
        }
    }
}
