import ArgumentParser
import Casework
import MarshrutResources
import Regulations

/// `marshrut standards`: an act's table of service standards, as printed.
struct StandardsCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "standards", abstract: HelpTexts.abstract("standards"), discussion: HelpTexts.discussion("standards"))
    }

    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: String

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let pack = try wiring.pack(regulation)
        guard let standards = pack.standards else { throw CommandFailure.refused("standards.none", pack.regulation.act) }
        let view = StandardsView(table: standards, texts: wiring.texts)
        if (format.format ?? (wiring.console.isTerminal ? .table : .json)) == .csv {
            wiring.console.print(view.rows.commaSeparated)
        } else {
            wiring.print(Report(view.json) { view.text }, as: format)
        }
    }
}

/// A table of standards for programs and for people.
struct StandardsView {
    let table: StandardsTable
    let texts: Texts

    /// One object a service, its levels inside.
    var json: JSONValue { .array(table.services.map { .object(head($0) + [("levels", levels($0))] + tail($0)) }) }

    /// One row a service and level, for tables of other programs.
    var rows: JSONValue {
        .array(
            table.services.flatMap { service in
                service.norms.map { norm in
                    .object(
                        head(service) + [
                            ("level", .number(norm.level)), ("periodicity", .text(norm.periodicity)),
                            ("perYear", .number(norm.perYear)),
                        ])
                }
            })
    }

    private func head(_ service: ServiceStandard) -> [(String, JSONValue)] {
        [
            ("section", .number(service.section.number)), ("number", .text(service.number)), ("title", .text(service.title)),
            ("substituting", .bool(service.isSubstituting)), ("minutes", .number(service.minutes)),
        ]
    }

    private func levels(_ service: ServiceStandard) -> JSONValue {
        .array(
            service.norms.map {
                .object([
                    ("level", .number($0.level)), ("periodicity", .text($0.periodicity)), ("perYear", .number($0.perYear)),
                ])
            })
    }

    private func tail(_ service: ServiceStandard) -> [(String, JSONValue)] {
        [
            ("key", .text(service.key)), ("sectionTitle", .optional(service.section.title)),
            ("description", .text(service.description)), ("note", .optional(service.note ?? service.section.note)),
            ("reading", .optional(service.reading ?? service.section.reading)), ("basis", .basis(service.basis)),
        ]
    }

    /// A line a service, visits a year by level, and what the whole table comes to.
    var text: String {
        var lines = TextTable(
            [texts("cli.column.id"), texts("standards.minutes")] + table.levels + [texts("cli.column.title")],
            rightAligned: Set(1...table.levels.count + 1))
        let levels = 1...table.levels.count
        for service in table.services {
            let visits = levels.map { level in service.norm(at: level).map { String($0.perYear) } ?? "–" }
            let title = service.isSubstituting ? texts("standards.substituting", service.title) : service.title
            lines.append([service.key, String(service.minutes)] + visits + [title])
        }
        var text = lines.text(empty: texts("cli.empty")) + "\n"
        for level in levels {
            let total = StandardsTotal(of: table.services, at: level)
            text +=
                texts(
                    "standards.total", String(level), table.levels[level - 1], String(total.services), String(total.visits),
                    String(total.minutes)) + "\n"
        }
        var told: Set<String> = []
        for service in table.services {
            for note in [service.section.note, service.note].compactMap({ $0 }) where told.insert(note).inserted {
                let whose = note == service.note ? service.key : texts("standards.section", String(service.section.number))
                text += "\(whose): \(note)\n"
            }
        }
        return text
    }
}
