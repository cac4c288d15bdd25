/// An act's rules of payment (BRY п. 29–32).
public struct FeeRules: Hashable, Sendable {
    /// Categories served free of charge, whatever their income (ч. 1 ст. 31 442-ФЗ).
    public var freeCategories: [PackEntry]
    /// The share of income above the limit that a month's fee may not exceed, in hundredths.
    public var sharePercent: Int
    /// Where it stands that the category or an income not above the limit makes the service free.
    public var freeBasis: LegalBasis
    /// Where it stands that others pay.
    public var paidBasis: LegalBasis
    /// Where the cap of a month's fee stands.
    public var capBasis: LegalBasis
    /// How the act was read where it is silent on rounding, by the reading's id.
    public var reading: String?

    /// Rules of payment.
    public init(
        freeCategories: [PackEntry], sharePercent: Int, freeBasis: LegalBasis, paidBasis: LegalBasis, capBasis: LegalBasis,
        reading: String? = nil
    ) {
        self.freeCategories = freeCategories
        self.sharePercent = sharePercent
        self.freeBasis = freeBasis
        self.paidBasis = paidBasis
        self.capBasis = capBasis
        self.reading = reading
    }

    /// The kind under which a decision is kept among a case's entries.
    public static let entryKind = "fee-decision"
}
