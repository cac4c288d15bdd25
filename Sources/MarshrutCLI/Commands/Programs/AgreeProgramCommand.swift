import ArgumentParser
import Casework

/// `marshrut program agree N`: the draft agreed with the person.
struct AgreeProgramCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "agree", abstract: HelpTexts.abstract("program.agree"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("kind", value: "kind"))
    var kind: String = "ipss"

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        try wiring.office().perform(AgreeProgram(kind: kind, on: on ?? wiring.now.date), on: target.number, as: format)
    }
}
