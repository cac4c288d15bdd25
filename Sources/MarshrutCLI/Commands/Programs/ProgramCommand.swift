import ArgumentParser

/// `marshrut program`: drawing up a programme, looking at it, agreeing it.
struct ProgramCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "program", abstract: HelpTexts.abstract("program"), discussion: HelpTexts.discussion("program"),
            subcommands: [DraftProgramCommand.self, ShowProgram.self, CheckProgram.self, AgreeProgramCommand.self])
    }
}
