import ArgumentParser

/// The root: without a subcommand it opens the terminal application.
struct Marshrut: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "marshrut", abstract: HelpTexts.abstract("marshrut"), discussion: HelpTexts.discussion("marshrut"),
            version: "0.1.0",
            groupedSubcommands: [
                CommandGroup(
                    name: HelpTexts.of("help.group.store"),
                    subcommands: [
                        InitCommand.self, DemoCommand.self, BackupCommand.self, RestoreCommand.self, VerifyCommand.self,
                        JournalCommand.self, UndoCommand.self,
                    ]),
                CommandGroup(
                    name: HelpTexts.of("help.group.calendar"),
                    subcommands: [CalendarCommand.self, DueCommand.self, DeadlinesCommand.self, DutiesCommand.self]),
                CommandGroup(
                    name: HelpTexts.of("help.group.cases"),
                    subcommands: [
                        ImportCommand.self, ReferralCommand.self, CitizensCommand.self, CaseCommand.self, AssignCommand.self,
                        ContactCommand.self, ConsentCommand.self, MeetingCommand.self, SurveyCommand.self, MarkCommand.self,
                        EntryCommand.self, EntriesCommand.self, RequestCommand.self, AnswerCommand.self,
                        ProgramCommand.self, PrintCommand.self, ObligationCommand.self, CloseCommand.self, ReopenCommand.self,
                        FeeCommand.self, LivingCommand.self,
                    ]),
                CommandGroup(
                    name: HelpTexts.of("help.group.office"),
                    subcommands: [
                        DutyCommand.self, PlanCommand.self, MonitoringCommand.self, GroupCommand.self, RegisterCommand.self,
                        WorkersCommand.self,
                        SettingsCommand.self, OfficeEntryCommand.self, OfficeEntriesCommand.self,
                    ]),
                CommandGroup(
                    name: HelpTexts.of("help.group.regulations"),
                    subcommands: [
                        RegulationsCommand.self, EligibilityCommand.self, StandardsCommand.self, DirectoryCommand.self,
                    ]),
            ])
    }

    /// None of its own: argument-parser would take them away from the subcommands. Those written first are
    /// ``LeadingOptions``.
    var globals: NoGlobals { NoGlobals() }

    func run(at wiring: Wiring) throws {
        try TerminalApplication.open(wiring)
    }
}
