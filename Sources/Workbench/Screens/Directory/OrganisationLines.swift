import Casework
import Terminal

/// An organisation as a row of the list, as the pane beside it and as a page.
enum OrganisationLines {
    static func row(_ organisation: Organisation, _ session: Session) -> TableRow {
        let texts = session.texts
        let isVerified = organisation.isVerified(on: session.today)
        let sign = organisation.isClosed ? "×" : isVerified ? "+" : "!"
        let style: Style = organisation.isClosed ? .dim : isVerified ? .good : .warning
        let verified =
            organisation.isClosed
            ? texts("directory.closed") : organisation.verifiedOn?.dotted ?? texts("directory.never")
        return TableRow(
            [
                TableText(String(organisation.number)), TableText(organisation.listName), TableText(sign, style),
                TableText(verified, style), TableText(organisation.phones.first ?? organisation.hotlines.first ?? ""),
                TableText(organisation.territory),
            ], style: organisation.isClosed ? .dim : .normal)
    }

    /// Whether somebody has made sure of the contacts, in words with a sign.
    static func verification(_ organisation: Organisation, _ session: Session) -> (text: String, style: Style) {
        let texts = session.texts
        guard let day = organisation.verifiedOn else { return (texts("directory.never-verified"), .warning) }
        let who = organisation.verifiedBy.map(session.workerName) ?? ""
        let isFresh = organisation.isVerified(on: session.today)
        return (
            (isFresh ? "+ " : "") + texts(isFresh ? "directory.verified-on" : "directory.stale", day.dotted, who),
            isFresh ? .good : .warning
        )
    }

    /// What is known, as label and value; only what there is.
    private static func facts(_ organisation: Organisation, session: Session) -> [(key: String, values: [String])] {
        let titles = session.serviceTitles
        let offers = organisation.services.map { $0.line(titles: titles) }
        return [
            ("phones", [organisation.phones.joined(separator: ", ")]),
            ("hotlines", [organisation.hotlines.joined(separator: ", ")]),
            ("addresses", organisation.addresses.map(\.line)), ("emails", [organisation.emails.joined(separator: ", ")]),
            ("sites", [organisation.sites.joined(separator: ", ")]), ("hours", [organisation.hours ?? ""]),
            ("services", offers.isEmpty ? [session.texts("directory.no-services")] : offers),
            ("note", [organisation.note ?? ""]),
        ].filter { $0.values.contains { !$0.isEmpty } }
    }

    /// «организация-оператор · Ангарский район · 414-р, приложение, п. 1 · изменено учреждением».
    private static func standing(_ organisation: Organisation, in directory: OfficeDirectory, _ session: Session) -> String {
        let texts = session.texts
        let change: String? =
            organisation.isOwn
            ? texts("directory.own") : directory.officeVersion(of: organisation).map { _ in texts("directory.changed") }
        return [
            texts("organisation-role.\(organisation.role.rawValue)"), organisation.territory,
            organisation.basis.map { texts.basis($0) }, organisation.isClosed ? "× " + texts("directory.closed") : nil, change,
        ].compactMap { $0 }.joined(separator: " · ")
    }

    /// The pane: what is asked for most comes first, the long name last but for the services.
    static func pane(
        _ organisation: Organisation, in directory: OfficeDirectory, session: Session, width: Int
    ) -> [(text: String, style: Style)] {
        var lines = wrap(organisation.name, width: width).map { (text: $0, style: Style.title) }
        lines += wrap(standing(organisation, in: directory, session), width: width).map { ($0, .dim) }
        let verified = verification(organisation, session)
        lines += wrap(verified.text, width: width).map { ($0, verified.style) }
        for fact in facts(organisation, session: session) {
            let label = session.texts("organisation.\(fact.key)") + ": "
            for (index, value) in fact.values.enumerated() {
                lines += wrap(index == 0 ? label + value : value, width: width).map { ($0, .normal) }
            }
        }
        return lines
    }

    /// The whole page.
    static func page(_ organisation: Organisation, in directory: OfficeDirectory, session: Session) -> [HelpLine] {
        var lines: [HelpLine] = [
            .text(organisation.name), .text(standing(organisation, in: directory, session)),
            .text(verification(organisation, session).text),
        ]
        for fact in facts(organisation, session: session) {
            lines.append(.heading(session.texts("organisation.\(fact.key)")))
            lines += fact.values.map { .text($0) }
        }
        return lines
    }
}
