import Casework
import MarshrutResources
import Regulations

/// Rules with terms on the page of an act: from which event, until when, by whom, what fulfils them.
extension RegulationPage {
    func obligation(_ rule: ObligationRule) -> PaperLine {
        var lines = ["\(rule.title) [\(rule.id)]"]
        if let edition = rule.edition { lines.append(words(edition)) }
        let role = pack.regulation.roles[rule.responsible] ?? rule.responsible
        lines.append(texts("page.term", texts.due(rule.due), role))
        if rule.within != nil { lines.append(texts("page.within")) }
        lines.append(texts("page.after", event(rule.trigger)))
        if let period = PeriodicDuty.Period(rule.trigger.name) {
            lines.append(texts("page.periodic", texts("period.\(period.rawValue)")))
        }
        if !rule.onlyAfter.isEmpty { lines.append(texts("page.only-after", events(rule.onlyAfter))) }
        if !rule.unlessAfter.isEmpty { lines.append(texts("page.unless-after", events(rule.unlessAfter))) }
        if !rule.satisfiedBy.isEmpty { lines.append(texts("page.satisfied", events(rule.satisfiedBy))) }
        if let form = rule.form { lines.append(texts("page.form", (try? pack.form(form))?.title ?? form)) }
        if let next = rule.next { lines.append(texts("page.next", next)) }
        if let reading = rule.reading { lines.append(texts("page.reading", reading)) }
        return PaperLine(label: point(rule.basis), value: lines.joined(separator: "\n"))
    }

    private func words(_ edition: Edition) -> String {
        switch (edition.from, edition.until) {
        case (let from?, let until?): texts("page.edition", from.dotted, until.dotted)
        case (let from?, nil): texts("page.edition-from", from.dotted)
        case (nil, let until): texts("page.edition-until", until?.dotted ?? "")
        }
    }

    private func events(_ patterns: [EventPattern]) -> String {
        patterns.map(event).joined(separator: texts("page.or"))
    }

    private func event(_ pattern: EventPattern) -> String {
        let name = texts.event(pattern.name, of: pack.regulation)
        if pattern.filters.isEmpty, !pattern.isSameRecord { return name }
        var details = pattern.filters.sorted { $0.key < $1.key }.map { key, values -> String in
            let words = values.map { value(of: key, $0, in: pattern.name) }.sorted().joined(separator: ", ")
            return switch key {
            case "category": texts("page.category", words)
            case "from" where pattern.name == .categoryChanges: texts("page.category-from", words)
            case "to" where pattern.name == .categoryChanges: texts("page.category-to", words)
            default: words
            }
        }
        if pattern.isSameRecord { details.append(texts("page.same-record")) }
        return texts("event.with", name, details.joined(separator: texts("page.and")))
    }

    private func category(_ id: String) -> String {
        let title = pack.regulation.categories.first { $0.entry.id == id }?.entry.title
        return title ?? (id == Regulation.noCategory ? texts("page.no-category") : id)
    }

    private func value(of attribute: String, _ value: String, in event: EventName) -> String {
        let act = pack.regulation
        switch attribute {
        case "category": return category(value)
        case "from" where event == .categoryChanges: return category(value)
        case "to" where event == .categoryChanges: return category(value)
        case "source": return act.sources.first { $0.id == value }?.title ?? value
        case "kind": return act.programKinds.first { $0.entry.id == value }?.abbreviation ?? value
        case "subject": return act.registrySubjects.first { $0.id == value }?.title ?? value
        case "months": return Int(value).map { texts.count("due.months", $0) } ?? value
        case "method": return texts("method.\(value)")
        case "outcome": return texts("outcome.\(value)")
        case "to", "answer": return texts("consent.\(value)")
        default: return texts.has("\(attribute).\(value)") ? texts("\(attribute).\(value)") : value
        }
    }
}
