import ArgumentParser
import Casework

/// `marshrut program check N`: what a draft still lacks before it can be agreed.
struct CheckProgram: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: HelpTexts.abstract("program.check"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("kind", value: "kind"))
    var kind: String?

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let (program, _) = try office.program(kind, regulation, of: target.number)
        let texts = wiring.texts
        let gaps = program.measures.enumerated().flatMap { index, measure in
            CheckProgram.gaps(measure).map { (row: index + 1, what: $0) }
        }
        if format.format == .json || format.format == .csv {
            wiring.print(
                Report(
                    .array(gaps.map { .object([("measure", .number($0.row)), ("missing", .text($0.what))]) })
                ) { "" }, as: format)
        }
        if gaps.isEmpty {
            if format.format != .json, format.format != .csv { wiring.console.print(texts("program.check.good") + "\n") }
            return
        }
        var failure = CommandFailure.refused("program.check.bad")
        failure.details = gaps.map { texts("paper.missing-row", texts("placeholder.measure.\($0.what)"), String($0.row)) }
        throw failure
    }

    private static func gaps(_ measure: Measure) -> [String] {
        [
            ("title", measure.title), ("volume", measure.volume), ("periodicity", measure.periodicity),
            ("duration", measure.duration),
        ]
        .filter { $0.1.isEmpty }.map(\.0)
    }
}
