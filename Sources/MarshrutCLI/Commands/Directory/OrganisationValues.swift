import ArgumentParser
import Casework

/// The fields of an organisation on the command line; what is not named stays, an empty text takes away.
struct OrganisationValues: ParsableArguments {
    @Option(help: HelpTexts.option("organisation-name", value: "name"))
    var name: String?

    @Option(help: HelpTexts.option("organisation-short", value: "name"))
    var short: String?

    @Option(help: HelpTexts.option("territory", value: "district"))
    var territory: [String] = []

    @Option(help: HelpTexts.option("settlement", value: "name"))
    var settlement: String?

    @Option(help: HelpTexts.option("district", value: "name"))
    var district: String?

    @Option(help: HelpTexts.option("region", value: "name"))
    var region: String?

    @Option(help: HelpTexts.option("address", value: "text"))
    var address: [String] = []

    @Option(help: HelpTexts.option("phone", value: "text"))
    var phone: [String] = []

    @Option(help: HelpTexts.option("hotline", value: "text"))
    var hotline: [String] = []

    @Option(help: HelpTexts.option("email", value: "text"))
    var email: [String] = []

    @Option(help: HelpTexts.option("site", value: "text"))
    var site: [String] = []

    @Option(help: HelpTexts.option("hours", value: "text"))
    var hours: String?

    @Option(name: .customLong("service"), help: HelpTexts.option("offer", value: "service:form"))
    var services: [String] = []

    @Option(help: HelpTexts.option("organisation-note", value: "text"))
    var note: String?

    @Option(help: HelpTexts.option("verified", value: "date"))
    var verified: CivilDate?

    @Flag(inversion: .prefixedNo, help: HelpTexts.option("closed"))
    var closed: Bool?

    /// Writes what was named into the organisation.
    func apply(to organisation: inout Organisation, vocabulary: [PackEntry], by login: String) {
        if let name { organisation.name = name.nonEmpty ?? "" }
        if let short { organisation.shortName = short.nonEmpty }
        if let settlement { organisation.settlement = settlement.nonEmpty }
        if let district { organisation.district = district.nonEmpty }
        if let region { organisation.region = region.nonEmpty }
        if let hours { organisation.hours = hours.nonEmpty }
        if let note { organisation.note = note.nonEmpty }
        if let closed { organisation.isClosed = closed }
        replace(&organisation.territories, territory)
        replace(&organisation.phones, phone)
        replace(&organisation.hotlines, hotline)
        replace(&organisation.emails, email)
        replace(&organisation.sites, site)
        if !address.isEmpty { organisation.addresses = address.compactMap(\.nonEmpty).map { OrganisationAddress(line: $0) } }
        if !services.isEmpty {
            organisation.services = services.compactMap { ServiceOffer(line: $0, vocabulary: vocabulary) }
        }
        if let verified {
            organisation.verifiedOn = verified
            organisation.verifiedBy = login
        }
    }

    private func replace(_ list: inout [String], _ values: [String]) {
        if !values.isEmpty { list = values.compactMap(\.nonEmpty) }
    }
}
