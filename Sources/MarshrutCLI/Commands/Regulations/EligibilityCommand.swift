import ArgumentParser
import Casework
import Foundation
import MarshrutResources
import Regulations

/// `marshrut eligibility`: to which category and groups of an act a person belongs on a day, and why.
struct EligibilityCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "eligibility", abstract: HelpTexts.abstract("eligibility"),
            discussion: HelpTexts.discussion("eligibility"))
    }

    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: String

    @Option(help: HelpTexts.option("eligibility-on", value: "date"))
    var on: CivilDate?

    @Option(name: .customLong("case"), help: HelpTexts.option("only-case", value: "case"))
    var ofCase: String?

    @Option(help: HelpTexts.option("person-file", value: "file"))
    var json: String?

    @Option(help: HelpTexts.option("reading", value: "reading=option"))
    var reading: [String] = []

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard (json == nil) != (ofCase == nil) else { throw CommandFailure.usage("usage.eligibility-person") }
        let pack = try wiring.pack(regulation)
        // A person in a file may be asked about where no office works yet; then the defaults stand.
        let hasOffice = ofCase != nil || FileManager.default.fileExists(atPath: wiring.databasePath)
        let work = hasOffice ? try wiring.office(forReading: true) : nil
        var office = work?.context.office ?? OfficeSettings(organisation: "", regulations: [pack.id])
        office.readings = try ReadingOptions.merged(reading, into: office.readings, [pack.regulation])
        let act = pack.read(by: office).regulation
        let person = try json.map { try PersonFile.read($0, newID: wiring.newID()) } ?? work?.caseFile(ofCase ?? "").citizen
        guard let person else { throw CommandFailure.usage("usage.eligibility-person") }
        let verdict = Eligibility(of: person, under: act, on: on ?? wiring.now.date)
        let texts = wiring.texts
        wiring.print(Report(verdict.json(texts)) { verdict.table(texts) }, as: format)
    }
}

extension Eligibility {
    /// The verdict for programs.
    func json(_ texts: Texts) -> JSONValue {
        .object([
            ("category", .optional(category?.entry.id)), ("groups", .array(groups.map { .text($0.entry.id) })),
            (
                "because",
                .array(
                    reasons.map {
                        .object([
                            ("criterion", .text(texts.criterion($0.criterion))), ("met", .bool($0.isMet)),
                            ("basis", .basis($0.target.entry.basis)), ("of", .text($0.target.entry.id)),
                        ])
                    })
            ),
        ])
    }

    /// The verdict for people.
    func table(_ texts: Texts) -> String {
        var text = texts("eligibility.category", category?.entry.title ?? texts("none")) + "\n"
        let groups = groups.map(\.entry.title).joined(separator: "; ")
        text += texts("eligibility.groups", groups.isEmpty ? texts("none") : groups) + "\n\n"
        var table = TextTable([
            texts("cli.column.met"), texts("field.basis"), texts("cli.column.title"), texts("cli.column.criterion"),
        ])
        for reason in reasons {
            let entry = reason.target.entry
            table.append([
                texts(reason.isMet ? "yes" : "no"), entry.basis.map { texts.basis($0) } ?? "", entry.title,
                texts.criterion(reason.criterion),
            ])
        }
        return text + table.text(empty: texts("cli.empty"))
    }
}
