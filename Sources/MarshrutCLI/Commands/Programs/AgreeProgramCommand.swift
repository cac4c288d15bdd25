import ArgumentParser
import Casework

/// `marshrut program agree N`: the draft agreed with the person.
struct AgreeProgramCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "agree", abstract: HelpTexts.abstract("program.agree"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("kind", value: "kind"))
    var kind: String?

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let action = AgreeProgram(
            kind: try office.programKind(kind, regulation, of: target.number), regulation: regulation, on: on ?? wiring.now.date)
        try office.perform(action, on: target.number, as: format)
    }
}
