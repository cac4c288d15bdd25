import ArgumentParser
import CaseStore
import Casework

/// `marshrut deadlines`: terms of all cases that still run, or every term of one case.
struct DeadlinesCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "deadlines", abstract: HelpTexts.abstract("deadlines"), discussion: HelpTexts.discussion("deadlines"))
    }

    @Flag(help: HelpTexts.option("overdue"))
    var overdue = false

    @Option(help: HelpTexts.option("until", value: "date"))
    var until: CivilDate?

    @Option(name: .customLong("case"), help: HelpTexts.option("only-case", value: "case"))
    var ofCase: String?

    @Option(help: HelpTexts.option("deadlines-user", value: "login"))
    var user: String?

    @Option(help: HelpTexts.option("only-regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("only-rule", value: "rule"))
    var rule: String?

    @Option(help: HelpTexts.option("limit", value: "n"))
    var limit: Int?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: OfficeOptions

    func run(at wiring: Wiring) throws {
        if let limit, limit < 1 { throw CommandFailure.usage("usage.limit", String(limit)) }
        let office = try wiring.office(forReading: true)
        let texts = wiring.texts
        let rule = try rule.map { try office.ruleID($0, regulation) }
        let printer = ListPrinter(
            wiring: wiring, option: format,
            titles: [
                texts("field.due"), texts("cli.column.state"), texts("field.case"), texts("cli.column.name"),
                texts("field.basis"), texts("cli.column.what"),
            ], rightAligned: [2], limit: limit)
        if let ofCase {
            try printOne(office, try office.caseFile(ofCase), rule, printer)
        } else {
            try printBoard(office, rule, printer)
        }
    }

    /// Everything a case has, what is done included.
    private func printOne(_ office: OfficeAtWork, _ file: CaseFile, _ rule: String?, _ printer: ListPrinter) throws {
        let now = office.context.now
        let all = try office.storing { () throws(StoreError) in try office.archive.obligations(of: file.header.id) }
        let chosen = all.filter { obligation in
            (!overdue || obligation.state(at: now) == .overdue) && until.map { obligation.effectiveDue.date <= $0 } ?? true
                && user.map { $0 == file.header.curator ?? "" } ?? true && obligation.rule == rule ?? obligation.rule
                && regulation.map { obligation.rule.hasPrefix($0 + ".") } ?? true
        }
        try printer.print(
            chosen.map { ObligationLine($0, number: file.header.number, name: file.citizen.shortName).entry(office) })
    }

    /// Running terms of all cases.
    private func printBoard(_ office: OfficeAtWork, _ rule: String?, _ printer: ListPrinter) throws {
        let query = BoardQuery(
            overdueOn: overdue ? office.context.now.date : nil, until: until, curator: user, rule: rule, regulation: regulation)
        var position = PagePosition<BoardRow>.start
        try printer.print { count in
            let page = try office.storing { () throws(StoreError) in
                try office.archive.board(query, at: position, limit: count)
            }
            if let last = page.rows.last { position = .after(last) }
            let entries = page.rows.map { row in
                let initials = [row.given, row.patronymic ?? ""].compactMap { $0.first.map { "\($0)." } }
                let name = ([row.family] + initials).joined(separator: " ")
                return ObligationLine(row.obligation, number: row.number, name: name).entry(office)
            }
            return (entries, page.hasMore)
        }
    }
}

extension OfficeAtWork {
    /// The full id of a rule typed with or without its act's; within the named act where one is.
    /// - Throws: usage failure when no act at hand has it.
    func ruleID(_ text: String, _ regulation: String?) throws -> String {
        let acts = context.regulations.filter { $0.id == regulation ?? $0.id }
        let rule = acts.lazy.flatMap { act in act.obligations.filter { $0.id == text || $0.id == "\(act.id).\(text)" } }.first
        guard let rule else {
            let known = acts.flatMap(\.obligations).map(\.id).joined(separator: ", ")
            throw CommandFailure.usage("usage.rule-unknown", text, known)
        }
        return rule.id
    }
}

/// An obligation with whose it is.
struct ObligationLine {
    let obligation: Obligation
    let number: Int
    let name: String

    init(_ obligation: Obligation, number: Int, name: String) {
        self.obligation = obligation
        self.number = number
        self.name = name
    }

    func entry(_ office: OfficeAtWork) -> ListPrinter.Entry {
        let rule = office.rule(of: obligation)
        let state = obligation.state(at: office.context.now)
        return ListPrinter.Entry(
            json: json(office),
            cells: [
                obligation.effectiveDue.dotted, office.texts("obligation-state.\(state.rawValue)"), String(number), name,
                rule.map { office.texts.basis($0.basis) } ?? "", rule?.title ?? obligation.rule,
            ])
    }

    func json(_ office: OfficeAtWork) -> JSONValue {
        let rule = office.rule(of: obligation)
        return .object([
            ("case", .text(String(number))), ("rule", .text(obligation.rule)), ("due", .date(obligation.due.date)),
            ("state", .text(obligation.state(at: office.context.now).rawValue)),
            ("fulfilledOn", .date(obligation.fulfilledAt?.date)), ("basis", .basis(rule?.basis)),
            ("title", .optional(rule?.title)), ("time", .optional(obligation.due.time?.text)),
            ("workBy", .date(obligation.workBy)), ("postponedTo", .date(obligation.postponedTo)),
            ("triggeredOn", .date(obligation.triggeredAt.date)), ("responsible", .optional(rule?.responsible)),
            ("officeTerm", .bool(rule?.isOfficeTerm ?? false)), ("provisional", .bool(obligation.isProvisional)),
        ])
    }
}
