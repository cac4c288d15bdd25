import ArgumentParser
import CaseStore
import Casework

/// `marshrut undo [ID]`: the worker's last action, or the entry named, taken back.
struct UndoCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "undo", abstract: HelpTexts.abstract("undo"), discussion: HelpTexts.discussion("undo"))
    }

    @Argument(help: HelpTexts.option("entry", value: "entry"))
    var entry: Int?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let outcome: UndoOutcome
        do throws(UndoRefusal) {
            outcome = try office.archive.undo(entry: entry, context: office.context)
        } catch {
            throw UndoCommand.failure(error, office)
        }
        let texts = wiring.texts
        let done = outcome.undone.action.map { texts("done.\($0.rawValue)") } ?? texts("unknown")
        let json = JSONValue.object([
            ("entry", .number(outcome.entry)), ("undone", .number(outcome.undone.sequence)),
            ("action", .optional(outcome.undone.action?.rawValue)), ("cases", .number(outcome.cases.count)),
        ])
        let option = format.format == nil ? FormatOption.table : format
        wiring.print(
            Report(json) {
                texts("undo.done", String(outcome.undone.sequence), done, texts.count("case", outcome.cases.count)) + "\n"
            }, as: option)
    }

    private static func failure(_ refusal: UndoRefusal, _ office: OfficeAtWork) -> CommandFailure {
        func by(_ key: String, _ entry: EntrySummary) -> CommandFailure {
            let done = entry.action.map { office.texts("done.\($0.rawValue)") } ?? office.texts("unknown")
            return .refused(key, String(entry.sequence), entry.at.dotted, entry.worker, done)
        }
        switch refusal {
        case .nothing: return .refused("undo.nothing", office.login)
        case .noSuchEntry: return .refused("undo.no-such-entry")
        case .alreadyUndone(let entry): return by("undo.already", entry)
        case .notUndoable(let entry): return by("undo.not-undoable", entry)
        case .inTheWay(let entry?): return by("undo.in-the-way", entry)
        case .inTheWay(nil): return .refused("undo.in-the-way-unknown")
        case .store(let error): return .store(error, at: office.wiring.databasePath)
        }
    }
}
