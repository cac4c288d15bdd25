import ArgumentParser
import CaseStore
import Casework

/// `marshrut init`: a new store for an office.
struct InitCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "init", abstract: HelpTexts.abstract("init"), discussion: HelpTexts.discussion("init"))
    }

    @Option(help: HelpTexts.option("init-regulation", value: "id"))
    var regulation: [String] = []

    @Option(help: HelpTexts.option("organisation", value: "name"))
    var organisation: String

    @Option(help: HelpTexts.option("contacts", value: "text"))
    var contacts: String?

    @Option(help: HelpTexts.option("worker-name", value: "name"))
    var name: String?

    @Option(help: HelpTexts.option("role", value: "role"))
    var role: String = "curator"

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard let organisation = organisation.nonEmpty else { throw CommandFailure.usage("usage.organisation") }
        let packs = try wiring.packs(regulation)
        if regulation.isEmpty, packs.count != 1 {
            throw CommandFailure.usage("usage.regulation-which", packs.map(\.id).joined(separator: ", "))
        }
        let office = OfficeSettings(organisation: organisation, contacts: contacts?.nonEmpty, regulations: packs.map(\.id))
        let archive = try wiring.storing { () throws(StoreError) in
            try CaseArchive.create(at: wiring.databasePath, organisationID: wiring.newID(), office: office)
        }
        if let name = name?.nonEmpty {
            try wiring.storing { () throws(StoreError) in
                try archive.save(Worker(login: wiring.login, name: name, role: role), by: wiring.login, at: wiring.now)
            }
        }
        try wiring.storing { () throws(StoreError) in try archive.close() }
        wiring.console.print(wiring.texts("init.done", wiring.databasePath, office.regulations.joined(separator: ", ")) + "\n")
    }
}
