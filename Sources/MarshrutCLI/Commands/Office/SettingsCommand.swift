import ArgumentParser
import CaseStore
import Casework

/// `marshrut settings`: what the office decides for itself; without options it is shown.
struct SettingsCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "settings", abstract: HelpTexts.abstract("settings"), discussion: HelpTexts.discussion("settings"))
    }

    @Option(help: HelpTexts.option("organisation", value: "name"))
    var organisation: String?

    @Option(help: HelpTexts.option("contacts", value: "text"))
    var contacts: String?

    @Option(help: HelpTexts.option("failed-calls", value: "n"))
    var failedCalls: Int?

    @Option(help: HelpTexts.option("term", value: "term=days"))
    var term: [String] = []

    @Option(help: HelpTexts.option("reading", value: "reading=option"))
    var reading: [String] = []

    @Option(help: HelpTexts.option("add-regulation", value: "id"))
    var addRegulation: [String] = []

    @Flag(help: HelpTexts.option("recompute"))
    var recompute = false

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let work = try wiring.office()
        var office = work.context.office
        if let organisation {
            guard let name = organisation.nonEmpty else { throw CommandFailure.usage("usage.organisation") }
            office.organisation = name
        }
        if let contacts { office.contacts = contacts.nonEmpty }
        if let failedCalls {
            guard (1...100).contains(failedCalls) else { throw CommandFailure.usage("usage.failed-calls", String(failedCalls)) }
            office.failedCalls = failedCalls
        }
        for id in addRegulation where !office.regulations.contains(id) { office.regulations.append(try wiring.pack(id).id) }
        try setTerms(&office, known: work.context.regulations.flatMap(\.officeTerms).map(\.id))
        office.readings = try ReadingOptions.merged(reading, into: office.readings, work.context.regulations)
        if office != work.context.office {
            try work.storing { () throws(StoreError) in
                try work.archive.save(office, worker: work.login, at: work.context.now)
            }
        }
        if office != work.context.office || recompute { try renewTerms(office, work) }
        show(office, work)
    }

    /// `visit=3`; `visit=0` takes the office's own term away.
    private func setTerms(_ office: inout OfficeSettings, known: [String]) throws {
        for text in term {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let days = Int(parts[1]), (0...366).contains(days), known.contains(String(parts[0])) else {
                throw CommandFailure.usage("usage.term", text, known.joined(separator: ", "))
            }
            office.officeTerms[String(parts[0])] = days == 0 ? nil : days
        }
    }

    /// Terms follow from the settings and the acts.
    private func renewTerms(_ office: OfficeSettings, _ work: OfficeAtWork) throws {
        let renewed = try work.wiring.at(work.archive, office, packs: work.wiring.packs(office.regulations))
        let progress = Progress(console: work.console, texts: work.texts, key: "progress.cases")
        _ = try work.storing { () throws(StoreError) in
            try work.archive.recomputeObligations(context: renewed.context) { progress.show($0) }
        }
        progress.clear()
    }

    private func show(_ office: OfficeSettings, _ work: OfficeAtWork) {
        let texts = work.texts
        let terms = work.context.regulations.flatMap(\.officeTerms)
        let choices = work.context.regulations.flatMap(\.readingChoices)
        let json = JSONValue.object([
            ("organisation", .text(office.organisation)), ("contacts", .optional(office.contacts)),
            ("regulations", .array(office.regulations.map { .text($0) })), ("failedCalls", .number(office.failedCalls)),
            ("officeTerms", .object(terms.map { ($0.id, .optional(office.officeTerms[$0.id])) })),
            ("readings", .object(choices.map { ($0.entry.id, .text($0.chosen(in: office.readings).id)) })),
        ])
        work.wiring.print(
            Report(json) {
                var page = PageOfFacts(texts: texts)
                page.title(office.organisation)
                page.fact("settings.contacts", office.contacts ?? texts("unknown"))
                page.fact("settings.regulations", office.regulations.joined(separator: ", "))
                page.fact("settings.failed-calls", String(office.failedCalls))
                page.section("settings.terms")
                let defaults = work.context.regulations.reduce(into: [:]) { $0.merge($1.officeDefaults) { first, _ in first } }
                for term in terms {
                    let own = office.officeTerms[term.id].map { texts.count("working-day", $0) }
                    let standing = defaults[term.id].map { texts("settings.default-term", texts.count("working-day", $0)) }
                    let days = own ?? standing ?? texts("settings.no-term")
                    page.line(term.id, "\(days) · \(term.title)")
                }
                if !choices.isEmpty { page.section("settings.readings") }
                for choice in choices {
                    let option = choice.chosen(in: office.readings)
                    page.line(choice.entry.id, "\(option.id) · \(option.title)")
                }
                return page.text
            }, as: format)
    }
}
