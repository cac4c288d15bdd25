import ArgumentParser
import Casework
import Regulations

/// `marshrut regulations [list]`: the acts at hand.
struct ListRegulations: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: HelpTexts.abstract("regulations.list"))
    }

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let texts = wiring.texts
        let packs = try wiring.packs([])
        let json = JSONValue.array(packs.map { RegulationJSON.summary($0.regulation) })
        wiring.print(
            Report(json) {
                var table = TextTable([
                    texts("cli.column.id"), texts("cli.column.act"), texts("cli.column.in-force"), texts("cli.column.title"),
                ])
                for act in packs.map(\.regulation) {
                    table.append([act.id, act.act, act.inForceFrom.dotted, act.title])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }
}
