import ArgumentParser
import CaseStore
import Casework
import MarshrutResources

/// `marshrut group`: the working group's agenda and decisions.
struct GroupCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "group", abstract: HelpTexts.abstract("group"), discussion: HelpTexts.discussion("group"),
            subcommands: [GroupAgendaCommand.self, GroupDecisionsCommand.self], defaultSubcommand: GroupAgendaCommand.self)
    }
}

/// `marshrut group agenda`: what waits for the group, the most pressing first.
struct GroupAgendaCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "agenda", abstract: HelpTexts.abstract("group.agenda"))
    }

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let today = office.context.now.date
        let acts = try office.groupActs()
        let agendas = try office.storing { () throws(StoreError) in
            try office.archive.agendas(of: acts, engine: office.context.engine, today: today)
        }
        let items = agendas.flatMap { agenda in agenda.items.map { (act: agenda.regulation, item: $0) } }
        let texts = wiring.texts
        wiring.print(
            Report(.array(items.map { json($0.item, act: $0.act, today: today) })) {
                var table = TextTable(
                    [
                        texts("column.due"), texts("column.since"), texts("column.number"), texts("column.person"),
                        texts("column.basis"), texts("column.consider"),
                    ], rightAligned: [2])
                for (_, item) in items {
                    table.append([
                        item.due?.dotted ?? "", item.since.dotted, String(item.number), item.person,
                        item.wait.entry.basis.map(texts.basis) ?? "", item.wait.entry.title,
                    ])
                }
                return table.text(empty: texts("group.agenda.empty"))
            }, as: format)
    }

    private func json(_ item: GroupItem, act: Regulation, today: CivilDate) -> JSONValue {
        .object([
            ("case", .text(String(item.number))), ("person", .text(item.person)), ("regulation", .text(act.id)),
            ("wait", .text(item.wait.entry.id)), ("title", .text(item.wait.entry.title)),
            ("basis", .basis(item.wait.entry.basis)), ("since", .date(item.since)), ("due", .date(item.due)),
            ("overdue", .bool(item.isOverdue(on: today))),
        ])
    }
}

/// `marshrut group decisions`: the decisions on cases, the newest first.
struct GroupDecisionsCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "decisions", abstract: HelpTexts.abstract("group.decisions"))
    }

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        var found: [(act: Regulation, row: EntryInCase)] = []
        for act in try office.groupActs() {
            let rows = try office.storing { () throws(StoreError) in
                try office.archive.caseEntries(kinds: act.group?.decisions ?? [], regulation: act.id)
            }
            found += rows.map { (act, $0) }
        }
        let texts = wiring.texts
        wiring.print(
            Report(.array(found.map { json($0.row, act: $0.act) })) {
                var table = TextTable(
                    [
                        texts("column.date"), texts("column.number"), texts("column.person"), texts("column.entry"),
                        texts("column.content"),
                    ], rightAligned: [1])
                for (act, row) in found {
                    table.append([
                        row.entry.on.dotted, String(row.number), row.person,
                        act.entryKind(row.entry.entryKind)?.entry.title ?? row.entry.entryKind,
                        decision(row.entry, act: act).map(\.title) ?? row.entry.values["content"] ?? "",
                    ])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }

    /// What was chosen, where the kind of entry has a choice.
    private func decision(_ entry: CaseEntry, act: Regulation) -> PackEntry? {
        let field = act.entryKind(entry.entryKind)?.fields.first { $0.kind == .choice }
        return field.flatMap { field in field.choices.first { $0.id == entry.values[field.entry.id] } }
    }

    private func json(_ row: EntryInCase, act: Regulation) -> JSONValue {
        let chosen = decision(row.entry, act: act)
        return .object([
            ("case", .text(String(row.number))), ("person", .text(row.person)), ("decision", .optional(chosen?.id)),
            ("title", .optional(chosen?.title)), ("basis", .basis(chosen?.basis)),
            ("entry", EntryList.Item(row.entry).json),
        ])
    }
}

extension OfficeAtWork {
    /// The office's acts that have a working group.
    /// - Throws: refused when none has.
    func groupActs() throws -> [Regulation] {
        let acts = context.regulations.filter { $0.group != nil }
        guard !acts.isEmpty else { throw CommandFailure.refused("group.none") }
        return acts
    }
}
