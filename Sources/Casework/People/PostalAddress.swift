/// A Russian postal address in parts, with a free line for what does not fit.
///
/// Parts follow `shared/requirements/public-data.md`, section 7. Where only the free line is known, it stands alone.
public struct PostalAddress: Hashable, Sendable, Codable {
    /// Six digits.
    public var postcode: String?
    /// Область, край, республика.
    public var region: String?
    /// Район.
    public var district: String?
    /// Город, посёлок, село.
    public var settlement: String?
    /// Улица.
    public var street: String?
    /// Дом, with корпус or строение.
    public var house: String?
    /// Квартира.
    public var flat: String?
    /// Whatever the source wrote in one line.
    public var line: String?

    /// An address of the given parts.
    public init(
        postcode: String? = nil, region: String? = nil, district: String? = nil, settlement: String? = nil,
        street: String? = nil, house: String? = nil, flat: String? = nil, line: String? = nil
    ) {
        self.postcode = postcode
        self.region = region
        self.district = district
        self.settlement = settlement
        self.street = street
        self.house = house
        self.flat = flat
        self.line = line
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { postcode == nil && text.isEmpty }

    /// The address in one line without the postcode, from the wider part to the narrower.
    public var text: String {
        let parts = [region, district, settlement, street, house, flat].compactMap { $0 }
        return ((line.map { [$0] } ?? []) + parts).joined(separator: ", ")
    }

    /// Whether the postcode, where given, is six digits.
    public var hasValidPostcode: Bool {
        guard let postcode else { return true }
        return postcode.utf8.count == 6 && postcode.utf8.allSatisfy { (48...57).contains($0) }
    }
}
