import ArgumentParser

/// `marshrut directory`: who can help near them.
struct DirectoryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "directory", abstract: HelpTexts.abstract("directory"), discussion: HelpTexts.discussion("directory"),
            subcommands: [
                ListDirectory.self, ShowOrganisation.self, SetOrganisation.self, AddOrganisation.self, VerifyOrganisation.self,
            ],
            defaultSubcommand: ListDirectory.self)
    }
}
