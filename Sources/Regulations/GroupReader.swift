import Casework

/// The working group (`group`), such as UGR п. 1.2, 4.9.
extension PackReader {
    static let groupKeys = entryKeys + ["meeting", "decision", "waits"]
    static let waitKeys = entryKeys + ["since", "whenDue", "until", "due", "decision"]

    /// The group's rules; nil where the pack has none.
    func readGroup(packID: String, obligations: [ObligationRule], kinds: [EntryKind]) -> GroupRules? {
        guard let section = sections["group"]?.first else { return nil }
        if let second = sections["group"]?.dropFirst().first {
            faults.report(.duplicateKey, at: second.value.place, "group")
        }
        guard let fields = faults.fields(section.value, known: PackReader.groupKeys) else { return nil }
        let entry = entry(fields, pointsOf: section.pointsOf)
        let meeting = kind("meeting", of: .office, in: fields, kinds)
        let decision = kind("decision", of: .caseFile, in: fields, kinds)
        guard let list = fields["waits"] else {
            faults.report(.missingKey, at: fields.place, "waits")
            return nil
        }
        let elements = faults.list(list)
        if elements.isEmpty { faults.report(.tooFew, at: list.place, "1") }
        var seen: Set<String> = []
        let waits = elements.compactMap { element -> GroupRules.Wait? in
            guard let fields = faults.fields(element, known: PackReader.waitKeys) else { return nil }
            let wait = wait(fields, pointsOf: section.pointsOf, packID: packID, rules: obligations.map(\.id), kinds)
            if let id = wait?.entry.id, !seen.insert(id).inserted { faults.report(.duplicateID, at: fields.place, id) }
            return wait
        }
        guard let entry, let meeting, let decision else { return nil }
        return GroupRules(entry: entry, meeting: meeting, decision: decision, waits: waits)
    }

    private func kind(_ key: String, of scope: EntryKind.Scope, in fields: Fields, _ kinds: [EntryKind]) -> String? {
        guard let id = faults.required(key, in: fields) else { return nil }
        faults.check(
            id, isIn: kinds.filter { $0.scope == scope }.map(\.entry.id), kind: "entry", at: fields[key]?.place ?? fields.place)
        return id
    }

    private func wait(
        _ fields: Fields, pointsOf: String?, packID: String, rules: [String], _ kinds: [EntryKind]
    ) -> GroupRules.Wait? {
        let entry = entry(fields, pointsOf: pointsOf)
        let since = happening("since", in: fields)
        let until = happening("until", in: fields)
        let whenDue = rule("whenDue", in: fields, packID: packID, rules: rules)
        let due = rule("due", in: fields, packID: packID, rules: rules)
        let decision = fields["decision"].flatMap { _ in kind("decision", of: .caseFile, in: fields, kinds) }
        if fields["since"] == nil, fields["whenDue"] == nil { faults.report(.missingKey, at: fields.place, "since") }
        // What nothing takes off would stand on every agenda for ever.
        if fields["until"] == nil { faults.report(.missingKey, at: fields.place, "until") }
        return entry.map {
            GroupRules.Wait(entry: $0, since: since, whenDue: whenDue, until: until, due: due, decision: decision)
        }
    }

    /// Events of a list, each of which can happen in a case.
    private func happening(_ key: String, in fields: Fields) -> [EventPattern] {
        guard let value = fields[key] else { return [] }
        let elements = faults.list(value)
        if elements.isEmpty { faults.report(.tooFew, at: value.place, "1") }
        return elements.compactMap { element in
            guard let pattern = pattern(element, of: .stage) else { return nil }
            if !happening.contains(pattern.name) {
                faults.report(
                    .neverHappens, at: element.place, pattern.name.rawValue,
                    happening.map(\.rawValue).sorted().joined(separator: ", "))
            }
            return pattern
        }
    }

    private func rule(_ key: String, in fields: Fields, packID: String, rules: [String]) -> String? {
        guard let value = fields[key], let id = faults.text(value) else { return nil }
        let full = "\(packID).\(id)"
        faults.check(full, isIn: rules, kind: "obligation", at: value.place)
        return full
    }
}
