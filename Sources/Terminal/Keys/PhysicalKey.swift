/// The letter of the physical key, whatever alphabet is switched on: «т» and `n` are one key of a ЙЦУКЕН keyboard.
///
/// For commands only. In text fields what was typed is what is meant. Punctuation that depends on the layout is not
/// translated, since `.` and `,` of the two alphabets stand on different keys.
public enum PhysicalKey {
    private static let pairs: [(russian: Character, latin: Character)] = [
        ("й", "q"), ("ц", "w"), ("у", "e"), ("к", "r"), ("е", "t"), ("н", "y"), ("г", "u"), ("ш", "i"), ("щ", "o"), ("з", "p"),
        ("х", "["), ("ъ", "]"), ("ф", "a"), ("ы", "s"), ("в", "d"), ("а", "f"), ("п", "g"), ("р", "h"), ("о", "j"), ("л", "k"),
        ("д", "l"), ("ж", ";"), ("э", "'"), ("я", "z"), ("ч", "x"), ("с", "c"), ("м", "v"), ("и", "b"), ("т", "n"), ("ь", "m"),
        ("б", ","), ("ю", "."), ("ё", "`"),
    ]

    private static let toLatin = Dictionary(uniqueKeysWithValues: pairs.map { ($0.russian, $0.latin) })
    private static let toRussian = Dictionary(uniqueKeysWithValues: pairs.map { ($0.latin, $0.russian) })

    /// The lower-case Latin letter (or sign) of the key that types this character; other characters come back as they are.
    public static func command(for character: Character) -> Character {
        let small = lowercase(character)
        return toLatin[small] ?? small
    }

    /// The Russian letter on the same key, for hints; nil when the key has none.
    public static func russian(for character: Character) -> Character? {
        toRussian[lowercase(character)]
    }

    /// Whether two characters are typed by the same physical key.
    public static func same(_ one: Character, _ other: Character) -> Bool {
        command(for: one) == command(for: other)
    }

    private static func lowercase(_ character: Character) -> Character {
        // Letters whose small form has several characters (none on this keyboard) stay as they are.
        let small = character.lowercased()
        return small.count == 1 ? small.first ?? character : character
    }
}
