/// The keys of the sections: the digits, and the hyphen beside the nought for the section after all of them.
enum SectionKey {
    /// The section that stands after the ten digits.
    static let afterDigits = 10

    /// The key of a section.
    static func of(_ section: Int) -> Character { section == afterDigits ? "-" : Character(String(section % 10)) }

    /// The section of a key; nil for any other.
    static func section(of key: Character) -> Int? { key == "-" ? afterDigits : key.wholeNumberValue }
}
