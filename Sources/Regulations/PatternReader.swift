import Casework
import Yams

/// Which events rules and stages speak of.
extension PackReader {
    /// Who asks for an event: a rule knows the category on its day, and what fulfils it knows the record that set it off.
    enum PatternUse {
        case stage, trigger, rule

        var keys: [String] {
            switch self {
            case .stage: []
            case .trigger: ["category"]
            case .rule: ["category", "same"]
            }
        }
    }

    /// Attributes by event; an event not named here, nor declared by the pack's own records, carries none.
    static let attributes: [EventName: [String]] = [
        .referralReceived: ["source"], .contactAttempted: ["method", "outcome"], .consentRecorded: ["to", "answer"],
        .programDrafted: ["kind"], .programAgreed: ["kind"], .programApproved: ["kind"], .registryMarked: ["subject"],
        .entryRecorded: ["kind"], .categoryChanges: ["from", "to"], .accompanimentStarted: ["months"],
        .accompanimentExtended: ["months"], EventName(rawValue: "request-sent"): ["via"],
        EventName(rawValue: "request-delivered"): ["via"], EventName(rawValue: "request-answered"): ["via"],
    ]

    /// Events that the program itself brings; all others come from records that the pack declares.
    static let ownEvents: Set<EventName> = [
        .referralReceived, .contactAttempted, .consentRecorded, .meetingAgreed, .meetingHeld, .surveyRecorded, .programDrafted,
        .programAgreed, .programApproved, .registryMarked, .curatorAssigned, .categoryChanges,
    ]

    /// Events that can happen in a case under the pack.
    var happening: Set<EventName> {
        PackReader.ownEvents.union(declared.keys).union(declaredKinds.isEmpty ? [] : [.entryRecorded])
    }

    /// An event's name alone, or `{event: …}` with allowed values of its attributes.
    func pattern(_ value: Located, of use: PatternUse) -> EventPattern? {
        guard let (event, _) = eventName(of: value) else { return nil }
        guard case .mapping(let mapping) = value.node else { return EventPattern(event) }
        let known = attributes(of: event) + use.keys
        var filters: [String: Set<String>] = [:]
        var same = false
        for (keyNode, node) in mapping {
            let key = keyNode.scalar?.string ?? ""
            if key == "event" { continue }
            let inner = Located(node: node, file: value.file)
            let place = Place(file: value.file, line: keyNode.mark?.line ?? value.place.line)
            guard known.contains(key) else {
                faults.report(.unknownAttribute, at: place, event.rawValue, key, known.joined(separator: ", "))
                continue
            }
            if key == "same" {
                same = faults.text(inner) == "true"
                if !same { faults.report(.badValue, at: place, key, faults.text(inner) ?? "", "true") }
                continue
            }
            let values = faults.texts(inner)
            if values.isEmpty { faults.report(.tooFew, at: place, "1") }
            for (text, place) in values { check(text, of: key, event: event, at: place) }
            filters[key] = Set(values.map(\.text))
        }
        checkOutcomes(filters, at: value.place)
        return EventPattern(event, where: filters, sameRecord: same)
    }

    /// The event that a name, or a mapping with `event`, speaks of.
    func eventName(of value: Located) -> (name: EventName, place: Place)? {
        if case .scalar = value.node { return eventName(value) }
        guard case .mapping(let mapping) = value.node,
            let node = mapping.first(where: { $0.key.scalar?.string == "event" })?.value
        else {
            faults.report(.missingKey, at: value.place, "event")
            return nil
        }
        return eventName(Located(node: node, file: value.file))
    }

    func eventName(_ value: Located) -> (name: EventName, place: Place)? {
        guard let text = faults.text(value) else { return nil }
        let name = EventName(rawValue: text)
        let known = EventName.known.union(declared.keys)
        if known.contains(name) { return (name, value.place) }
        faults.report(.unknownEvent, at: value.place, text, known.map(\.rawValue).sorted().joined(separator: ", "))
        return nil
    }

    /// A date out of an attribute needs a trigger that carries it.
    func checkAttributes(of due: DueRule?, trigger: EventPattern?, at place: Place?) {
        guard let due, let trigger, let place else { return }
        let known = attributes(of: trigger.name)
        for attribute in due.attributes where !known.contains(attribute) {
            faults.report(.unknownAttribute, at: place, trigger.name.rawValue, attribute, known.joined(separator: ", "))
        }
    }

    private func attributes(of event: EventName) -> [String] {
        let own = PackReader.attributes[event] ?? []
        return own + (declared[event]?.keys.sorted() ?? []).filter { !own.contains($0) }
    }

    private func check(_ text: String, of attribute: String, event: EventName, at place: Place) {
        // A declared record may give the attribute more values than the vocabulary has, or fewer.
        if let values = declared[event]?[attribute] {
            if let values, !values.contains(text) {
                faults.report(.badValue, at: place, attribute, text, values.sorted().joined(separator: ", "))
            }
            return
        }
        let categories = categoryIDs + [Regulation.noCategory]
        switch attribute {
        case "to" where event == .categoryChanges: faults.check(text, isIn: categories, kind: "category", at: place)
        case "category", "from": faults.check(text, isIn: categories, kind: "category", at: place)
        case "source": faults.check(text, isIn: sources.map(\.id), kind: "source", at: place)
        case "kind" where event == .entryRecorded: faults.check(text, isIn: declaredKinds, kind: "entry", at: place)
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
}
