import ArgumentParser
import CaseStore
import Casework
import Interchange
import MarshrutResources
import Regulations

/// `marshrut register [ID]`: the registers of the office's acts, or one of them on the output or in a file.
struct RegisterCommand: WiredCommand {
    /// How a register is written down.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case table
        /// For programs: a list of objects with the columns' ids as keys.
        case json
        /// For spreadsheets and programs.
        case csv
        /// A workbook, in a file only.
        case xlsx
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "register", abstract: HelpTexts.abstract("register"), discussion: HelpTexts.discussion("register"))
    }

    @Argument(help: HelpTexts.option("register", value: "id"))
    var id: String?

    @Option(help: HelpTexts.option("register-format", value: "table|json|csv|xlsx"))
    var format: Format?

    @Option(help: HelpTexts.option("out", value: "file"))
    var out: String?

    @Option(help: HelpTexts.option("register-from", value: "date"))
    var from: CivilDate?

    @Option(help: HelpTexts.option("register-to", value: "date"))
    var to: CivilDate?

    @Option(help: HelpTexts.option("deadlines-user", value: "login"))
    var user: String?

    @Option(help: HelpTexts.option("limit", value: "n"))
    var limit: Int?

    @OptionGroup var globals: OfficeOptions

    func run(at wiring: Wiring) throws {
        if let limit, limit < 1 { throw CommandFailure.usage("usage.limit", String(limit)) }
        if let from, let to, to < from { throw CommandFailure.usage("usage.period", from.dotted, to.dotted) }
        let format = chosenFormat(wiring)
        if format == .xlsx, out == nil { throw CommandFailure.usage("register.xlsx-needs-file") }
        let office = try wiring.office(forReading: true)
        guard let id else { return try list(office, format) }
        guard let pack = office.packs.first(where: { $0.registers.contains { $0.entry.id == id } }),
            let register = pack.registers.first(where: { $0.entry.id == id })
        else {
            let known = office.packs.flatMap(\.registers).map(\.entry.id).joined(separator: ", ")
            throw CommandFailure.usage("register.unknown", id, known.isEmpty ? wiring.texts("register.none") : known)
        }
        try print(register, of: pack, as: format, office)
    }

    /// What was asked for; else what the file's name says; else a table on a terminal and JSON elsewhere.
    private func chosenFormat(_ wiring: Wiring) -> Format {
        if let format { return format }
        if let ending = out?.split(separator: ".").last, let named = Format(rawValue: ending.lowercased()) { return named }
        return wiring.console.isTerminal && out == nil ? .table : .json
    }

    // MARK: The list

    private func list(_ office: OfficeAtWork, _ format: Format) throws {
        let texts = office.texts
        let registers = office.packs.flatMap(\.registers)
        var option = FormatOption()
        option.format = OutputFormat(rawValue: format.rawValue)
        if option.format == nil { throw CommandFailure.usage("register.xlsx-needs-id") }
        let json = registers.map { register in
            JSONValue.object([
                ("id", .text(register.entry.id)), ("title", .text(register.entry.title)),
                ("regulation", .text(register.regulation)), ("basis", .basis(register.entry.basis)),
                ("columns", .array(register.columns.map { .text($0.id) })),
            ])
        }
        office.wiring.print(
            Report(.array(json)) {
                var table = TextTable([texts("cli.column.id"), texts("field.basis"), texts("cli.column.title")])
                for register in registers {
                    table.append([register.entry.id, texts.place(of: register), register.entry.title])
                }
                return table.text(empty: texts("register.none"))
            }, as: option)
    }

    // MARK: One register

    private func print(
        _ register: RegisterDefinition, of pack: RegulationPack, as format: Format, _ office: OfficeAtWork
    ) throws {
        let texts = office.texts
        let workers = try office.storing { () throws(StoreError) in try office.archive.workers() }
        let names = Dictionary(workers.map { ($0.login, $0.name) }) { first, _ in first }
        let surroundings = pack.registerSurroundings(workers: names, on: office.context.now.date)
        let narrowing = RegisterNarrowing(curator: user, from: from, until: to)
        var pages = try office.storing { () throws(StoreError) in
            try office.archive.register(register, narrowing, in: surroundings)
        }
        let words: (String) -> String = { texts($0) }
        var left = limit ?? (format == .table ? ListPrinter.tableLimit : Int.max)
        let next: () throws -> [RegisterRow] = {
            let rows = try office.storing { () throws(StoreError) in try pages.next(min(left, 500), words: words) }
            let taken = Array(rows.prefix(left))
            left -= taken.count
            return taken
        }
        let heading = texts.heading(of: register, organisation: office.context.office.organisation, on: surroundings.today)
        let file = RegisterFile(definition: register, heading: heading, words: words)
        guard let out else {
            try RegisterText(register: register, file: file, texts: texts).write(
                format, next: next, to: { office.console.print($0) })
            if format == .table, left == 0, limit == nil {
                office.console.complain(texts("cli.cut", String(ListPrinter.tableLimit)) + "\n")
            }
            return
        }
        if let kind = RegisterFile.Format(rawValue: format.rawValue) {
            do {
                try file.write(kind, to: out, next: next)
            } catch let error as DelimitedWriterError {
                throw CommandFailure(status: .usage, key: error.code, arguments: [out, error.systemWords])
            }
        } else {
            var text = ""
            try RegisterText(register: register, file: file, texts: texts).write(format, next: next, to: { text += $0 })
            try OutputFile.write(text, to: out)
        }
        office.console.print(texts("print.done", out) + "\n")
    }
}
