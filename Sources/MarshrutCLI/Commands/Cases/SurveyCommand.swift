import ArgumentParser
import Casework

/// `marshrut survey N`: what the person needs.
struct SurveyCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "survey", abstract: HelpTexts.abstract("survey"), discussion: HelpTexts.discussion("survey"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("need", value: "area:text"))
    var need: [String] = []

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let header = try office.caseFile(target.number).header
        let areas = office.acts(of: header).needAreas
        let needs = need.map { SurveyCommand.need($0, areas) }
        try office.perform(RecordSurvey(on: on ?? wiring.now.date, needs: needs, note: note), on: target.number, as: format)
    }

    /// `area:text`, an area alone, or a text alone, which is social help where the act has it.
    static func need(_ text: String, _ areas: [NeedArea]) -> Need {
        func area(_ name: some StringProtocol) -> NeedArea? {
            let key = SearchKey.fold(String(name))
            return areas.first { $0.entry.id == name || SearchKey.fold($0.entry.title) == key }
        }
        if let whole = area(text) { return Need(area: whole.entry.id, text: whole.entry.title) }
        if let colon = text.firstIndex(of: ":"), let found = area(text[..<colon]) {
            return Need(area: found.entry.id, text: String(text[text.index(after: colon)...]).nonEmpty ?? found.entry.title)
        }
        return Need(area: areas.first { $0.entry.id == "social" }?.entry.id ?? areas.first?.entry.id ?? "social", text: text)
    }
}
