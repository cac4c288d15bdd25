import Casework

/// Organisations as JSON, with the keys of the command line's contract.
struct OrganisationJSON {
    let directory: DirectoryAtHand
    let today: CivilDate
    /// Addresses and services as lines, for a table that has no place for objects.
    var isFlat = false

    func value(_ organisation: Organisation) -> JSONValue {
        let titles = directory.titles
        let texts = { (texts: [String]) in JSONValue.array(texts.map { .text($0) }) }
        let addresses = organisation.addresses.map { address in
            isFlat
                ? JSONValue.text(address.line)
                : .object([("postcode", .optional(address.postcode)), ("text", .text(address.text))])
        }
        let services = organisation.services.map { offer in
            isFlat
                ? JSONValue.text(offer.line(titles: titles))
                : .object([
                    ("service", .text(offer.service)), ("title", .text(titles[offer.service] ?? offer.service)),
                    ("form", .optional(offer.form)),
                ])
        }
        return .object([
            ("number", .number(organisation.number)), ("name", .text(organisation.name)),
            ("role", .text(organisation.role.rawValue)),
            ("territory", .text(organisation.territory)), ("sites", texts(organisation.sites)), ("addresses", .array(addresses)),
            ("phones", texts(organisation.phones + organisation.hotlines)), ("emails", texts(organisation.emails)),
            ("verifiedOn", .date(organisation.verifiedOn)), ("verifiedBy", .optional(organisation.verifiedBy)),
            ("verified", .bool(organisation.isVerified(on: today))), ("regulation", .text(organisation.regulation)),
            ("shortName", .text(organisation.listName)), ("settlement", .optional(organisation.settlement)),
            ("district", .optional(organisation.district)), ("region", .optional(organisation.region)),
            ("hotlines", texts(organisation.hotlines)), ("hours", .optional(organisation.hours)), ("services", .array(services)),
            ("note", .optional(organisation.note)), ("closed", .bool(organisation.isClosed)), ("own", .bool(organisation.isOwn)),
            ("changed", .bool(directory.directory.officeVersion(of: organisation) != nil)), ("basis", .basis(organisation.basis)),
        ])
    }
}
