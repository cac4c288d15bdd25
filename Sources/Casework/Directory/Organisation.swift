/// What an organisation is under an act.
public enum OrganisationRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// Carries accompaniment out (414-р, п. 4.2: entries 1–39 of the appendix).
    case `operator`
    /// Another participant of the model (414-р, приложение: entries 40–46).
    case participant
    /// A provider of social services (order 1206 of Bryansk, приложение 1).
    case provider
    /// A body of power, for inter-agency requests (414-р: распоряжение, п. 2; модель, п. 23).
    case authority
    /// A co-executor that the office itself works with (414-р, п. 4.4).
    case partner
}

/// An address with its postcode.
public struct OrganisationAddress: Hashable, Sendable, Codable {
    /// Six digits; nil where none is known.
    public var postcode: String?
    /// What stands behind the postcode, as printed.
    public var text: String

    /// An address.
    public init(postcode: String?, text: String) {
        self.postcode = postcode
        self.text = text
    }

    /// Reads `665821, Иркутская область, …`; a line without six digits at its head has no postcode.
    public init(line: String) {
        let parts = line.split(separator: ",", maxSplits: 1)
        let head = parts.first.map { String($0).trimmedSpaces } ?? ""
        if parts.count == 2, head.utf8.count == 6, head.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            self.init(postcode: head, text: String(parts[1]).trimmedSpaces)
        } else {
            self.init(postcode: nil, text: line.trimmedSpaces)
        }
    }

    /// The address in one line, postcode first.
    public var line: String { [postcode, text].compactMap { $0 }.joined(separator: ", ") }
}

/// An organisation of the directory (414-р, приложение; order 1206, приложение 1): as the act prints it, or as the office
/// keeps it since (R-IRK-113).
public struct Organisation: Hashable, Sendable, Codable {
    /// The act under which it stands in the directory.
    public var regulation: String
    /// Its number in the act's list; the office's own begin at ``firstOwnNumber``.
    public var number: Int
    /// The full name, as printed.
    public var name: String
    /// A name short enough for lists; ours.
    public var shortName: String?
    /// What it is under the act.
    public var role: OrganisationRole
    /// The districts and towns it serves; our reading of the name.
    public var territories: [String]
    /// The settlement where it stands.
    public var settlement: String?
    /// The district or town of that settlement.
    public var district: String?
    /// The region.
    public var region: String?
    /// Web sites, as printed.
    public var sites: [String] = []
    /// Addresses by postcode.
    public var addresses: [OrganisationAddress] = []
    /// Telephones, as printed.
    public var phones: [String] = []
    /// Telephones that the act calls hotlines, as printed.
    public var hotlines: [String] = []
    /// E-mail addresses, as printed.
    public var emails: [String] = []
    /// Working hours, in words.
    public var hours: String?
    /// What it offers.
    public var services: [ServiceOffer] = []
    /// Anything else worth knowing.
    public var note: String?
    /// When somebody last made sure that all this is so.
    public var verifiedOn: CivilDate?
    /// Who did, by login.
    public var verifiedBy: String?
    /// Whether it no longer works.
    public var isClosed = false
    /// Where it stands in the act; nil for the office's own.
    public var basis: LegalBasis?

    /// An organisation; the rest is filled in afterwards.
    public init(regulation: String, number: Int, name: String, role: OrganisationRole, territories: [String] = []) {
        self.regulation = regulation
        self.number = number
        self.name = name
        self.role = role
        self.territories = territories
    }

    /// The number of the first organisation that an office adds by itself; acts' lists end far below.
    public static let firstOwnNumber = 1001

    /// Whether the office added it; no act knows it.
    public var isOwn: Bool { number >= Organisation.firstOwnNumber }

    /// The name for lists.
    public var listName: String { shortName ?? name }

    /// «Ангарский район», several parted by commas.
    public var territory: String { territories.joined(separator: ", ") }

    /// Days after which contacts must be made sure of anew; our choice, the acts are silent.
    public static let verificationTerm = 180

    /// Whether somebody has made sure of the contacts within ``verificationTerm`` days.
    public func isVerified(on today: CivilDate) -> Bool {
        verifiedOn.map { $0.dayNumber + Int32(Organisation.verificationTerm) >= today.dayNumber } ?? false
    }

    /// Everything that a filter looks through, folded.
    public func haystack(titles: [String: String]) -> String {
        let offers = services.flatMap { [titles[$0.service] ?? $0.service, $0.form ?? ""] }
        let parts =
            [
                String(number), name, shortName ?? "", territory, settlement ?? "", district ?? "", region ?? "", hours ?? "",
                note ?? "",
            ] + sites
            + addresses.map(\.line) + phones + hotlines + emails + offers
        return SearchKey.fold(parts.joined(separator: " \u{1F} "))
    }

    /// Whether it offers a service whose id or title holds the words.
    public func offers(_ words: String, titles: [String: String]) -> Bool {
        let wanted = SearchKey.fold(words)
        return services.contains {
            SearchKey.fold($0.service) == wanted || SearchKey.fold(titles[$0.service] ?? $0.service).contains(wanted)
        }
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmedSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
