import ArgumentParser
import CaseStore
import Casework

/// `marshrut case N`: everything about one case, with its terms and the next steps.
struct CaseCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "case", abstract: HelpTexts.abstract("case"), discussion: HelpTexts.discussion("case"))
    }

    @OptionGroup var target: CaseArgument
    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let file = try office.caseFile(target.number)
        let obligations = try office.storing { () throws(StoreError) in try office.archive.obligations(of: file.header.id) }
        let view = CaseView(file: file, obligations: obligations, steps: file.nextSteps(in: office.context), office: office)
        wiring.print(Report(view.json) { view.text }, as: format)
    }
}

/// One case as it is shown: the file, its terms and what may be done next.
struct CaseView {
    var file: CaseFile
    var obligations: [Obligation]
    var steps: [NextStep]
    var office: OfficeAtWork
}
