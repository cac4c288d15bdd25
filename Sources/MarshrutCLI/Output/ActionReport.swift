import CaseStore
import Casework
import MarshrutResources
import Terminal

/// What an action did, for people and for programs.
struct ActionReport {
    let office: OfficeAtWork
    let name: ActionName
    let outcome: Outcome

    init(_ name: ActionName, _ outcome: Outcome, at office: OfficeAtWork) {
        self.name = name
        self.outcome = outcome
        self.office = office
    }

    /// Prints what was done; remarks go to the errors where people read, into the JSON where programs do.
    func print(as option: FormatOption) {
        let texts = office.texts
        switch option.format {
        case .json: office.console.print(json.document)
        case .csv: office.console.print(json.commaSeparated)
        case .table, nil:
            let number = String(outcome.file.header.number)
            office.console.print(texts("done.line", number, texts("done.\(name.rawValue)"), String(outcome.entry)) + "\n")
            for finding in outcome.findings { office.console.complain(safe(texts.finding(finding)) + "\n") }
        }
    }

    private var json: JSONValue {
        .object([
            ("case", .text(String(outcome.file.header.number))), ("action", .text(name.rawValue)),
            ("entry", .number(outcome.entry)), ("stage", .text(outcome.file.header.stage)),
            ("findings", .array(outcome.findings.map { JSONValue.finding($0, office.texts) })),
        ])
    }
}

extension JSONValue {
    /// A remark.
    static func finding(_ finding: Finding, _ texts: Texts) -> JSONValue {
        .object([
            ("severity", .text(finding.severity.rawValue)), ("code", .text(finding.code)),
            ("text", .text(texts.finding(finding))),
            ("basis", .basis(finding.basis)),
        ])
    }
}

extension OfficeAtWork {
    /// Performs an action on the case that somebody typed and prints what was done.
    func perform(_ action: any CaseAction, on text: String, as format: FormatOption) throws {
        let id = try caseID(text)
        let outcome: Outcome
        do throws(PerformError) {
            outcome = try archive.perform(action, on: id, context: context)
        } catch .store(.notFound) {
            throw CommandFailure.refused("case.unknown", text)
        } catch {
            throw failure(error)
        }
        ActionReport(action.name, outcome, at: self).print(as: format)
    }
}
