import ArgumentParser
import CaseStore
import Casework
import MarshrutResources

/// `marshrut journal`: who did what and when, the latest first.
struct JournalCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "journal", abstract: HelpTexts.abstract("journal"), discussion: HelpTexts.discussion("journal"))
    }

    @Option(name: .customLong("case"), help: HelpTexts.option("only-case", value: "case"))
    var ofCase: String?

    @Option(help: HelpTexts.option("limit", value: "n"))
    var limit: Int = 50

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard limit > 0 else { throw CommandFailure.usage("usage.limit", String(limit)) }
        let office = try wiring.office(forReading: true)
        let id = try ofCase.map(office.caseID)
        let entries = try office.storing { () throws(StoreError) in try office.archive.journal(of: id, limit: limit) }
        let texts = wiring.texts
        wiring.print(
            Report(.array(entries.map(JournalCommand.json))) {
                var table = TextTable(
                    ["№", texts("cli.column.when"), texts("cli.column.who"), texts("cli.column.done"), texts("cli.column.rows")],
                    rightAligned: [0, 4])
                for entry in entries {
                    table.append([
                        String(entry.summary.sequence), entry.summary.at.dotted, entry.summary.worker,
                        JournalCommand.words(entry, texts), String(entry.rows),
                    ])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }

    private static func words(_ entry: HistoryEntry, _ texts: Texts) -> String {
        let done = entry.summary.action.map { texts("done.\($0.rawValue)") } ?? texts("unknown")
        if let undone = entry.summary.undoes { return texts("journal.undoes", done, String(undone)) }
        if let undo = entry.undoneBy { return texts("journal.undone", done, String(undo)) }
        return done
    }

    private static func json(_ entry: HistoryEntry) -> JSONValue {
        .object([
            ("entry", .number(entry.summary.sequence)), ("at", .text(entry.summary.at.iso)),
            ("worker", .text(entry.summary.worker)), ("action", .optional(entry.summary.action?.rawValue)),
            ("undoes", .optional(entry.summary.undoes)), ("undoneBy", .optional(entry.undoneBy)),
            ("rows", .number(entry.rows)), ("note", .optional(entry.note)),
            (
                "changes",
                .array(
                    entry.changes.map {
                        .object([
                            ("record", .text($0.kind.rawValue)), ("field", .text($0.field)), ("before", .optional($0.before)),
                            ("after", .optional($0.after)),
                        ])
                    })
            ),
        ])
    }
}
