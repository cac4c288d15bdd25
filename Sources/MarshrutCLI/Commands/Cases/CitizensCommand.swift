import ArgumentParser
import CaseStore
import Casework

/// `marshrut citizens`: the registry, searched and filtered.
struct CitizensCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "citizens", abstract: HelpTexts.abstract("citizens"), discussion: HelpTexts.discussion("citizens"))
    }

    @Option(help: HelpTexts.option("search", value: "text"))
    var search: String = ""

    @Option(help: HelpTexts.option("category", value: "category"))
    var category: [String] = []

    @Option(help: HelpTexts.option("stage", value: "stage"))
    var stage: [String] = []

    @Option(help: HelpTexts.option("curator", value: "login"))
    var curator: String?

    @Flag(help: HelpTexts.option("overdue-cases"))
    var overdue = false

    @Option(help: HelpTexts.option("sort", value: "order"))
    var sort: RegistryQuery.Sort = .name

    @Option(help: HelpTexts.option("limit", value: "n"))
    var limit: Int?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        if let limit, limit < 1 { throw CommandFailure.usage("usage.limit", String(limit)) }
        let office = try wiring.office(forReading: true)
        try check(office)
        let query = RegistryQuery(
            text: search, categories: Set(category.map { $0 == "none" ? nil : $0 }), stages: Set(stage), curator: curator,
            overdueOn: overdue ? wiring.now.date : nil, sort: sort)
        let texts = wiring.texts
        let printer = ListPrinter(
            wiring: wiring, option: format,
            titles: [
                "№", texts("cli.column.name"), texts("field.born"), texts("field.category"), texts("field.stage"),
                texts("field.curator"), texts("cli.column.next-due"),
            ], rightAligned: [0], limit: limit)
        var position = PagePosition<RegistryRow>.start
        try printer.print { count in
            let page = try office.storing { () throws(StoreError) in
                try office.archive.registry(query, at: position, limit: count)
            }
            if let last = page.rows.last { position = .after(last) }
            return (page.rows.map { CitizensCommand.entry($0, office) }, page.hasMore)
        }
    }

    /// A category or stage that no act has would give an empty list without a word.
    private func check(_ office: OfficeAtWork) throws {
        let acts = office.context.regulations
        let categories = acts.flatMap(\.categories).map(\.entry.id)
        if let wrong = category.first(where: { $0 != "none" && !categories.contains($0) }) {
            throw CommandFailure.usage("usage.category", wrong, (categories + ["none"]).joined(separator: ", "))
        }
        let stages = acts.flatMap(\.stages).map(\.entry.id)
        if let wrong = stage.first(where: { !stages.contains($0) }) {
            throw CommandFailure.usage("usage.stage", wrong, stages.joined(separator: ", "))
        }
    }

    private static func entry(_ row: RegistryRow, _ office: OfficeAtWork) -> ListPrinter.Entry {
        ListPrinter.Entry(
            json: .object([
                ("case", .text(String(row.number))), ("family", .text(row.family)), ("given", .text(row.given)),
                ("patronymic", .optional(row.patronymic)), ("born", .date(row.born)), ("category", .optional(row.category)),
                ("stage", .text(row.stage)), ("nextDue", .date(row.nextDue)), ("nextRule", .optional(row.nextRule)),
                ("curator", .optional(row.curator)), ("territory", .optional(row.territory)), ("source", .optional(row.source)),
                ("open", .bool(row.isOpen)), ("attempts", .number(row.attempts)), ("lastContactOn", .date(row.lastContactOn)),
            ]),
            cells: [
                String(row.number), row.fullName, row.born.dotted, office.categoryTitle(row.category) ?? "",
                office.stageTitle(row.stage), row.curator ?? "", row.nextDue?.dotted ?? "",
            ])
    }
}

extension RegistryQuery.Sort: ExpressibleByArgument {}

extension OfficeAtWork {
    /// The title of a category, of whichever act.
    func categoryTitle(_ id: String?) -> String? {
        guard let id else { return nil }
        return context.regulations.lazy.flatMap(\.categories).first { $0.entry.id == id }?.entry.title ?? id
    }

    /// The title of a stage, of whichever act.
    func stageTitle(_ id: String) -> String {
        context.regulations.lazy.flatMap(\.stages).first { $0.entry.id == id }?.entry.title ?? id
    }
}
