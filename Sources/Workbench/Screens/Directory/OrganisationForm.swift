import Casework
import Terminal

/// An organisation to mend or to add: the office's version, over what the act prints.
enum OrganisationForm {
    static func spec(_ organisation: Organisation, in directory: OfficeDirectory, session: Session) -> FormSpec {
        form(
            organisation, title: session.texts("form.organisation.title", organisation.listName), in: directory,
            session: session)
    }

    /// An organisation that no act lists.
    static func blank(_ act: String, in directory: OfficeDirectory, session: Session) -> FormSpec {
        var organisation = Organisation(regulation: act, number: 0, name: "", role: .partner)
        organisation.region = directory.organisations.first { $0.regulation == act }?.region
        return form(organisation, title: session.texts("form.organisation.new"), in: directory, session: session)
    }

    /// The form of a draft's name, `organisation.<act>.<number>`; nil when the organisation is gone.
    static func spec(draft parts: [String], session: Session) -> FormSpec? {
        guard parts.count == 3, let number = Int(parts[2]) else { return nil }
        let directory = session.directory(session.directoryReader()())
        if number == 0 { return blank(parts[1], in: directory, session: session) }
        return directory.organisations.first { $0.regulation == parts[1] && $0.number == number }
            .map { spec($0, in: directory, session: session) }
    }

    private static func form(
        _ organisation: Organisation, title: String, in directory: OfficeDirectory, session: Session
    ) -> FormSpec {
        FormSpec(
            id: "organisation.\(organisation.regulation).\(organisation.number)", title: title,
            notes: [session.texts("form.organisation.hint")], fields: fields(organisation, session),
            save: { values in
                let changed = read(values, over: organisation, session)
                var errors: [String: String] = [:]
                for fault in OfficeDirectory.faults(of: changed) {
                    errors[field(of: fault)] = session.texts("organisation-fault.\(fault.code)", arguments: fault.arguments)
                }
                if !errors.isEmpty { return .rejected(errors) }
                return session.keep(changed, over: directory, says: "directory.saved-status")
            })
    }

    private static func fields(_ organisation: Organisation, _ session: Session) -> [FieldSpec] {
        let texts = session.texts
        let titles = session.serviceTitles
        let line = FieldKind.text(maxLength: 400)
        let roles = OrganisationRole.allCases.map { ($0.rawValue, texts("organisation-role.\($0.rawValue)")) }
        let yesNo = [("no", texts("word.no")), ("yes", texts("word.yes"))]
        func field(_ key: String, _ kind: FieldKind, _ initial: String, isRequired: Bool = false) -> FieldSpec {
            FieldSpec(key, label: "organisation.\(key)", kind: kind, isRequired: isRequired, initial: initial)
        }
        return [
            field("name", line, organisation.name, isRequired: true), field("short", line, organisation.shortName ?? ""),
            field("role", .choice(roles), organisation.role.rawValue, isRequired: true),
            field("territory", line, organisation.territory, isRequired: true),
            field("phones", .area(rows: 2), organisation.phones.joined(separator: "\n")),
            field("hotlines", line, organisation.hotlines.joined(separator: ", ")),
            field("emails", line, organisation.emails.joined(separator: ", ")),
            field("addresses", .area(rows: 3), organisation.addresses.map(\.line).joined(separator: "\n")),
            field("settlement", line, organisation.settlement ?? ""), field("district", line, organisation.district ?? ""),
            field("region", line, organisation.region ?? ""), field("sites", line, organisation.sites.joined(separator: ", ")),
            field("hours", line, organisation.hours ?? ""),
            field("services", .area(rows: 3), organisation.services.map { $0.line(titles: titles) }.joined(separator: "\n")),
            field("verified", .date, organisation.verifiedOn?.dotted ?? ""),
            field("closed", .choice(yesNo), organisation.isClosed ? "yes" : "no"),
            field("note", .area(rows: 2), organisation.note ?? ""),
        ]
    }

    private static func read(_ values: [String: String], over former: Organisation, _ session: Session) -> Organisation {
        var organisation = former
        func text(_ key: String) -> String? { values[key]?.nonEmpty }
        func lines(_ key: String) -> [String] {
            (values[key] ?? "").split(separator: "\n").compactMap { String($0).nonEmpty }
        }
        func list(_ key: String) -> [String] { (values[key] ?? "").split(separator: ",").compactMap { String($0).nonEmpty } }
        organisation.name = text("name") ?? ""
        organisation.shortName = text("short")
        organisation.role = text("role").flatMap(OrganisationRole.init) ?? former.role
        organisation.territories = list("territory")
        organisation.settlement = text("settlement")
        organisation.district = text("district")
        organisation.region = text("region")
        organisation.phones = lines("phones")
        organisation.hotlines = list("hotlines")
        organisation.emails = list("emails")
        organisation.addresses = lines("addresses").map { OrganisationAddress(line: $0) }
        organisation.sites = list("sites")
        organisation.hours = text("hours")
        organisation.services = lines("services").compactMap { ServiceOffer(line: $0, vocabulary: session.technologies) }
        organisation.isClosed = text("closed") == "yes"
        organisation.note = text("note")
        let verified = text("verified").flatMap(session.readDate)
        if verified != former.verifiedOn { organisation.verifiedBy = verified.map { _ in session.worker.login } }
        organisation.verifiedOn = verified
        return organisation
    }

    private static func field(of fault: OrganisationFault) -> String {
        switch fault {
        case .nameMissing: "name"
        case .territoryMissing: "territory"
        case .phoneWithoutDigits: "phones"
        case .emailWithoutAt: "emails"
        }
    }
}

/// Asks for the place that organisations shall be near to: typed, or taken from a citizen's case.
enum NearForm {
    static func spec(_ near: String?, session: Session, done: @escaping (String?) -> Void) -> FormSpec {
        FormSpec(
            id: "near", title: session.texts("form.near.title"), notes: [session.texts("form.near.hint")],
            fields: [
                FieldSpec("place", label: "field.near-place", kind: .text(maxLength: 120), initial: near ?? ""),
                FieldSpec("case", label: "field.near-case", kind: .text(maxLength: 12)),
            ], keepsDraft: false,
            save: { values in
                guard let typed = values["case"]?.nonEmpty else {
                    done(values["place"]?.nonEmpty)
                    return .saved
                }
                guard let number = Int(typed), let id = session.caseID(number: number), let file = session.caseFile(id) else {
                    return .rejected(["case": session.texts("directory.no-case")])
                }
                let citizen = file.citizen
                guard
                    let place = (citizen.address.settlement ?? citizen.territory ?? citizen.address.district)?.nonEmpty
                else { return .rejected(["case": session.texts("directory.no-territory")]) }
                done(place)
                return .saved
            })
    }
}
