import Terminal
import Testing

/// Every sequence a known terminal sends, as it is written in the tables of its manual.
private let sequences: [(sent: String, key: Key)] =
    xterm + linuxConsole + putty + rxvt + singleBytes + altKeys + extended

private let xterm: [(sent: String, key: Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}OF", .end),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}OP", .function(1)), ("\u{1B}OQ", .function(2)), ("\u{1B}OR", .function(3)), ("\u{1B}OS", .function(4)),
    ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[18~", .function(7)), ("\u{1B}[19~", .function(8)),
    ("\u{1B}[20~", .function(9)), ("\u{1B}[21~", .function(10)), ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter), ("\u{1B}Oj", .character("*")), ("\u{1B}Ok", .character("+")),
    ("\u{1B}[1;2A", .modified(.up, .shift)), ("\u{1B}[1;5C", .modified(.right, .control)),
    ("\u{1B}[1;3D", .modified(.left, .alt)), ("\u{1B}[1;6B", .modified(.down, [.shift, .control])),
    ("\u{1B}[1;5H", .modified(.home, .control)), ("\u{1B}[3;5~", .modified(.delete, .control)),
    ("\u{1B}[5;2~", .modified(.pageUp, .shift)), ("\u{1B}[1;2P", .modified(.function(1), .shift)),
    ("\u{1B}O1;2Q", .modified(.function(2), .shift)), ("\u{1B}[21;2~", .modified(.function(10), .shift)),
    ("\u{1B}[15;5~", .modified(.function(5), .control)), ("\u{1B}[24;8~", .modified(.function(12), [.shift, .alt, .control])),
]

private let linuxConsole: [(sent: String, key: Key)] = [
    ("\u{1B}[[A", .function(1)), ("\u{1B}[[B", .function(2)), ("\u{1B}[[C", .function(3)), ("\u{1B}[[D", .function(4)),
    ("\u{1B}[[E", .function(5)), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[25~", .modified(.function(1), .shift)),
    ("\u{1B}[26~", .modified(.function(2), .shift)), ("\u{1B}[28~", .modified(.function(3), .shift)),
    ("\u{1B}[34~", .modified(.function(8), .shift)),
]

private let putty: [(sent: String, key: Key)] = [
    ("\u{1B}[11~", .function(1)), ("\u{1B}[12~", .function(2)), ("\u{1B}[13~", .function(3)), ("\u{1B}[14~", .function(4)),
]

private let rxvt: [(sent: String, key: Key)] = [
    ("\u{1B}[7~", .home), ("\u{1B}[8~", .end), ("\u{1B}[a", .modified(.up, .shift)), ("\u{1B}[d", .modified(.left, .shift)),
    ("\u{1B}Oa", .modified(.up, .control)), ("\u{1B}Od", .modified(.left, .control)),
    ("\u{1B}[5$", .modified(.pageUp, .shift)), ("\u{1B}[6^", .modified(.pageDown, .control)),
    ("\u{1B}[7@", .modified(.home, [.shift, .control])), ("\u{1B}\u{1B}[A", .modified(.up, .alt)),
    ("\u{1B}\u{1B}OP", .modified(.function(1), .alt)), ("\u{1B}\u{1B}[5~", .modified(.pageUp, .alt)),
]

private let singleBytes: [(sent: String, key: Key)] = [
    ("a", .character("a")), ("~", .character("~")), (" ", .character(" ")), ("й", .character("й")), ("Ё", .character("Ё")),
    ("€", .character("€")), ("😀", .character("😀")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
    ("\u{8}", .backspace), ("\u{0}", .control(" ")), ("\u{1}", .control("a")), ("\u{3}", .control("c")),
    ("\u{13}", .control("s")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
]

private let altKeys: [(sent: String, key: Key)] = [
    ("\u{1B}1", .function(1)), ("\u{1B}2", .function(2)), ("\u{1B}9", .function(9)), ("\u{1B}0", .function(10)),
    ("\u{1B}a", .alt("a")), ("\u{1B}ф", .alt("ф")), ("\u{1B}Ё", .alt("Ё")), ("\u{1B}/", .alt("/")),
    ("\u{1B}\r", .modified(.enter, .alt)), ("\u{1B}\u{7F}", .modified(.backspace, .alt)), ("\u{1B}\t", .modified(.tab, .alt)),
]

private let extended: [(sent: String, key: Key)] = [
    ("\u{1B}[200~два\rслова\u{1B}[201~", .paste("два\nслова")), ("\u{1B}[200~\u{1B}[201~", .paste("")),
    ("\u{1B}[200~a\r\nb\u{1B}[A\u{1B}[201~", .paste("a\nb\u{1B}[A")),
    ("\u{1B}[1089::99;5u", .control("c")), ("\u{1B}[27;5;115~", .control("s")), ("\u{1B}[97;3u", .alt("a")),
    ("\u{1B}[9;2u", .backTab), ("\u{1B}[13;5u", .modified(.enter, .control)), ("\u{1B}[27u", .escape),
    ("\u{1B}[<0;10;5M", .unknown), ("\u{1B}[?1;2c", .unknown), ("\u{1B}[99~", .unknown),
]

@Suite struct KeyDecoderTests {
    @Test("every known sequence is its key, however it is cut into pieces", arguments: sequences)
    func known(sent: String, key: Key) {
        let bytes = Array(sent.utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            let keys = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(keys == [key], "\(bytes) cut at \(cut)")
            #expect(decoder.waiting == .nothing)
        }
        var decoder = KeyDecoder()
        #expect(bytes.flatMap { decoder.feed([$0]) } == [key])
    }

    @Test("two known sequences in a row are two keys", arguments: sequences)
    func inARow(sent: String, key: Key) {
        for other in sequences {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Array((sent + other.sent).utf8)) == [key, other.key])
        }
    }

    @Test("a lone Esc is Esc when the time is up")
    func loneEscape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.waiting == .escape)
        #expect(decoder.flush() == [.escape])
        #expect(decoder.waiting == .nothing)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.feed([0x31]) == [.character("1")])
    }

    @Test("Esc twice is Esc twice, and Esc before a sequence of its own")
    func doubledEscape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B, 0x1B]).isEmpty)
        #expect(decoder.flush() == [.escape, .escape])
        #expect(decoder.feed([0x1B, 0x1B, 0x61]) == [.escape, .alt("a")])
    }

    @Test(
        "what only began is told when the time is up",
        arguments: [
            ("\u{1B}[", Key.alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}[1;", .unknown), ("\u{1B}[[", .unknown),
        ])
    func begun(sent: String, key: Key) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array(sent.utf8)).isEmpty)
        #expect(decoder.waiting == .sequence)
        #expect(decoder.flush() == [key])
        #expect(decoder.feed(Array("\u{1B}[21~".utf8)) == [.function(10)])
    }

    @Test("CP1251 letters are unknown keys and swallow nothing")
    func cp1251() {
        // «привет» in CP1251, then what was typed with the right setting.
        var decoder = KeyDecoder()
        var keys = decoder.feed([0xEF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2])
        keys += decoder.feed(Array("q\u{1B}[21~й".utf8))
        #expect(keys.filter { $0 != .unknown } == [.character("q"), .function(10), .character("й")])
        #expect(keys.filter { $0 == .unknown }.count == 6)
    }

    @Test(
        "bytes that no UTF-8 has are unknown",
        arguments: [
            [0x80], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF5],
        ] as [[UInt8]])
    func invalid(bytes: [UInt8]) {
        var decoder = KeyDecoder()
        let keys = decoder.feed(bytes + [0x78])
        #expect(keys.last == .character("x"))
        #expect(keys.dropLast().allSatisfy { $0 == .unknown } && keys.count > 1)
    }

    @Test("half a letter is not waited for and is still completed later")
    func splitLetter() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xD0]).isEmpty)
        #expect(decoder.waiting == .nothing)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.feed([0xB9]) == [.character("й")])
    }

    @Test("a paste whose end is lost is given when the time is up, and keys work again")
    func lostEnd() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[200~текст".utf8)).isEmpty)
        #expect(decoder.waiting == .paste)
        #expect(decoder.flush() == [.paste("текст")])
        #expect(decoder.feed(Array("\u{1B}[201~\u{1B}[21~".utf8)) == [.function(10)])
    }

    @Test("an endless paste comes in pieces")
    func longPaste() {
        var decoder = KeyDecoder()
        var keys = decoder.feed(Array("\u{1B}[200~".utf8))
        let line = Array("строка текста\r".utf8)
        for _ in 0..<100_000 { keys += decoder.feed(line) }
        keys += decoder.feed(Array("\u{1B}[201~".utf8))
        #expect(keys.count > 1)
        let pasted = keys.map { key in
            if case .paste(let text) = key { text } else { "?" }
        }.joined()
        #expect(pasted == String(repeating: "строка текста\n", count: 100_000))
    }

    @Test("what the terminal's description says comes first")
    func terminfo() {
        var decoder = KeyDecoder(terminfo: [
            Array("\u{1B}Oq".utf8): .end, Array("\u{1B}xF".utf8): .function(7), Array("\u{1B}[A".utf8): .up, [0x7F]: .delete,
        ])
        #expect(decoder.feed(Array("\u{1B}Oq\u{1B}xF\u{1B}[A\u{7F}".utf8)) == [.end, .function(7), .up, .backspace])
        #expect(decoder.feed(Array("\u{1B}x".utf8)).isEmpty)
        #expect(decoder.flush() == [.alt("x")])
        #expect(decoder.feed(Array("\u{1B}xy".utf8)) == [.escape, .character("x"), .character("y")])
    }
}
