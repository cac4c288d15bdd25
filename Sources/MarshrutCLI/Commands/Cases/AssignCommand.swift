import ArgumentParser
import CaseStore
import Casework
import Terminal

/// `marshrut assign N … --user LOGIN`: cases given to a curator; here `--user` names the curator.
struct AssignCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "assign", abstract: HelpTexts.abstract("assign"), discussion: HelpTexts.discussion("assign"))
    }

    @Argument(help: HelpTexts.option("cases", value: "case"))
    var cases: [String]

    @Option(help: HelpTexts.option("assign-user", value: "login"))
    var user: String

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: OfficeOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let workers = try office.storing { () throws(StoreError) in try office.archive.workers() }
        if !workers.contains(where: { $0.login == user }) {
            wiring.console.complain(wiring.texts("workers.unlisted", safe(user)) + "\n")
        }
        let action = AssignCurator(curator: user)
        if cases.count == 1, let only = cases.first {
            try office.perform(action, on: only, as: format)
            return
        }
        let targets = try cases.map { (text: $0, id: try office.caseID($0)) }
        let outcome = try office.storing { () throws(StoreError) in
            try office.archive.performMany(targets.map(\.id), action.name, context: office.context) { _ in action }
        }
        let names = Dictionary(targets.map { ($0.id, $0.text) }) { first, _ in first }
        let list = BulkReport(outcome, names: names, office: office)
        list.print(as: format)
        if list.refusals > 0 {
            throw CommandFailure.refused("bulk.refused", String(list.refusals), String(outcome.results.count))
        }
    }
}

/// What a bulk action did, case by case.
struct BulkReport {
    let outcome: BulkOutcome
    let names: [RecordID: String]
    let office: OfficeAtWork

    init(_ outcome: BulkOutcome, names: [RecordID: String], office: OfficeAtWork) {
        self.outcome = outcome
        self.names = names
        self.office = office
    }

    /// How many cases were refused.
    var refusals: Int { outcome.results.count { if case .failure = $0.verdict { true } else { false } } }

    /// Prints a line a case.
    func print(as option: FormatOption) {
        let json = JSONValue.array(
            outcome.results.map { result in
                .object([
                    ("case", .text(names[result.caseID] ?? "")), ("done", .bool(reason(result) == nil)),
                    ("reason", .optional(reason(result))), ("entry", .optional(outcome.entry)),
                ])
            })
        let option = option.format == nil ? FormatOption.table : option
        office.wiring.print(
            Report(json) {
                var table = TextTable([office.texts("field.case"), office.texts("cli.column.result")])
                for result in outcome.results {
                    table.append([names[result.caseID] ?? "", reason(result) ?? office.texts("cli.done")])
                }
                return table.text(empty: office.texts("cli.empty"))
            }, as: option)
    }

    private func reason(_ result: BulkOutcome.Result) -> String? {
        guard case .failure(let error) = result.verdict else { return nil }
        switch office.failure(error) {
        case let refusal as Refusal: return office.texts.refusal(refusal)
        case let failure as CommandFailure: return failure.words(office.texts)
        default: return ""
        }
    }
}
