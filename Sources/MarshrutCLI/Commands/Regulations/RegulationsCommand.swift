import ArgumentParser

/// `marshrut regulations`: the acts at hand, one act as a page, a folder checked.
struct RegulationsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "regulations", abstract: HelpTexts.abstract("regulations"),
            discussion: HelpTexts.discussion("regulations"),
            subcommands: [ListRegulations.self, ShowRegulation.self, CheckRegulation.self],
            defaultSubcommand: ListRegulations.self)
    }
}
