import CNcurses
import Terminal
import Testing

@Suite struct SafeTextTests {
    @Test(
        "what could deceive is shown as a mark",
        arguments: [
            ("обычный текст, Ё, й", "обычный текст, Ё, й"), ("a\u{1B}[31mb", "a·[31mb"),
            ("строка\nдругая\r\t", "строка·другая··"),
            ("\u{202E}ксерб\u{202C}", "·ксерб·"), ("ноль\u{200B}вой", "ноль·вой"), ("мяг\u{AD}кий", "мяг·кий"),
            ("\u{FEFF}начало", "·начало"),
            ("а\u{2028}б\u{2029}в", "а·б·в"), ("\u{9B}31m", "·31m"), ("\u{7F}", "·"), ("\u{3164}", "·"), ("\u{115F}", "·"),
            ("\u{E0041}", "·"), ("\u{FFFF}", "\u{FFFD}"), ("❤\u{FE0F}", "❤"), ("№ «ёлочки» — 5 °C", "№ «ёлочки» — 5 °C"),
            ("\u{2066}a\u{2069}", "·a·"), ("и\u{306}", "й"), ("Е\u{308}лка", "Ёлка"), ("\u{301}", " \u{301}"), ("", ""),
        ])
    func shown(text: String, expected: String) {
        #expect(Array(safe(text).unicodeScalars) == Array(expected.unicodeScalars))
        #expect(Array(safe(safe(text)).unicodeScalars) == Array(safe(text).unicodeScalars), "safe twice is safe once")
    }

    @Test("at most two marks stay on a letter")
    func marks() {
        let zalgo = "а" + String(repeating: "\u{301}\u{316}", count: 20) + "б"
        #expect(Array(safe(zalgo).unicodeScalars) == ["а", "\u{301}", "\u{316}", "б"])
        #expect(DisplayWidth.of(zalgo) == 2)
    }

    @Test(
        "after safe no scalar can move the cursor or hide", arguments: [0...0xD7FF, 0xE000...0x10FFFF] as [ClosedRange<UInt32>])
    func everyScalar(range: ClosedRange<UInt32>) {
        var bad: [String] = []
        for value in range {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for shown in safe("a" + String(Character(scalar)) + "b").unicodeScalars {
                let category = shown.properties.generalCategory
                let isBad = [.control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate].contains(category)
                if isBad { bad.append("U+\(String(value, radix: 16))") }
            }
        }
        #expect(bad.isEmpty)
    }
}

@Suite struct DisplayWidthTests {
    @Test(
        "widths of texts",
        arguments: [
            ("abc", 3), ("Привет", 6), ("й", 1), ("и\u{306}", 1), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("😀", 2),
            ("⚠", 1),
            ("─│┌", 3), ("…", 1), ("№", 1), ("→", 1), ("\u{1100}\u{1161}\u{11A8}", 2), ("１", 2), ("ｱ", 1), ("\u{200B}", 1),
            ("", 0),
        ])
    func texts(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test("our table and the C library agree on all that is shown, but for later versions of Unicode")
    func libc() {
        #expect(mt_use_utf8_locale())
        var different: [UInt32] = []
        for value in UInt32(0x20)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = safe(String(Character(scalar)))
            guard shown.unicodeScalars.elementsEqual([scalar]) else { continue }
            let theirs = Int(mt_wcwidth(value))
            if theirs != DisplayWidth.of(scalar), theirs >= 0 { different.append(value) }
        }
        let known: [ClosedRange<UInt32>] = widthsOfLaterUnicode
        let surprising = different.filter { value in !known.contains { $0.contains(value) } }
        #expect(surprising.map { String($0, radix: 16) }.joined(separator: " ") == "")
    }
}

/// Wide only since Unicode 16 (signs of the Yijing and others), circled numbers that glibc alone calls wide, tone marks
/// that it calls marks, and halves of flags; the driver shows U+FFFD where ncurses would count otherwise.
private let widthsOfLaterUnicode: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x302E...0x302F, 0x3248...0x324F, 0x1171E...0x1171E, 0x16FF0...0x16FF1, 0x1D300...0x1D376,
    0x1F1E6...0x1F1FF,
]
