/// The directory as an office sees it: what the acts print, and over it what the office has changed or added (R-IRK-113).
public struct OfficeDirectory: Hashable, Sendable {
    /// The acts' entries and the office's versions of them, act by act; the office's own organisations behind.
    public let organisations: [Organisation]
    private let changed: [Key: Organisation]

    private struct Key: Hashable {
        var regulation: String
        var number: Int
    }

    /// Lays the office's versions over the acts' entries.
    /// - Parameters:
    ///   - shipped: the entries of the packs, in their order.
    ///   - office: what the store holds; versions under other acts are left out.
    ///   - regulations: the acts shown.
    public init(shipped: [Organisation], office: [Organisation], regulations: [String]) {
        let key = { (organisation: Organisation) in
            Key(regulation: organisation.regulation, number: organisation.number)
        }
        let shown = shipped.filter { regulations.contains($0.regulation) }
        changed = Dictionary(office.filter { regulations.contains($0.regulation) }.map { (key($0), $0) }) { _, last in last }
        let known = Set(shown.map(key))
        let added = changed.values.filter { !known.contains(key($0)) }
            .sorted { ($0.regulation, $0.number) < ($1.regulation, $1.number) }
        let changed = changed
        organisations = shown.map { changed[key($0)] ?? $0 } + added
    }

    /// The office's version of an organisation; nil while it stands as the act prints it.
    public func officeVersion(of organisation: Organisation) -> Organisation? {
        changed[Key(regulation: organisation.regulation, number: organisation.number)]
    }

    /// What is wrong with an organisation that somebody typed; empty when it may be kept.
    public static func faults(of organisation: Organisation) -> [OrganisationFault] {
        var faults: [OrganisationFault] = []
        if organisation.name.isEmpty { faults.append(.nameMissing) }
        if organisation.territories.isEmpty { faults.append(.territoryMissing) }
        let phones = organisation.phones + organisation.hotlines
        if let phone = phones.first(where: { !$0.contains(where: \.isNumber) }) { faults.append(.phoneWithoutDigits(phone)) }
        if let email = organisation.emails.first(where: { !$0.contains("@") }) { faults.append(.emailWithoutAt(email)) }
        return faults
    }
}

/// What may be wrong with an organisation that somebody typed; the wording is `organisation-fault.<code>`.
public enum OrganisationFault: Hashable, Sendable {
    /// No name.
    case nameMissing
    /// Nobody can say whom it serves.
    case territoryMissing
    /// A telephone that cannot be dialled.
    case phoneWithoutDigits(String)
    /// An e-mail address that is none.
    case emailWithoutAt(String)

    /// The code of the wording.
    public var code: String {
        switch self {
        case .nameMissing: "name"
        case .territoryMissing: "territory"
        case .phoneWithoutDigits: "phone"
        case .emailWithoutAt: "email"
        }
    }

    /// What the wording names.
    public var arguments: [String] {
        switch self {
        case .nameMissing, .territoryMissing: []
        case .phoneWithoutDigits(let text), .emailWithoutAt(let text): [text]
        }
    }
}
