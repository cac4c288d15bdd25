import Casework

/// Terms, the ladder and the events they speak of.
extension PackReader {
    static let obligationKeys = [
        "id", "title", "point", "when", "due", "satisfiedBy", "onlyAfter", "responsible", "severity", "reading",
    ]
    static let dueKeys = [
        "workingDays", "calendarDays", "hours", "minutes", "months", "dayOfNextMonth", "dayAfterQuarter", "dayAfterHalfYear",
        "officeTerm",
    ]
    /// Attributes by event; an event not named here carries none.
    static let attributes: [EventName: [String]] = [
        .referralReceived: ["source"], .contactAttempted: ["method", "outcome"], .consentRecorded: ["to", "answer"],
        .programDrafted: ["kind"], .programAgreed: ["kind"], .registryMarked: ["subject"], .entryRecorded: ["kind"],
        EventName(rawValue: "request-sent"): ["via"], EventName(rawValue: "request-delivered"): ["via"],
    ]
    /// Events of the calendar: the duties they set off are the office's own, fulfilled outside any case.
    static let calendarEvents: Set<EventName> = [.monthEnded, .quarterEnded, .halfYearEnded, .yearStarted]

    func readObligations(packID: String) -> [ObligationRule] {
        items("obligations", known: PackReader.obligationKeys).compactMap { fields, pointsOf in
            let id = faults.required("id", in: fields)
            let title = faults.required("title", in: fields)
            let basis = basis(fields, pointsOf: pointsOf)
            let trigger = present("when", in: fields).flatMap(pattern)
            let due = present("due", in: fields).flatMap(dueRule)
            let satisfiedBy = fields["satisfiedBy"].map { faults.list($0).compactMap(pattern) }
            let isOffices = trigger.map { PackReader.calendarEvents.contains($0.name) } ?? false
            if !isOffices, fields["satisfiedBy"].map({ faults.list($0).isEmpty }) ?? true {
                faults.report(.neverSatisfied, at: fields["satisfiedBy"]?.place ?? fields.place, id ?? "")
            }
            let onlyAfter = fields["onlyAfter"].map { faults.list($0).compactMap(pattern) } ?? []
            let responsible = faults.required("responsible", in: fields)
            if let responsible, let place = fields["responsible"]?.place {
                faults.check(responsible, isIn: roles.map(\.id), kind: "role", at: place)
            }
            let reading = reading(fields)
            let severity = severity(fields, due: due)
            guard let id, let title, let basis, let trigger, let due, let responsible else { return nil }
            return ObligationRule(
                id: "\(packID).\(id)", title: title, trigger: trigger, due: due, satisfiedBy: satisfiedBy ?? [],
                onlyAfter: onlyAfter, responsible: responsible, severity: severity, basis: basis, reading: reading)
        }
    }

    private func present(_ key: String, in fields: Fields) -> Located? {
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
        if case .officeTerm = due { return .warning }
        return .legal
    }

    /// `sameDay`, or a mapping of one key, such as `{workingDays: 5}`.
    func dueRule(_ value: Located) -> DueRule? {
        if case .scalar(let scalar) = value.node {
            if scalar.string == "sameDay" { return .sameDay }
            faults.report(
                .badValue, at: value.place, "due", scalar.string, (["sameDay"] + PackReader.dueKeys).joined(separator: ", "))
            return nil
        }
        guard let fields = faults.fields(value, known: PackReader.dueKeys) else { return nil }
        guard let key = fields.keys.first, fields.keys.count == 1, let amount = fields[key] else {
            faults.report(
                .badValue, at: value.place, "due", fields.keys.joined(separator: ", "), PackReader.dueKeys.joined(separator: ", ")
            )
            return nil
        }
        func number(_ range: ClosedRange<Int>) -> Int? { faults.integer(amount, key: key, in: range) }
        switch key {
        case "workingDays": return number(1...366).map(DueRule.workingDays)
        case "calendarDays": return number(1...3660).map(DueRule.calendarDays)
        case "hours": return number(1...8784).map(DueRule.hours)
        case "minutes": return number(1...1440).map(DueRule.minutes)
        case "months": return number(1...120).map(DueRule.months)
        case "dayOfNextMonth": return number(1...31).map(DueRule.dayOfNextMonth)
        case "dayAfterQuarter": return number(1...31).map(DueRule.dayAfterQuarter)
        case "dayAfterHalfYear": return number(1...31).map(DueRule.dayAfterHalfYear)
        case "officeTerm":
            guard let term = faults.text(amount) else { return nil }
            faults.check(term, isIn: officeTerms.map(\.id), kind: "officeTerm", at: amount.place)
            return .officeTerm(term)
        default: return nil
        }
    }

    /// An event's name alone, or `{event: …}` with allowed values of its attributes.
    func pattern(_ value: Located) -> EventPattern? {
        if case .scalar(let scalar) = value.node { return eventName(scalar.string, at: value.place).map { EventPattern($0) } }
        guard case .mapping(let mapping) = value.node,
            let nameNode = mapping.first(where: { $0.key.scalar?.string == "event" })?.value
        else {
            faults.report(.missingKey, at: value.place, "event")
            return nil
        }
        let name = Located(node: nameNode, file: value.file)
        guard let text = faults.text(name), let event = eventName(text, at: name.place) else { return nil }
        let known = Set(PackReader.attributes[event] ?? []).union(declared[event] ?? []).sorted()
        var filters: [String: Set<String>] = [:]
        for (keyNode, node) in mapping {
            let key = keyNode.scalar?.string ?? ""
            if key == "event" { continue }
            let place = Place(file: value.file, line: keyNode.mark?.line ?? value.place.line)
            guard known.contains(key) else {
                faults.report(.unknownAttribute, at: place, event.rawValue, key, known.joined(separator: ", "))
                continue
            }
            let values = faults.texts(Located(node: node, file: value.file))
            for (text, place) in values {
                if event == .entryRecorded {
                    faults.check(text, isIn: entryKindIDs, kind: "entry", at: place)
                } else if declared[event]?.contains(key) != true {
                    check(text, of: key, at: place)
                }
            }
            filters[key] = Set(values.map(\.text))
        }
        checkOutcomes(filters, at: value.place)
        return EventPattern(event, where: filters)
    }

    private func eventName(_ text: String, at place: Place) -> EventName? {
        let name = EventName(rawValue: text)
        let known = EventName.known.union(declared.keys)
        if known.contains(name) { return name }
        faults.report(.unknownEvent, at: place, text, known.map(\.rawValue).sorted().joined(separator: ", "))
        return nil
    }

    private func check(_ text: String, of attribute: String, at place: Place) {
        switch attribute {
        case "source": faults.check(text, isIn: sources.map(\.id), kind: "source", at: place)
        case "kind": faults.check(text, isIn: programKinds.map(\.entry.id), kind: "programKind", at: place)
        case "subject": faults.check(text, isIn: registrySubjects.map(\.id), kind: "registrySubject", at: place)
        case "method": _ = faults.choice(text, key: attribute, at: place, as: ContactMethod.self)
        case "outcome": _ = faults.choice(text, key: attribute, at: place, as: ContactOutcome.self)
        case "to": _ = faults.choice(text, key: attribute, at: place, as: ConsentKind.self)
        case "answer" where !["given", "refused"].contains(text):
            faults.report(.badValue, at: place, attribute, text, "given, refused")
        case "via" where !["smev", "other"].contains(text): faults.report(.badValue, at: place, attribute, text, "smev, other")
        default: break
        }
    }

    /// Outcomes that none of the named means can have would make a rule that never speaks.
    private func checkOutcomes(_ filters: [String: Set<String>], at place: Place) {
        guard let methods = filters["method"]?.compactMap(ContactMethod.init), let outcomes = filters["outcome"], !methods.isEmpty
        else { return }
        let possible = Set(methods.flatMap { ContactOutcome.possible(for: $0) }.map(\.rawValue))
        for outcome in outcomes.sorted() where ContactOutcome(rawValue: outcome) != nil && !possible.contains(outcome) {
            faults.report(.badValue, at: place, "outcome", outcome, possible.sorted().joined(separator: ", "))
        }
    }

    // MARK: The ladder

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
