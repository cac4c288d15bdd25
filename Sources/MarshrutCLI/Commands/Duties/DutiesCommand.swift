import ArgumentParser
import CaseStore
import Casework

/// `marshrut duties`: the office's periodic duties since it began, done and to be done.
struct DutiesCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "duties", abstract: HelpTexts.abstract("duties"), discussion: HelpTexts.discussion("duties"))
    }

    @Option(help: HelpTexts.option("duties-until", value: "date"))
    var until: CivilDate?

    @Flag(help: HelpTexts.option("duties-overdue"))
    var overdue = false

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    /// Without `--until` the list ends so many days ahead: the next quarter's reports are in it.
    private static let daysAhead = 92

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let today = office.context.now.date
        let end = until ?? today.adding(days: DutiesCommand.daysAhead)
        let duties = try office.duties(until: overdue ? min(end, today) : end)
            .filter { !overdue || $0.state(on: today) == .overdue }
        let texts = wiring.texts
        wiring.print(
            Report(.array(duties.map { office.json($0) })) {
                var table = TextTable([
                    texts("field.due"), texts("cli.column.state"), texts("duty.period"), texts("field.basis"),
                    texts("cli.column.what"), texts("cli.column.id"),
                ])
                for duty in duties {
                    let rule = duty.duty.rule
                    table.append([
                        duty.duty.due.at.date.dotted, texts("obligation-state.\(duty.state(on: today).rawValue)"),
                        duty.duty.period, texts.basis(rule.basis), rule.title, rule.id,
                    ])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }
}

/// `marshrut duty`: marks on the office's periodic duties.
struct DutyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "duty", abstract: HelpTexts.abstract("duty"), discussion: HelpTexts.discussion("duty"),
            subcommands: [DutyDone.self])
    }
}

/// `marshrut duty done RULE --period P --on DATE`.
struct DutyDone: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "done", abstract: HelpTexts.abstract("duty.done"))
    }

    @Argument(help: HelpTexts.option("duty-rule", value: "rule"))
    var rule: String

    @Option(help: HelpTexts.option("duty-period", value: "period"))
    var period: String

    @Option(help: HelpTexts.option("duty-on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let all = office.context.regulations.flatMap(\.obligations).filter(\.isPeriodic)
        let ids = all.map(\.id).filter { $0 == rule || $0.hasSuffix(".\(rule)") }
        guard let id = ids.first else {
            throw CommandFailure.usage("usage.duty-unknown", rule, all.map(\.id).joined(separator: ", "))
        }
        // The whole life of the acts, so that a report of long ago can still be marked.
        let start = office.context.regulations.map(\.inForceFrom).min() ?? office.context.now.date
        let known = try office.duties(since: start, until: office.context.now.date.adding(months: 24))
            .filter { $0.duty.rule.id == id }
        guard let duty = known.first(where: { $0.duty.period == period }) else {
            throw CommandFailure.usage(
                "usage.duty-period", period, known.suffix(8).map(\.duty.period).joined(separator: ", "))
        }
        let order = duty.duty.done(on: on ?? office.context.now.date, note: note?.nonEmpty)
        let done = try office.performing { () throws(PerformError) in
            try office.archive.record(order, over: duty.mark?.id, context: office.context)
        }
        let texts = wiring.texts
        let json = JSONValue.object([
            ("entry", .number(done.sequence)), ("rule", .text(id)), ("period", .text(period)), ("doneOn", .date(done.entry.on)),
            ("state", .text(OfficeDuty(duty.duty, mark: done.entry).state(on: office.context.now.date).rawValue)),
        ])
        wiring.print(
            Report(json) { texts("duty.marked", duty.duty.rule.title, period, String(done.sequence)) + "\n" },
            as: format.format == nil ? .table : format)
    }
}

extension OfficeAtWork {
    /// The day from which the office answers for its duties.
    func firstDay() throws -> CivilDate {
        try storing { () throws(StoreError) in try archive.firstDay() } ?? context.now.date
    }

    /// The office's own marks on duties and plans.
    func officeMarks() throws -> [OfficeEntry] {
        try storing { () throws(StoreError) in
            try archive.officeEntries(kind: OwnEntryKind.dutyDone) + archive.officeEntries(kind: OwnEntryKind.planItem)
        }
    }

    /// The duties under all acts, by date.
    func duties(since: CivilDate? = nil, until end: CivilDate) throws -> [OfficeDuty] {
        let start = try since ?? firstDay()
        guard start <= end else { return [] }
        let marks = try officeMarks()
        return context.regulations
            .flatMap { $0.officeDuties(due: start...end, marks: marks, calendar: context.calendar, office: context.office) }
            .sorted { ($0.duty.due.at.date, $0.id) < ($1.duty.due.at.date, $1.id) }
    }

    func json(_ duty: OfficeDuty) -> JSONValue {
        let rule = duty.duty.rule
        return .object([
            ("rule", .text(rule.id)), ("title", .text(rule.title)), ("period", .text(duty.duty.period)),
            ("due", .date(duty.duty.due.at.date)), ("workBy", .date(duty.duty.due.workBy)),
            ("state", .text(duty.state(on: context.now.date).rawValue)), ("doneOn", .date(duty.mark?.on)),
            ("note", .optional(duty.mark?.values["note"])), ("basis", .basis(rule.basis)),
            ("responsible", .text(rule.responsible)), ("provisional", .bool(duty.duty.due.isProvisional)),
        ])
    }
}
