import Casework

/// Obligations: the rules with terms.
extension PackReader {
    static let obligationKeys = [
        "id", "title", "point", "when", "due", "satisfiedBy", "onlyAfter", "unlessAfter", "responsible", "severity", "reading",
        "inForce", "onlyWithinTerm", "print", "next", "periodic", "underReading",
    ]

    func readObligations(packID: String) -> [ObligationRule] {
        var editions: [String: [Edition?]] = [:]
        var rules: [(rule: ObligationRule, within: Located?)] = []
        for (fields, pointsOf) in items("obligations", known: PackReader.obligationKeys, unique: false) {
            let own = edition(fields)
            checkEdition(own, of: fields, beside: &editions)
            guard let rule = obligation(fields, pointsOf: pointsOf, packID: packID, edition: own) else { continue }
            rules.append((rule, faults.flag("onlyWithinTerm", in: fields) ? fields["onlyWithinTerm"] : nil))
        }
        return rules.map { rule, place in
            guard let place else { return rule }
            var rule = rule
            rule.within = rules.lazy.filter { $0.rule.trigger.name == rule.trigger.name }.compactMap(\.rule.due.agreedTerm).first
            if rule.within == nil { faults.report(.noTerm, at: place.place, rule.trigger.name.rawValue) }
            return rule
        }
    }

    private func obligation(_ fields: Fields, pointsOf: String?, packID: String, edition: Edition?) -> ObligationRule? {
        let id = faults.required("id", in: fields)
        let title = faults.required("title", in: fields)
        let basis = basis(fields, pointsOf: pointsOf)
        let trigger = present("when", in: fields).flatMap { pattern($0, of: .trigger) }
        let due = present("due", in: fields).flatMap(dueRule)
        checkAttributes(of: due, trigger: trigger, at: fields["due"]?.place)
        func patterns(_ key: String) -> [EventPattern] {
            fields[key].map { faults.list($0).compactMap { pattern($0, of: .rule) } } ?? []
        }
        let satisfiedBy = patterns("satisfiedBy")
        checkFulfilment(fields, id: id, trigger: trigger)
        let responsible = faults.required("responsible", in: fields)
        if let responsible, let place = fields["responsible"]?.place {
            faults.check(responsible, isIn: roles.map(\.id), kind: "role", at: place)
        }
        let form = faults.optional("print", in: fields)
        if let form, let place = fields["print"]?.place {
            faults.check(form, isIn: PackReader.formIDs(in: folder), kind: "form", at: place)
        }
        checkPeriodic(fields, trigger: trigger)
        let (reading, next) = (reading(fields), faults.optional("next", in: fields))
        let severity = severity(fields, due: due)
        guard let id, let title, let basis, let trigger, let due, let responsible else { return nil }
        var rule = ObligationRule(
            id: "\(packID).\(id)", title: title, trigger: trigger, due: due, satisfiedBy: satisfiedBy,
            onlyAfter: patterns("onlyAfter"), responsible: responsible, severity: severity, basis: basis, reading: reading)
        rule.unlessAfter = patterns("unlessAfter")
        rule.edition = edition
        rule.form = form
        rule.next = next
        rule.underReading = fields["underReading"].map(underReading) ?? [:]
        return rule
    }

    func present(_ key: String, in fields: Fields) -> Located? {
        if fields[key] == nil { faults.report(.missingKey, at: fields.place, key) }
        return fields[key]
    }

    /// A term of the act is legal, an office's own one a warning, unless the rule says otherwise.
    private func severity(_ fields: Fields, due: DueRule?) -> Severity {
        if let value = fields["severity"], let text = faults.text(value),
            let severity: Severity = faults.choice(text, key: "severity", at: value.place)
        {
            return severity
        }
        return due?.isOfficeTerm == true ? .warning : .legal
    }

    // MARK: What can never be

    /// A duty within a case must have an event that fulfils it, and each such event must be able to happen.
    private func checkFulfilment(_ fields: Fields, id: String?, trigger: EventPattern?) {
        let list = fields["satisfiedBy"].map(faults.list) ?? []
        let isOffices = trigger.map { PeriodicDuty.Period($0.name) != nil } ?? false
        if !isOffices, list.isEmpty {
            faults.report(.neverSatisfied, at: fields["satisfiedBy"]?.place ?? fields.place, id ?? "")
        }
        for element in list {
            guard let (name, place) = eventName(of: element), EventName.known.contains(name), !happening.contains(name) else {
                continue
            }
            faults.report(.neverHappens, at: place, name.rawValue, happening.map(\.rawValue).sorted().joined(separator: ", "))
        }
    }

    /// A rule with an event of the calendar is periodic whether it says so or not; no other can be.
    private func checkPeriodic(_ fields: Fields, trigger: EventPattern?) {
        guard let value = fields["periodic"], let trigger else { return }
        let isPeriodic = PeriodicDuty.Period(trigger.name) != nil
        if faults.flag("periodic", in: fields) != isPeriodic {
            faults.report(.badValue, at: value.place, "periodic", String(!isPeriodic), String(isPeriodic))
        }
    }

    // MARK: Editions

    /// The days on which the rule is in force, where it names them.
    private func edition(_ fields: Fields) -> Edition? {
        guard let value = fields["inForce"], let term = faults.fields(value, known: ["from", "until"]) else { return nil }
        let (from, until) = (faults.date("from", in: term), faults.date("until", in: term))
        if let from, let until, until < from { faults.report(.datesReversed, at: term.place, from.iso, until.iso) }
        if term.keys.isEmpty { faults.report(.missingKey, at: value.place, "from") }
        return Edition(from: from, until: until)
    }

    /// One id may stand for several editions of a rule, as long as no day has two of them under one reading of the act.
    private func checkEdition(_ edition: Edition?, of fields: Fields, beside known: inout [String: [Edition?]]) {
        guard let value = fields["id"], case .scalar(let scalar) = value.node else { return }
        let reading = fields["underReading"]?.node.mapping?.map {
            "\($0.key.scalar?.string ?? "")=\($0.value.scalar?.string ?? "")"
        }
        let key = ([scalar.string] + (reading ?? [])).joined(separator: " ")
        let others = known[key] ?? []
        known[key] = others + [edition]
        if others.isEmpty { return }
        if edition == nil, others.allSatisfy({ $0 == nil }) {
            faults.report(.duplicateID, at: value.place, scalar.string)
        } else if others.contains(where: { ($0 ?? Edition()).overlaps(edition ?? Edition()) }) {
            faults.report(.editionsOverlap, at: fields["inForce"]?.place ?? value.place, scalar.string)
        }
    }
}
