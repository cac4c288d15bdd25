import ArgumentParser
import CaseStore
import Casework
import MarshrutResources
import Regulations

/// `marshrut plan`: the region's plan for a year and how its items stand.
struct PlanCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan", abstract: HelpTexts.abstract("plan"), discussion: HelpTexts.discussion("plan"),
            subcommands: [ShowPlan.self, MarkPlan.self], defaultSubcommand: ShowPlan.self)
    }
}

/// `marshrut plan show`, which is also what `marshrut plan` does.
struct ShowPlan: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpTexts.abstract("plan.show"))
    }

    @Option(help: HelpTexts.option("plan-year", value: "year"))
    var year: Int?

    @Option(help: HelpTexts.option("plan-section", value: "n"))
    var section: String?

    @Option(help: HelpTexts.option("plan-status", value: "status"))
    var status: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let (pack, plan) = try office.plan(year: year)
        let wanted = try status.map(PlanStatus.init(argument:))
        let items = try office.standing(of: plan, pack)
            .filter { (section == nil || $0.item.section == section) && (wanted == nil || $0.status == wanted) }
        let texts = wiring.texts
        wiring.print(
            Report(.array(items.map { json($0, plan) })) {
                var table = TextTable([
                    texts("field.number"), texts("cli.column.state"), texts("field.due"), texts("plan.term"), texts("plan.title"),
                ])
                for item in items {
                    table.append([
                        item.item.number, texts("plan-status.\(item.status.rawValue)"), item.nextDay?.dotted ?? "",
                        item.item.printedTerm, item.item.title,
                    ])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }

    private func json(_ standing: PlanItemStanding, _ plan: RegionalPlan) -> JSONValue {
        let item = standing.item
        return .object([
            ("number", .text(item.number)), ("section", .text(item.section)), ("title", .text(item.title)),
            ("term", .text(item.printedTerm)), ("due", .date(standing.nextDay)),
            ("responsible", .array(item.responsible.map { .text($0) })), ("status", .text(standing.status.rawValue)),
            ("markedOn", .date(standing.mark?.on)), ("note", .optional(standing.mark?.note)), ("basis", .basis(item.basis)),
            ("reading", .optional(item.reading)),
            (
                "parts",
                .array(
                    standing.parts.map {
                        .object([
                            ("number", .text($0.part.number)), ("title", .optional($0.part.title)),
                            ("status", .text($0.status.rawValue)), ("due", .date($0.lastDay)),
                            ("obligation", .optional($0.part.obligation)),
                        ])
                    })
            ),
        ])
    }
}

/// `marshrut plan mark NUMBER --status done --on DATE`.
struct MarkPlan: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "mark", abstract: HelpTexts.abstract("plan.mark"))
    }

    @Argument(help: HelpTexts.option("plan-number", value: "number"))
    var number: String

    @Option(help: HelpTexts.option("plan-status", value: "status"))
    var status: String

    @Option(help: HelpTexts.option("plan-year", value: "year"))
    var year: Int?

    @Option(help: HelpTexts.option("duty-on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let (pack, plan) = try office.plan(year: year)
        guard plan.item(number) != nil else {
            throw CommandFailure.usage("usage.plan-number", number, plan.items.map(\.number).joined(separator: ", "))
        }
        let wanted = try PlanStatus(argument: status)
        guard wanted != .late else { throw CommandFailure.usage("usage.plan-status", status, PlanStatus.markable) }
        let day = on ?? office.context.now.date
        let order = plan.mark(number, wanted, on: day, note: note?.nonEmpty, regulation: pack.id)
        let done = try office.performing { () throws(PerformError) in
            try office.archive.record(order, context: office.context)
        }
        let texts = wiring.texts
        let now = try office.standing(of: plan, pack).first { $0.item == plan.item(number) }?.status ?? wanted
        let json = JSONValue.object([
            ("entry", .number(done.sequence)), ("plan", .text(plan.id)), ("number", .text(number)),
            ("marked", .text(wanted.rawValue)), ("status", .text(now.rawValue)), ("on", .date(day)),
        ])
        wiring.print(
            Report(json) { texts("plan.marked", number, texts("plan-status.\(wanted.rawValue)"), String(done.sequence)) + "\n" },
            as: format.format == nil ? .table : format)
    }
}

extension PlanStatus {
    /// The statuses that may be marked, for wording.
    static var markable: String { [PlanStatus.notBegun, .inWork, .done].map(\.rawValue).joined(separator: ", ") }

    /// A status that somebody typed.
    /// - Throws: usage failure.
    init(argument: String) throws {
        guard let status = PlanStatus(rawValue: argument) else {
            throw CommandFailure.usage(
                "usage.plan-status", argument, PlanStatus.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self = status
    }
}

extension OfficeAtWork {
    /// The plan of a year; without one that of this year, else the latest.
    /// - Throws: usage failure where the acts of the office have none.
    func plan(year: Int?) throws -> (RegulationPack, RegionalPlan) {
        let plans = packs.flatMap { pack in pack.plans.map { (pack, $0) } }.sorted { $0.1.year < $1.1.year }
        let years = plans.map { String($0.1.year) }.joined(separator: ", ")
        if let year {
            guard let found = plans.first(where: { $0.1.year == year }) else {
                throw CommandFailure.usage("usage.plan-year", String(year), years)
            }
            return found
        }
        guard let found = plans.last(where: { $0.1.year == context.now.date.year }) ?? plans.last else {
            throw CommandFailure.refused("plan.none")
        }
        return found
    }

    /// How the items of a plan stand today.
    func standing(of plan: RegionalPlan, _ pack: RegulationPack) throws -> [PlanItemStanding] {
        plan.standing(
            entries: try officeMarks(), under: pack.regulation, since: try firstDay(), on: context.now.date,
            calendar: context.calendar, office: context.office)
    }
}
