import ArgumentParser
import Casework

/// `marshrut reopen N --reason …`.
struct ReopenCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reopen", abstract: HelpTexts.abstract("reopen"), discussion: HelpTexts.discussion("reopen"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("reason", value: "text"))
    var reason: String

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        try wiring.office().perform(ReopenCase(reason: reason, regulation: regulation), on: target.number, as: format)
    }
}
