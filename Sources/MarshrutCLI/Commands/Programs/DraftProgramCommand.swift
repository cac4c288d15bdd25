import ArgumentParser
import Casework
import Interchange

/// `marshrut program draft N`: a programme from the survey's needs or from a file.
struct DraftProgramCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "draft", abstract: HelpTexts.abstract("program.draft"), discussion: HelpTexts.discussion("program.draft")
        )
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("kind", value: "kind"))
    var kind: String?

    @Option(help: HelpTexts.option("of-regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("program-file", value: "file"))
    var from: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("start", value: "date"))
    var start: CivilDate?

    @Option(help: HelpTexts.option("end", value: "date"))
    var end: CivilDate?

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        var draft = DraftProgram(
            kind: try office.programKind(kind, regulation, of: target.number), regulation: regulation,
            on: on ?? wiring.now.date, from: start, until: end, note: note)
        if let from {
            let file: ProgramFile
            do throws(ProgramFileError) {
                file = try ProgramFile.read(from)
            } catch {
                let place = error.line > 0 ? "\(from):\(error.line)" : from
                throw CommandFailure.badInput(error.code, arguments: [place] + error.arguments)
            }
            let areas = office.context.regulations.flatMap(\.needAreas).map(\.entry.id)
            if let wrong = file.measures.first(where: { !areas.contains($0.area) }) {
                throw CommandFailure.badInput("program-file.area", arguments: [from, wrong.area, areas.joined(separator: ", ")])
            }
            draft.measures = file.measures
            draft.from = start ?? file.from
            draft.until = end ?? file.until
            draft.note = note ?? file.note
        }
        try office.perform(draft, on: target.number, as: format)
    }
}
