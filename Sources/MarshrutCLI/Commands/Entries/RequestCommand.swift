import ArgumentParser
import CaseStore
import Casework

/// `marshrut request N`: an inter-agency request sent (IRK п. 27, 32.1; BRY п. 11, 15). A short form of `entry N request`.
struct RequestCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "request", abstract: HelpTexts.abstract("request"), discussion: HelpTexts.discussion("request"))
    }

    @OptionGroup var target: CaseArgument

    @Option(name: .customLong("to"), help: HelpTexts.option("request-to", value: "text"))
    var addressee: String?

    @Option(help: HelpTexts.option("request-subject", value: "text"))
    var subject: String?

    @Option(help: HelpTexts.option("request-via", value: "way"))
    var via: String?

    @OptionGroup var options: EntryOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        var fields = try options.fields()
        fields["addressee"] = addressee ?? fields["addressee"]
        fields["subject"] = subject ?? fields["subject"]
        fields["via"] = via ?? fields["via"]
        try wiring.office().record("request", fields, options: options, on: target.number, as: format)
    }
}

/// `marshrut answer ID`: the answer to a request, written into its record.
struct AnswerCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "answer", abstract: HelpTexts.abstract("answer"), discussion: HelpTexts.discussion("answer"))
    }

    @Argument(help: HelpTexts.option("entry-id", value: "id"))
    var entry: String

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("answer-result", value: "text"))
    var result: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        guard let id = RecordID(entry),
            let caseID = try office.storing({ () throws(StoreError) in try office.archive.caseID(ofEntry: id) })
        else { throw CommandFailure.refused("entry.unknown", entry) }
        let file = try office.caseFile(caseID.text)
        guard let former = file.entries.first(where: { $0.id == id }) else {
            throw CommandFailure.refused("entry.unknown", entry)
        }
        var values = former.values
        values["answered"] = (on ?? wiring.now.date).iso
        values["result"] = result ?? values["result"]
        let action = RecordEntry(
            kind: former.entryKind, regulation: former.regulation, entry: id, on: former.on, at: former.at, values: values)
        try office.perform(action, on: String(file.header.number), as: format)
    }
}
