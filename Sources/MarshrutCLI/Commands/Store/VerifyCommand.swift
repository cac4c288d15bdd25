import ArgumentParser
import CaseStore

/// `marshrut verify`: the file, the journal's chain and everything derived, checked.
struct VerifyCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: HelpTexts.abstract("verify"), discussion: HelpTexts.discussion("verify"))
    }

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let progress = Progress(console: wiring.console, texts: wiring.texts, key: "progress.cases")
        let report = try office.storing { () throws(StoreError) in
            try office.archive.verify(context: office.context) { progress.show($0) }
        }
        progress.clear()
        let texts = wiring.texts
        let problems = report.problems.map { texts("verify.\($0.code)", arguments: $0.arguments) }
        let json = JSONValue.object([
            ("ok", .bool(problems.isEmpty)), ("cases", .number(report.cases)), ("entries", .number(report.entries)),
            ("head", .optional(report.head)), ("problems", .array(problems.map { .text($0) })),
        ])
        if format.format == .json || format.format == .csv {
            wiring.print(Report(json) { "" }, as: format)
        } else if problems.isEmpty {
            wiring.console.print(
                texts("verify.good", texts.count("case", report.cases), texts.count("record-count", report.entries))
                    + "\n")
            if let head = report.head { wiring.console.print(texts("verify.head", head) + "\n") }
        }
        if !problems.isEmpty {
            var failure = CommandFailure(status: .store, key: "verify.bad", arguments: [], details: problems)
            failure.place = wiring.databasePath
            throw failure
        }
    }
}
