import ArgumentParser

/// `marshrut import`: what others send.
struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import", abstract: HelpTexts.abstract("import"), discussion: HelpTexts.discussion("import"),
            subcommands: [ImportReferrals.self])
    }
}
