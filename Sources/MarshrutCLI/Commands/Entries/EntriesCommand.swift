import ArgumentParser
import CaseStore
import Casework

/// `marshrut entries N`: the entries of a case.
struct EntriesCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "entries", abstract: HelpTexts.abstract("entries"), discussion: HelpTexts.discussion("entries"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("entry-kind", value: "kind"))
    var kind: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: OfficeOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let entries = try office.caseFile(target.number).entries.filter { kind == nil || $0.entryKind == kind }
        try EntryList(office: office, format: format).print(
            entries.map { EntryList.Item($0) })
    }
}

/// `marshrut office-entries`: the entries of the office's own journal.
struct OfficeEntriesCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "office-entries", abstract: HelpTexts.abstract("office-entries"),
            discussion: HelpTexts.discussion("office-entries"))
    }

    @Argument(help: HelpTexts.option("entry-kind", value: "kind"))
    var kind: String

    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: OfficeOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let entries = try office.storing { () throws(StoreError) in
            try office.archive.officeEntries(kind: kind, regulation: regulation)
        }
        try EntryList(office: office, format: format).print(
            entries.map { EntryList.Item($0) })
    }
}

/// `marshrut office-entry KIND`: an entry of the office's own journal, made or completed.
struct OfficeEntryCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "office-entry", abstract: HelpTexts.abstract("office-entry"),
            discussion: HelpTexts.discussion("office-entry"))
    }

    @Argument(help: HelpTexts.option("entry-kind", value: "kind"))
    var kind: String

    @OptionGroup var options: EntryOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let id = try options.entryID()
        let former = try id.flatMap { id in
            try office.storing { () throws(StoreError) in try office.archive.officeEntries(kind: kind) }.first { $0.id == id }
        }
        let declaring = office.context.regulations.first { $0.entryKind(kind)?.scope == .office }?.id
        let order = OfficeRecord(
            kind: kind,
            regulation: options.regulation ?? former?.regulation ?? declaring ?? office.context.office.regulations.first ?? "",
            on: options.on?.date ?? former?.on ?? wiring.now.date, at: options.on?.time ?? former?.at ?? wiring.now.time,
            values: (former?.values ?? [:]).merging(try options.fields()) { $1 })
        let outcome = try office.performing { () throws(PerformError) in
            try office.archive.record(order, over: id, context: office.context)
        }
        try EntryList(office: office, format: format).print([
            EntryList.Item(outcome.entry)
        ])
    }
}
