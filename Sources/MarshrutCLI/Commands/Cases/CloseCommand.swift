import ArgumentParser
import Casework

/// `marshrut close N --ground …`.
struct CloseCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close", abstract: HelpTexts.abstract("close"), discussion: HelpTexts.discussion("close"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("ground", value: "ground"))
    var ground: String

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let action = CloseCase(ground: ground, on: on ?? wiring.now.date, regulation: regulation)
        try wiring.office().perform(action, on: target.number, as: format)
    }
}
