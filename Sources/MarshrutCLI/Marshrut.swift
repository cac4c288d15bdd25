import ArgumentParser

/// The root: without a subcommand it opens the terminal application.
struct Marshrut: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "marshrut", abstract: HelpTexts.abstract("marshrut"), discussion: HelpTexts.discussion("marshrut"),
            version: "0.1.0",
            groupedSubcommands: [
                CommandGroup(name: HelpTexts.of("help.group.calendar"), subcommands: [CalendarCommand.self, DueCommand.self]),
                CommandGroup(
                    name: HelpTexts.of("help.group.regulations"), subcommands: [RegulationsCommand.self, EligibilityCommand.self]),
            ])
    }

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        try TerminalApplication.open(wiring)
    }
}
