import ArgumentParser
import Paperwork
import Regulations

/// `marshrut regulations show ID`: one act with every rule and its point.
struct ShowRegulation: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpTexts.abstract("regulations.show"))
    }

    @Argument(help: HelpTexts.option("regulation-id", value: "id"))
    var id: String

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let texts = wiring.texts
        let pack = try wiring.pack(id)
        wiring.print(
            Report(RegulationJSON.whole(pack, texts)) {
                PlainTextPress().print(RegulationPage(pack, texts: texts).document())
            }, as: format)
    }
}
