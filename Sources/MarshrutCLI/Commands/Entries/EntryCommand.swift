import ArgumentParser
import Casework

/// What every command that writes an entry asks: the day, the time, what stands in the fields, and which entry to complete.
struct EntryOptions: ParsableArguments {
    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDateTime?

    @Option(name: .customLong("set"), help: HelpTexts.option("entry-set", value: "field=value"))
    var values: [String] = []

    @Option(name: .customLong("entry"), help: HelpTexts.option("entry-id", value: "id"))
    var entry: String?

    /// The fields given, by id.
    /// - Throws: wrong usage for a text without `=`.
    func fields() throws -> [String: String] {
        var fields: [String: String] = [:]
        for text in values {
            guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
                throw CommandFailure.usage("usage.entry-set", text)
            }
            fields[String(text[..<sign])] = String(text[text.index(after: sign)...])
        }
        return fields
    }

    /// The identifier of the entry to complete.
    /// - Throws: refused for a text that is none.
    func entryID() throws -> RecordID? {
        guard let entry else { return nil }
        guard let id = RecordID(entry) else { throw CommandFailure.refused("entry.unknown", entry) }
        return id
    }
}

/// `marshrut entry N KIND`: a record of a kind that an act of the case declares, made or completed.
struct EntryCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "entry", abstract: HelpTexts.abstract("entry"), discussion: HelpTexts.discussion("entry"))
    }

    @OptionGroup var target: CaseArgument

    @Argument(help: HelpTexts.option("entry-kind", value: "kind"))
    var kind: String

    @OptionGroup var options: EntryOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        try office.record(kind, options.fields(), options: options, on: target.number, as: format)
    }
}

extension OfficeAtWork {
    /// Records an entry of a case; what an entry to complete holds already stays, unless it is given anew.
    func record(
        _ kind: String, _ fields: [String: String], options: EntryOptions, on number: String, as format: FormatOption
    ) throws {
        let former = try options.entryID().flatMap { id in try caseFile(number).entries.first { $0.id == id } }
        let action = RecordEntry(
            kind: kind, regulation: options.regulation ?? former?.regulation, entry: try options.entryID(),
            on: options.on?.date ?? former?.on ?? context.now.date,
            at: options.on?.time ?? former?.at ?? (options.on == nil ? context.now.time : nil),
            values: (former?.values ?? [:]).merging(fields) { $1 })
        try perform(action, on: number, as: format)
    }
}
