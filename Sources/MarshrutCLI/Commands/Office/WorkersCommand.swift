import ArgumentParser
import CaseStore
import Casework

/// `marshrut workers`: who works here.
struct WorkersCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "workers", abstract: HelpTexts.abstract("workers"), discussion: HelpTexts.discussion("workers"),
            subcommands: [ListWorkers.self, AddWorker.self], defaultSubcommand: ListWorkers.self)
    }
}

/// `marshrut workers list`.
struct ListWorkers: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: HelpTexts.abstract("workers.list"))
    }

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let workers = try office.storing { () throws(StoreError) in try office.archive.workers() }
        let texts = wiring.texts
        let roles = office.packs.flatMap(\.roles)
        let json = JSONValue.array(
            workers.map {
                .object([
                    ("login", .text($0.login)), ("name", .text($0.name)), ("role", .text($0.role)),
                    ("active", .bool($0.isActive)),
                ])
            })
        wiring.print(
            Report(json) {
                var table = TextTable([
                    texts("cli.column.login"), texts("cli.column.name"), texts("cli.column.role"), texts("cli.column.active"),
                ])
                for worker in workers {
                    table.append([
                        worker.login, worker.name, roles.first { $0.id == worker.role }?.title ?? worker.role,
                        texts(worker.isActive ? "yes" : "no"),
                    ])
                }
                return table.text(empty: texts("cli.empty"))
            }, as: format)
    }
}

/// `marshrut workers add LOGIN --name NAME`: a worker entered or changed.
struct AddWorker: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "add", abstract: HelpTexts.abstract("workers.add"))
    }

    @Argument(help: HelpTexts.option("login", value: "login"))
    var login: String

    @Option(help: HelpTexts.option("worker-name", value: "name"))
    var name: String

    @Option(help: HelpTexts.option("role", value: "role"))
    var role: String = "curator"

    @Flag(help: HelpTexts.option("left"))
    var left = false

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard let login = login.nonEmpty, let name = name.nonEmpty else { throw CommandFailure.usage("usage.worker") }
        let office = try wiring.office()
        let roles = office.packs.flatMap(\.roles).map(\.id)
        guard roles.contains(role) else { throw CommandFailure.usage("usage.role", role, roles.joined(separator: ", ")) }
        try office.storing { () throws(StoreError) in
            try office.archive.save(
                Worker(login: login, name: name, role: role, isActive: !left), by: office.login, at: wiring.now)
        }
        wiring.console.print(wiring.texts("workers.done", login) + "\n")
    }
}
