/// The upper half (0x80–0xFF) of a single-byte Russian encoding.
///
/// Tables of our own, since Foundation's Windows-1251 is lax: it turns the unassigned byte 0x98 into the control character
/// U+0098. Source: unicode.org/Public/MAPPINGS (VENDORS/MICSFT/WINDOWS/CP1251, VENDORS/MICSFT/PC/CP866, VENDORS/MISC/KOI8-R).
struct SingleByteAlphabet: Sendable {
    /// The scalars of bytes 0x80–0xFF; nil where the encoding leaves the byte unassigned.
    let scalars: [Unicode.Scalar?]

    /// The scalar of a byte of the upper half; nil where it is unassigned.
    func scalar(of byte: UInt8) -> Unicode.Scalar? {
        byte < 0x80 ? Unicode.Scalar(byte) : scalars[Int(byte) - 0x80]
    }

    /// Marks an unassigned byte in the tables below.
    private static let unassigned: Unicode.Scalar = "\u{FFFD}"

    private init(_ rows: [String]) {
        scalars = rows.flatMap { $0.unicodeScalars }.map { $0 == Self.unassigned ? nil : $0 }
    }

    /// Windows-1251, sixteen bytes a row.
    static let windows1251 = SingleByteAlphabet([
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ",
        "ђ‘’“”•–—\u{FFFD}™љ›њќћџ",
        "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї",
        "°±Ііґµ¶·ё№є»јЅѕї",
        "АБВГДЕЖЗИЙКЛМНОП",
        "РСТУФХЦЧШЩЪЫЬЭЮЯ",
        "абвгдежзийклмноп",
        "рстуфхцчшщъыьэюя",
    ])

    /// The DOS page 866, sixteen bytes a row.
    static let dos866 = SingleByteAlphabet([
        "АБВГДЕЖЗИЙКЛМНОП",
        "РСТУФХЦЧШЩЪЫЬЭЮЯ",
        "абвгдежзийклмноп",
        "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
        "└┴┬├─┼╞╟╚╔╩╦╠═╬╧",
        "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
        "рстуфхцчшщъыьэюя",
        "ЁёЄєЇїЎў°∙·√№¤■\u{A0}",
    ])

    /// KOI8-R, sixteen bytes a row.
    static let koi8r = SingleByteAlphabet([
        "─│┌┐└┘├┤┬┴┼▀▄█▌▐",
        "░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷",
        "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞",
        "╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©",
        "юабцдефгхийклмно",
        "пярстужвьызшэщчъ",
        "ЮАБЦДЕФГХИЙКЛМНО",
        "ПЯРСТУЖВЬЫЗШЭЩЧЪ",
    ])

    /// The alphabet of an encoding; nil for the encodings of Unicode.
    static func of(_ encoding: TextEncoding) -> SingleByteAlphabet? {
        switch encoding {
        case .cp1251: windows1251
        case .cp866: dos866
        case .koi8r: koi8r
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        }
    }
}
