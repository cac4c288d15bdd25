import ArgumentParser
import Casework
import MarshrutResources

/// `marshrut program show N`: a programme with its measures.
struct ShowProgram: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpTexts.abstract("program.show"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("kind", value: "kind"))
    var kind: String = "ipss"

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let (program, regulation) = try office.program(kind, of: target.number)
        let texts = wiring.texts
        wiring.print(
            Report(CaseView.program(program)) { ProgramPage(program: program, regulation: regulation, texts: texts).text },
            as: format)
    }
}

extension OfficeAtWork {
    /// The programme of a kind that stands in a case.
    /// - Throws: refused when there is none or the act has no such kind.
    func program(_ kind: String, of text: String) throws -> (SupportProgram, Regulation) {
        let file = try caseFile(text)
        let regulation = try context.regulation(of: file)
        guard let entry = regulation.programKinds.first(where: { $0.entry.id == kind }) else {
            let kinds = regulation.programKinds.map(\.entry.id).joined(separator: ", ")
            throw Refusal("program.kind-unknown", arguments: [kind, kinds])
        }
        guard let program = file.currentProgram(kind: kind) else {
            throw Refusal("program.no-draft", basis: entry.entry.basis)
        }
        return (program, regulation)
    }
}

/// A programme for people.
struct ProgramPage {
    var program: SupportProgram
    var regulation: Regulation
    var texts: Texts

    var text: String {
        let kind = regulation.programKinds.first { $0.entry.id == program.programKind }?.abbreviation ?? program.programKind
        var page = PageOfFacts(texts: texts)
        page.title("\(kind) № \(program.ordinal) · \(texts("program-status.\(program.status.rawValue)"))")
        page.fact("program.drafted", program.draftedOn.dotted)
        page.fact("program.agreed", program.agreedOn?.dotted)
        page.fact("program.from", program.from?.dotted)
        page.fact("program.until", program.until?.dotted)
        page.fact("field.note", program.note)
        var table = TextTable(
            [
                "№", texts("placeholder.measure.area"), texts("placeholder.measure.title"), texts("placeholder.measure.volume"),
                texts("placeholder.measure.periodicity"), texts("placeholder.measure.duration"),
                texts("placeholder.measure.executor"),
            ], rightAligned: [0])
        for (index, measure) in program.measures.enumerated() {
            let area = regulation.needAreas.first { $0.entry.id == measure.area }?.entry.title ?? measure.area
            table.append([
                String(index + 1), area, measure.title, measure.volume, measure.periodicity, measure.duration,
                measure.executor ?? "",
            ])
        }
        return page.text + "\n" + table.text(empty: texts("cli.empty"))
    }
}
