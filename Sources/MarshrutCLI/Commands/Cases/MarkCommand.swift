import ArgumentParser
import Casework

/// `marshrut mark N --subject …`: something was entered in the outer register.
struct MarkCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "mark", abstract: HelpTexts.abstract("mark"), discussion: HelpTexts.discussion("mark"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("subject", value: "subject"))
    var subject: String

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        try wiring.office().perform(MarkRegistry(subject: subject, on: on ?? wiring.now.date), on: target.number, as: format)
    }
}
