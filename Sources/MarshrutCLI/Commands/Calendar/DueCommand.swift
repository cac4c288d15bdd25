import ArgumentParser
import Casework
import MarshrutResources
import Regulations

/// `marshrut due EVENT`: the terms that an event sets off, each with the days counted one by one.
struct DueCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "due", abstract: HelpTexts.abstract("due"), discussion: HelpTexts.discussion("due"))
    }

    @Argument(help: HelpTexts.option("event", value: "event"))
    var event: String

    @Option(help: HelpTexts.option("due-on", value: "date"))
    var on: CivilDateTime

    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: [String] = []

    @Option(help: HelpTexts.option("source", value: "code"))
    var source: String?

    @Option(help: HelpTexts.option("via", value: "smev|other"))
    var via: String?

    @Option(help: HelpTexts.option("months", value: "n"))
    var months: Int?

    @Option(help: HelpTexts.option("due-category", value: "code"))
    var category: String?

    @Flag(help: HelpTexts.option("explain"))
    var explain = false

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        if let via, !["smev", "other"].contains(via) { throw CommandFailure.usage("usage.via", via) }
        if let months, months < 1 { throw CommandFailure.usage("usage.months", String(months)) }
        let packs = try wiring.packs(regulation)
        let name = EventName(rawValue: event)
        // What an act's own records tell of is an event like any other.
        let known = packs.reduce(into: EventName.known) { $0.formUnion($1.regulation.declaredEvents.keys) }
        guard known.contains(name) else {
            throw CommandFailure.usage("usage.event-unknown", event, known.map(\.rawValue).sorted().joined(separator: ", "))
        }
        let calendar = try wiring.calendar()
        let office = OfficeSettings(organisation: "", regulations: packs.map(\.id))
        let engine = DeadlineEngine(regulations: packs.map(\.regulation), calendar: calendar, office: office)
        var terms: [Term] = []
        for pack in packs {
            let event = CaseEvent(name, at: on, recordID: wiring.newID(), attributes: try attributes(name, pack.regulation))
            terms += engine.terms(after: event, under: pack.regulation).map {
                Term(
                    rule: $0.rule, due: $0.due, role: pack.regulation.roles[$0.rule.responsible] ?? $0.rule.responsible,
                    warnings: engine.warnings(for: $0.rule.id, after: on))
            }
        }
        if terms.contains(where: \.due.isProvisional) { warn(terms, calendar, wiring) }
        let texts = wiring.texts
        wiring.print(
            Report(.array(terms.map { $0.json(texts) })) { DueTable(terms: terms, texts: texts, explains: explain).text },
            as: format)
    }

    /// The event's attributes for one act.
    /// - Throws: usage failure when the act tells terms apart by the source and none, or an unknown one, is given.
    private func attributes(_ name: EventName, _ act: Regulation) throws -> [String: String] {
        var attributes: [String: String] = [:]
        if let via { attributes["via"] = via }
        if let months { attributes["months"] = String(months) }
        if let category {
            let known = act.categories.map(\.entry.id) + [Regulation.noCategory]
            guard known.contains(category) else {
                throw CommandFailure.usage("usage.category", category, known.joined(separator: ", "))
            }
            attributes["category"] = category
        }
        guard name == .referralReceived else { return attributes }
        let known = act.sources.map(\.id).joined(separator: ", ")
        if let source {
            guard let entry = act.source(named: source) else { throw CommandFailure.usage("usage.source-unknown", source, known) }
            attributes["source"] = entry.id
        } else if act.obligations.contains(where: { $0.trigger.name == name && $0.trigger.filters["source"] != nil }) {
            throw CommandFailure.usage("usage.source-missing", act.id, known)
        }
        return attributes
    }

    /// A year without its decree makes terms provisional; said aloud once a year of them.
    private func warn(_ terms: [Term], _ calendar: ProductionCalendar, _ wiring: Wiring) {
        let days = terms.flatMap { $0.due.counted.map(\.date) + [$0.due.at.date, $0.due.workBy] }
        for year in Set(days.map(\.year)).sorted() where !calendar.covers(year: year) {
            wiring.console.complain(wiring.texts("calendar.provisional", String(year)) + "\n")
        }
    }
}

/// One term that an event sets off.
struct Term {
    var rule: ObligationRule
    var due: DueDate
    /// The title of the role that must do it.
    var role: String
    /// Terms of the act that this one collides with.
    var warnings: [TermWarning] = []

    func json(_ texts: Texts) -> JSONValue {
        .object([
            ("rule", .text(rule.id)), ("title", .text(rule.title)), ("due", .date(due.at.date)),
            ("time", .optional(due.at.time?.text)), ("workBy", .date(due.workBy)), ("responsible", .text(rule.responsible)),
            ("basis", .basis(rule.basis)),
            (
                "counted",
                .array(
                    due.counted.map {
                        .object([
                            ("date", .date($0.date)), ("counts", .bool($0.counts)), ("why", .text(texts.reason($0.reason))),
                        ])
                    })
            ),
            ("term", .text(texts.due(rule.due))), ("severity", .text(rule.severity.rawValue)),
            ("officeTerm", .bool(rule.isOfficeTerm)), ("provisional", .bool(due.isProvisional)),
            ("reading", .optional(rule.reading)),
            ("warnings", .array(warnings.map { $0.json(texts) })),
        ])
    }
}

extension TermWarning {
    fileprivate func json(_ texts: Texts) -> JSONValue {
        .object([
            ("id", .text(conflict.entry.id)), ("title", .text(conflict.entry.title)), ("chainEnds", .date(chainEnds)),
            ("due", .date(due)), ("basis", .basis(conflict.entry.basis)), ("reading", .optional(conflict.reading)),
        ])
    }
}

/// Terms for people: a table, and below it the counting of each where asked.
struct DueTable {
    var terms: [Term]
    var texts: Texts
    var explains: Bool

    var text: String {
        var table = TextTable([
            texts("field.due"), texts("cli.column.work-by"), texts("field.basis"), texts("cli.column.what"),
        ])
        for term in terms {
            table.append([term.due.at.dotted, term.due.workBy.dotted, texts.basis(term.rule.basis), term.rule.title])
        }
        let overview = table.text(empty: texts("due.none"))
        return explains ? ([overview] + terms.map(counting)).joined(separator: "\n") : overview
    }

    private func counting(_ term: Term) -> String {
        var lines = [texts("due.counting", term.rule.title, texts.due(term.rule.due), term.role, texts.basis(term.rule.basis))]
        var number = 0
        for day in term.due.counted {
            if day.counts { number += 1 }
            let mark = day.counts ? String(number) : "–"
            let gap = String(repeating: " ", count: max(0, 4 - mark.count))
            lines.append("\(gap)\(mark)  \(day.date.dotted) \(texts.shortWeekday(day.date.weekday))  \(texts.reason(day.reason))")
        }
        lines += term.warnings.map { texts.warning($0) }
        return lines.joined(separator: "\n") + "\n"
    }
}
