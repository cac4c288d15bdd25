import ArgumentParser
import Casework

/// `marshrut directory set NUMBER`: the office's version of an organisation.
struct SetOrganisation: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set", abstract: HelpTexts.abstract("directory.set"), discussion: HelpTexts.discussion("directory.set"),
            aliases: ["edit"])
    }

    @Argument(help: HelpTexts.option("organisation-number", value: "number"))
    var number: Int

    @Option(help: HelpTexts.option("directory-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var values: OrganisationValues
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let directory = try office.directory(regulation)
        var organisation = try directory.organisation(number)
        values.apply(to: &organisation, vocabulary: directory.technologies, by: office.login)
        try office.keep(organisation, in: directory)
    }
}

/// `marshrut directory add --name NAME --territory DISTRICT`: an organisation that no act lists.
struct AddOrganisation: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "add", abstract: HelpTexts.abstract("directory.add"))
    }

    @Option(help: HelpTexts.option("directory-regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("organisation-role", value: "role"))
    var role: String = OrganisationRole.partner.rawValue

    @OptionGroup var values: OrganisationValues
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let directory = try office.directory(regulation)
        guard let pack = directory.packs.first else { throw CommandFailure.usage("usage.which-regulation", "") }
        var organisation = Organisation(
            regulation: pack.id, number: 0, name: "", role: try OrganisationRole.named(role))
        values.apply(to: &organisation, vocabulary: directory.technologies, by: office.login)
        try office.keep(organisation, in: directory)
    }
}

/// `marshrut directory verify NUMBER`: somebody has made sure of the contacts.
struct VerifyOrganisation: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "verify", abstract: HelpTexts.abstract("directory.verify"))
    }

    @Argument(help: HelpTexts.option("organisation-number", value: "number"))
    var number: Int

    @Option(help: HelpTexts.option("directory-regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("verified", value: "date"))
    var on: CivilDate?

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let directory = try office.directory(regulation)
        var organisation = try directory.organisation(number)
        organisation.verifiedOn = on ?? wiring.now.date
        organisation.verifiedBy = office.login
        try office.keep(organisation, in: directory)
    }
}
