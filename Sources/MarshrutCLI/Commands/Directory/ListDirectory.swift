import ArgumentParser
import Casework

/// `marshrut directory [list]`: organisations of the acts and of the office; works without a store too.
struct ListDirectory: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: HelpTexts.abstract("directory.list"))
    }

    @Option(help: HelpTexts.option("directory-regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("near", value: "place"))
    var near: String?

    @Option(help: HelpTexts.option("service", value: "name"))
    var service: String?

    @Option(help: HelpTexts.option("organisation-role", value: "role"))
    var role: [String] = []

    @Option(help: HelpTexts.option("search", value: "text"))
    var search: String = ""

    @Flag(help: HelpTexts.option("stale"))
    var stale = false

    @Flag(help: HelpTexts.option("closed-organisations"))
    var closed = false

    @Flag(help: HelpTexts.option("gaps"))
    var gaps = false

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let directory = try wiring.directory(regulation)
        let roles = try role.map { try OrganisationRole.named($0) }
        var organisations = directory.organisations
            .filter { roles.isEmpty ? $0.role != .authority : roles.contains($0.role) }
        if gaps { return show(organisations.gaps(in: directory.technologies), at: wiring) }
        let titles = directory.titles
        organisations.removeAll { $0.isClosed && !closed }
        if let near = near?.nonEmpty {
            if organisations.nearness(to: near).allSatisfy({ $0 == .elsewhere }) {
                wiring.console.complain(wiring.texts("directory.place-unknown", near) + "\n")
            }
            organisations = organisations.sorted(near: near)
        }
        if let service = service?.nonEmpty { organisations.removeAll { !$0.offers(service, titles: titles) } }
        if stale { organisations.removeAll { $0.isVerified(on: wiring.now.date) } }
        let words = SearchKey.fold(search).split(separator: " ")
        organisations.removeAll { organisation in
            let haystack = words.isEmpty ? "" : organisation.haystack(titles: titles)
            return !words.allSatisfy { haystack.contains($0) }
        }
        show(organisations, of: directory, at: wiring)
    }

    private func show(_ organisations: [Organisation], of directory: DirectoryAtHand, at wiring: Wiring) {
        let texts = wiring.texts
        let json = OrganisationJSON(directory: directory, today: wiring.now.date, isFlat: format.option(at: wiring) == .csv)
        wiring.print(
            Report(.array(organisations.map(json.value))) {
                var table = TextTable(
                    [
                        texts("cli.column.number"), texts("cli.column.organisation"), texts("cli.column.territory"),
                        texts("cli.column.phones"), texts("cli.column.verified"),
                    ], rightAligned: [0])
                for organisation in organisations {
                    table.append([
                        String(organisation.number), organisation.listName, organisation.territory,
                        (organisation.phones + organisation.hotlines).joined(separator: ", "),
                        organisation.verifiedOn?.dotted ?? texts("directory.never"),
                    ])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }

    private func show(_ gaps: [ServiceGap], at wiring: Wiring) {
        let texts = wiring.texts
        let json = JSONValue.array(
            gaps.map { gap in
                .object([
                    ("service", .text(gap.service.id)), ("title", .text(gap.service.title)),
                    ("offeredBy", .number(gap.offeredBy)),
                    ("missingIn", .array(gap.missing.map { .text($0) })), ("basis", .basis(gap.service.basis)),
                ])
            })
        wiring.print(
            Report(json) {
                var table = TextTable(
                    [
                        texts("cli.column.service"), texts("cli.column.offered-by"), texts("cli.column.missing-count"),
                        texts("cli.column.missing-in"),
                    ], rightAligned: [1, 2])
                for gap in gaps {
                    table.append([
                        gap.service.title, String(gap.offeredBy), String(gap.missing.count), gap.missing.joined(separator: ", "),
                    ])
                }
                return table.text(empty: texts("directory.no-vocabulary"))
            }, as: format)
    }
}

extension OrganisationRole {
    /// The role of a code that somebody typed.
    static func named(_ code: String) throws -> OrganisationRole {
        if let role = OrganisationRole(rawValue: code) { return role }
        throw CommandFailure.usage("usage.organisation-role", code, allCases.map(\.rawValue).joined(separator: ", "))
    }
}
