import ArgumentParser
import CaseStore
import Casework
import Interchange
import MarshrutResources

/// `marshrut import referrals FILE`: a table of referrals, in one transaction.
struct ImportReferrals: WiredCommand {
    /// What to do with a row about somebody who has a case.
    enum OnDuplicate: String, CaseIterable, ExpressibleByArgument {
        /// Show it and leave it.
        case show
        /// Where СНИЛС, name and birth date all agree, add the referral to the case.
        case update
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "referrals", abstract: HelpTexts.abstract("import.referrals"),
            discussion: HelpTexts.discussion("import.referrals"))
    }

    @Argument(help: HelpTexts.option("import-file", value: "file"))
    var file: String

    @Option(help: HelpTexts.option("mapping", value: "file"))
    var mapping: String?

    @Option(help: HelpTexts.option("encoding", value: "auto|utf-8|cp1251"))
    var encoding: EncodingChoice = .auto

    @Flag(help: HelpTexts.option("dry-run"))
    var dryRun = false

    @Option(help: HelpTexts.option("on-duplicate", value: "show|update"))
    var onDuplicate: OnDuplicate = .show

    @Option(help: HelpTexts.option("rejects", value: "file"))
    var rejects: String?

    @Option(help: HelpTexts.option("import-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let table = try open(office)
        if table.encoding.confidence == .doubtful {
            let name = wiring.texts("encoding.\(table.encoding.encoding.rawValue)")
            wiring.console.complain(wiring.texts("encoding.doubtful", name) + "\n")
        }
        let steps = ReferralSteps(table: table, office: office, updates: onDuplicate == .update)
        let progress = Progress(console: wiring.console, texts: wiring.texts, key: "progress.rows")
        var result = try dryRun ? steps.rehearse(progress) : steps.perform(progress)
        progress.clear()
        result.isRehearsal = dryRun
        result.unknownColumns = table.unknownColumns
        result.encoding = table.encoding.encoding
        if !dryRun, !result.rejections.isEmpty { result.rejectsFile = try writeRejects(result, office) }
        let texts = wiring.texts
        wiring.print(Report(result.json(texts)) { result.text(texts) }, as: format)
    }

    // MARK: Parts

    private func open(_ office: OfficeAtWork) throws -> ReferralTable {
        let path = mapping ?? ResourceFolder.path("Mappings", "referrals.yaml")
        let acts = try acts(office)
        let columns: HeaderMapping
        do throws(HeaderMappingError) {
            columns = try HeaderMappingFile.read(path: path, known: ReferralField.ids, required: ReferralField.required)
        } catch {
            throw CommandFailure.mapping(error, office.texts)
        }
        do throws(ReferralTable.Failure) {
            return try ReferralTable(
                path: file, encoding: encoding, mapping: columns, acts: acts, today: office.context.now.date,
                newID: office.context.newID)
        } catch {
            switch error {
            case .file(let error): throw CommandFailure.foreignFile(error, file, office.texts)
            case .header(let problems): throw CommandFailure.header(problems, file, office.texts)
            }
        }
    }

    private func acts(_ office: OfficeAtWork) throws -> [Regulation] {
        guard let regulation else { return office.context.regulations }
        guard let act = office.context.regulations.first(where: { $0.id == regulation }) else {
            throw CommandFailure.usage(
                "usage.regulation-unknown", regulation, office.context.office.regulations.joined(separator: ", "))
        }
        return [act]
    }

    /// The rejected rows beside the file, read from it once more: they are few, the file may be long.
    private func writeRejects(_ result: ImportResult, _ office: OfficeAtWork) throws -> String {
        let path = rejects ?? RejectedRows.path(beside: file)
        let reasons = Dictionary(result.rejections.map { ($0.line, $0.words(office.texts)) }) { first, _ in first }
        let table = try open(office)
        var rows: [(fields: [String], reason: String)] = []
        do throws(ForeignFileError) {
            while let row = try table.next() {
                if let reason = reasons[row.line] { rows.append((row.fields, reason)) }
            }
        } catch {
            throw CommandFailure.foreignFile(error, file, office.texts)
        }
        do throws(DelimitedWriterError) {
            try RejectedRows.write(to: path, header: table.header, rows: rows)
        } catch {
            throw CommandFailure.badInput(error.code, arguments: [path, error.systemWords])
        }
        return path
    }
}

extension EncodingChoice: ExpressibleByArgument {}
