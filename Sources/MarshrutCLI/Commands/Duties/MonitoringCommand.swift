import ArgumentParser
import CaseStore
import Casework
import MarshrutResources

/// `marshrut monitoring`: how timely and how well the register is kept (IRK п. 37.2).
struct MonitoringCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "monitoring", abstract: HelpTexts.abstract("monitoring"),
            discussion: HelpTexts.discussion("monitoring"))
    }

    @Option(help: HelpTexts.option("deadlines-user", value: "login"))
    var user: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: OfficeOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        guard let pack = office.packs.first(where: { !$0.quality.isEmpty }) else {
            throw CommandFailure.refused("monitoring.none")
        }
        var report = QualityReport(
            criteria: pack.quality, regulation: pack.regulation, engine: office.context.engine, now: office.context.now)
        let progress = Progress(console: wiring.console, texts: wiring.texts, key: "progress.cases")
        try office.storing { () throws(StoreError) in
            try office.archive.eachOpenCase(curator: user) { file in
                report.add(file)
                return report.cases.isMultiple(of: 500) ? progress.show(report.cases) : true
            }
        }
        progress.clear()
        let texts = wiring.texts
        wiring.print(Report(json(report)) { table(report, texts) }, as: format)
    }

    private func json(_ report: QualityReport) -> JSONValue {
        .object([
            ("cases", .number(report.cases)), ("score", .optional(report.score())),
            ("completeness", .optional(report.score(.completeness))), ("timeliness", .optional(report.score(.timeliness))),
            (
                "criteria",
                .array(
                    report.counts.map {
                        .object([
                            ("id", .text($0.criterion.entry.id)), ("title", .text($0.criterion.entry.title)),
                            ("aspect", .text($0.criterion.aspect.rawValue)), ("weight", .number($0.criterion.weight)),
                            ("asked", .number($0.asked)), ("met", .number($0.met)), ("percent", .optional($0.percent)),
                            ("missing", .array($0.missing.map { .text(String($0)) })),
                        ])
                    })
            ),
        ])
    }

    private func table(_ report: QualityReport, _ texts: Texts) -> String {
        var table = TextTable(
            [texts("quality.share"), texts("quality.met"), texts("quality.asked"), texts("quality.criterion")],
            rightAligned: [0, 1, 2])
        for count in report.counts {
            table.append([
                count.percent.map { "\($0) %" } ?? "–", String(count.met), String(count.asked), count.criterion.entry.title,
            ])
        }
        return report.summary(texts).map { $0 + "\n" }.joined() + table.text(empty: texts("cli.empty"))
    }
}
