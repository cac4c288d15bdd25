/// The fields of a list of referrals, as a mapping file names them.
public enum ReferralField: String, Sendable, CaseIterable {
    /// Family name.
    case family
    /// Given name.
    case given
    /// Patronymic.
    case patronymic
    /// Date of birth.
    case born
    /// Sex: `f` or `m`.
    case sex
    /// СНИЛС, as it is written; its checksum is the domain's business.
    case snils
    /// The person's own telephone.
    case phone
    /// Electronic mail.
    case email
    /// Postcode.
    case postcode
    /// Address in one line.
    case address
    /// Municipal territory.
    case territory
    /// Disability: `group-1`, `group-2`, `group-3`, `child`, `ovz`, `none`.
    case disability
    /// The day on which the disability was established.
    case disabilitySince = "disability-since"
    /// The day until which it holds, or the word `indefinite`.
    case disabilityUntil = "disability-until"
    /// Whether it was established for the first time: `yes` or `no`.
    case disabilityFirst = "disability-first"
    /// Degree of restriction of self-care, 0–3, as are the six below.
    case selfCare = "self-care"
    /// Degree of restriction of moving about.
    case mobility
    /// Degree of restriction of orientation.
    case orientation
    /// Degree of restriction of communication.
    case communication
    /// Degree of restriction of controlling one's behaviour.
    case behaviour
    /// Degree of restriction of learning.
    case learning
    /// Degree of restriction of work.
    case work
    /// Number of the ИПРА.
    case ipraNumber = "ipra-number"
    /// Date of the ИПРА.
    case ipraDate = "ipra-date"
    /// The day on which the referral was received.
    case receivedOn = "received-on"
    /// The source's code or title in the regulation.
    case source
    /// Name of the legal representative.
    case representative
    /// Telephone of the legal representative.
    case representativePhone = "representative-phone"

    /// All ids, for ``HeaderMappingFile``.
    public static let ids = Set(allCases.map(\.rawValue))

    /// The ids without which a row is no referral.
    public static let required = Set([family, given, born, receivedOn, source].map(\.rawValue))
}
