import ArgumentParser
import Casework

/// `marshrut directory show NUMBER`: everything about one organisation.
struct ShowOrganisation: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpTexts.abstract("directory.show"))
    }

    @Argument(help: HelpTexts.option("organisation-number", value: "number"))
    var number: Int

    @Option(help: HelpTexts.option("directory-regulation", value: "id"))
    var regulation: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let texts = wiring.texts
        let directory = try wiring.directory(regulation)
        let organisation = try directory.organisation(number)
        let json = OrganisationJSON(
            directory: directory, today: wiring.now.date, isFlat: format.option(at: wiring) == .csv)
        wiring.print(
            Report(json.value(organisation)) {
                var page = PageOfFacts(texts: texts)
                page.title(organisation.name)
                page.fact("organisation.role", texts("organisation-role.\(organisation.role.rawValue)"))
                page.fact("organisation.territory", organisation.territory)
                for address in organisation.addresses { page.fact("organisation.address", address.line) }
                page.fact("organisation.phones", organisation.phones.joined(separator: ", "))
                page.fact("organisation.hotlines", organisation.hotlines.joined(separator: ", "))
                page.fact("organisation.emails", organisation.emails.joined(separator: ", "))
                page.fact("organisation.sites", organisation.sites.joined(separator: ", "))
                page.fact("organisation.hours", organisation.hours)
                for offer in organisation.services {
                    page.fact("organisation.service", offer.line(titles: directory.titles))
                }
                page.fact("organisation.note", organisation.note)
                page.fact("organisation.verified", organisation.verifiedOn?.dotted ?? texts("directory.never"))
                page.fact("organisation.basis", organisation.basis.map { texts.basis($0) })
                return page.text
            }, as: format)
    }
}
