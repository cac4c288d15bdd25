import ArgumentParser
import Casework

/// `marshrut contact N`: a call, a visit or a letter, with what came of it.
struct ContactCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "contact", abstract: HelpTexts.abstract("contact"), discussion: HelpTexts.discussion("contact"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("method", value: "phone|visit|post"))
    var method: ContactMethod

    @Option(help: HelpTexts.option("outcome", value: "outcome"))
    var outcome: ContactOutcome

    @Option(help: HelpTexts.option("contact-on", value: "date"))
    var on: CivilDateTime?

    @Option(help: HelpTexts.option("to", value: "text"))
    var to: String?

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let attempt = LogContactAttempt(
            method: method, outcome: outcome, at: on ?? wiring.now, target: to, note: note, regulation: regulation)
        try office.perform(attempt, on: target.number, as: format)
    }
}

extension ContactMethod: ExpressibleByArgument {}
extension ContactOutcome: ExpressibleByArgument {}
