/// Sex as identity papers write it.
public enum Sex: String, Sendable, Codable, CaseIterable {
    /// Женский.
    case female = "f"
    /// Мужской.
    case male = "m"
}

/// Гражданин целевой категории: the person accompanied.
public struct Citizen: CaseRecord {
    /// `citizen`
    public static let kind = RecordKind.citizen

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// Фамилия.
    public var family: String
    /// Имя.
    public var given: String
    /// Отчество, where there is one.
    public var patronymic: String?
    /// Дата рождения.
    public var born: CivilDate
    /// Пол, where known.
    public var sex: Sex?
    /// СНИЛС, where known.
    public var snils: SNILS?
    /// Telephone numbers as written, the preferred one first.
    public var phones: [String]
    /// E-mail, where known.
    public var email: String?
    /// Where the person lives.
    public var address: PostalAddress
    /// The municipality of the territorial register (IRK п. 20).
    public var territory: String?
    /// Disability status and dates.
    public var disability: Disability
    /// Degrees of the seven restrictions.
    public var restrictions: LifeRestrictions
    /// Number of the ИПРА.
    public var ipraNumber: String?
    /// Date of the ИПРА.
    public var ipraDate: CivilDate?
    /// Last day of the ИПРА.
    public var ipraUntil: CivilDate?
    /// Circumstances, in the order of ``CitizenFlag``.
    public var flags: [CitizenFlag]

    /// A citizen with the facts that every case must have; the rest is set afterwards.
    public init(id: RecordID, family: String, given: String, patronymic: String? = nil, born: CivilDate) {
        self.id = id
        self.family = family
        self.given = given
        self.patronymic = patronymic
        self.born = born
        sex = nil
        snils = nil
        phones = []
        email = nil
        address = PostalAddress()
        territory = nil
        disability = Disability(status: .none)
        restrictions = LifeRestrictions()
        ipraNumber = nil
        ipraDate = nil
        ipraUntil = nil
        flags = []
    }

    /// «Фамилия Имя Отчество».
    public var fullName: String { [family, given, patronymic ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }

    /// «Фамилия И. О.».
    public var shortName: String {
        let initials = [given, patronymic ?? ""].compactMap { $0.first.map { "\($0)." } }
        return ([family] + initials).joined(separator: " ")
    }

    /// The folded name by which duplicates are sought when there is no СНИЛС.
    public var nameKey: String { SearchKey.fold(fullName) }
}

/// Законный (уполномоченный) представитель.
public struct Representative: CaseRecord {
    /// `representative`
    public static let kind = RecordKind.representative

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// «Фамилия Имя Отчество» as written.
    public var name: String
    /// Мать, опекун …, where known.
    public var relation: String?
    /// The paper that gives the authority, where known.
    public var authority: String?
    /// Telephone, where known.
    public var phone: String?

    /// A representative of the case's citizen.
    public init(
        id: RecordID, caseID: RecordID, name: String, relation: String? = nil, authority: String? = nil, phone: String? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.name = name
        self.relation = relation
        self.authority = authority
        self.phone = phone
    }
}
