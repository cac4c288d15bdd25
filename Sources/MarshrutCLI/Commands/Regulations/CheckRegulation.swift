import ArgumentParser
import Regulations

/// `marshrut regulations check DIR`: every fault of a pack with file and line.
struct CheckRegulation: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: HelpTexts.abstract("regulations.check"))
    }

    @Argument(help: HelpTexts.option("folder", value: "dir"))
    var folder: String

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let texts = wiring.texts
        let problems = RegulationPack.check(folder)
        if format.format == .json || format.format == .csv {
            wiring.print(
                Report(
                    .array(
                        problems.map {
                            .object([
                                ("file", .text($0.file)), ("line", .number($0.line)), ("code", .text($0.code.rawValue)),
                                ("reason", .text(texts("pack.\($0.code.rawValue)", arguments: $0.arguments))),
                            ])
                        })
                ) { "" }, as: format)
        } else if problems.isEmpty {
            wiring.console.print(texts("regulations.check.good", folder) + "\n")
        }
        if !problems.isEmpty {
            throw CommandFailure.badInput(
                "regulations.check.bad", texts.count("fault", problems.count),
                details: problems.map { $0.words(in: folder, texts) })
        }
    }
}
