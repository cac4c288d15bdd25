import ArgumentParser
import Casework

/// `marshrut consent N`: consent or refusal given apart from a call or a visit.
struct ConsentCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "consent", abstract: HelpTexts.abstract("consent"), discussion: HelpTexts.discussion("consent"))
    }

    @OptionGroup var target: CaseArgument

    @Flag(help: HelpTexts.option("refused"))
    var refused = false

    @Option(help: HelpTexts.option("consent-to", value: "accompaniment|personal-data"))
    var to: ConsentKind = .accompaniment

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let consent = RecordConsent(to: to, isGiven: !refused, on: on ?? wiring.now.date, note: note)
        try wiring.office().perform(consent, on: target.number, as: format)
    }
}

extension ConsentKind: ExpressibleByArgument {}
