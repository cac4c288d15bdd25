/// What an office decides for itself where the act is silent, and who it is.
public struct OfficeSettings: Hashable, Sendable, Codable {
    /// The organisation's name, as papers print it.
    public var organisation: String
    /// The organisation's address and telephone for notices, where given.
    public var contacts: String?
    /// The acts the office works under, by pack id.
    public var regulations: [String]
    /// How many unanswered calls on different days count as «нет возможности установления телефонной связи» (IRK п. 17
    /// gives no number).
    public var failedCalls: Int
    /// Terms in working days that the office set, by the pack's key; shown as «срок учреждения».
    public var officeTerms: [String: Int]

    /// How the office reads unclear places of its acts: option by the id of a ``ReadingChoice``; the rest takes its default.
    public var readings: [String: String] {
        get { chosenReadings ?? [:] }
        set { chosenReadings = newValue.isEmpty ? nil : newValue }
    }
    /// Absent in stores of before readings could be chosen.
    private var chosenReadings: [String: String]?

    /// The default number of unanswered calls on different days.
    public static let defaultFailedCalls = 3

    /// An office of the given name and acts, with no terms of its own.
    public init(
        organisation: String, contacts: String? = nil, regulations: [String], failedCalls: Int = defaultFailedCalls,
        officeTerms: [String: Int] = [:]
    ) {
        self.organisation = organisation
        self.contacts = contacts
        self.regulations = regulations
        self.failedCalls = failedCalls
        self.officeTerms = officeTerms
    }
}
