import Foundation
import Testing

@testable import Interchange

@Suite("Values are read or refused with a reason")
struct ValueTests {
    @Test(
        "dates in the accepted formats",
        arguments: [
            ("05.03.2025", 2025, 3, 5), ("5.3.2025", 2025, 3, 5), ("2025-03-05", 2025, 3, 5), ("29.02.2024", 2024, 2, 29),
            ("29.02.2000", 2000, 2, 29), ("31.12.1850", 1850, 12, 31), ("2150-12-31", 2150, 12, 31),
            ("05.03.2025 0:00", 2025, 3, 5),
            ("05.03.2025 00:00:00", 2025, 3, 5), ("2025-03-05T00:00:00.000", 2025, 3, 5), ("05.03.2025 г.", 2025, 3, 5),
            ("05.03.2025г", 2025, 3, 5), ("05/03/2025", 2025, 3, 5),
        ])
    func dates(text: String, year: Int, month: Int, day: Int) throws {
        #expect(try YearMonthDay(text) == YearMonthDay(year: year, month: month, day: day))
    }

    @Test(
        "impossible and doubtful dates",
        arguments: [
            ("30.02.2025", ValueError.noSuchDay), ("29.02.2025", .noSuchDay), ("29.02.1900", .noSuchDay),
            ("31.04.2025", .noSuchDay),
            ("00.01.2025", .noSuchDay), ("01.00.2025", .noSuchDay), ("01.13.2025", .noSuchDay), ("32.01.2025", .noSuchDay),
            ("2025-13-01", .noSuchDay), ("2025-02-29", .noSuchDay), ("05.03.25", .twoDigitYear), ("01.01.1849", .yearOutOfRange),
            ("01.01.2151", .yearOutOfRange), ("01.01.0001", .yearOutOfRange), ("05.03.2025 14:30", .unexpectedTime),
            ("", .notADate),
            ("март 2025", .notADate), ("2025", .notADate), ("45721", .notADate), ("05.03", .notADate), ("05.03-2025", .notADate),
            ("2025-3-5", .notADate), ("2025.03.05", .notADate), ("05-03-2025", .notADate), ("005.03.2025", .notADate),
            ("05.03.20255", .notADate), ("05.03.2025x", .notADate), ("+5.03.2025", .notADate), ("05.03.2025 ", .notADate),
            ("٠٥.٠٣.٢٠٢٥", .notADate), ("99999999999999999999.1.1", .notADate), ("05.03.202", .notADate),
        ])
    func impossibleDates(text: String, expected: ValueError) {
        #expect(throws: expected) { try YearMonthDay(text) }
    }

    @Test("only the mapping's formats are accepted")
    func formats() throws {
        #expect(throws: ValueError.notADate) { try YearMonthDay("2025-03-05", formats: [.dayMonthYear]) }
        #expect(throws: ValueError.notADate) { try YearMonthDay("05/03/2025", formats: [.dayMonthYear, .yearMonthDay]) }
        #expect(try YearMonthDay(year: 2025, month: 1, day: 31) < YearMonthDay(year: 2025, month: 2, day: 1))
    }

    @Test("every month has its length in both kinds of years")
    func lengths() {
        for (year, lengths) in [
            (2023, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]), (2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
        ] {
            for (month, length) in zip(1..., lengths) {
                #expect((try? YearMonthDay(year: year, month: month, day: length)) != nil)
                #expect(throws: ValueError.noSuchDay) { try YearMonthDay(year: year, month: month, day: length + 1) }
            }
        }
    }

    @Test(
        "text is composed and its spaces are single",
        arguments: [
            ("Иванов", "Иванов"), ("", ""), ("   ", ""), ("  Иванов\u{A0} \t Пётр\r\n", "Иванов Пётр"), ("е\u{308}лка", "ёлка"),
            ("и\u{306}од", "йод"), ("O’Коннор – «я» № 5", "O’Коннор – «я» № 5"), ("a b", "a b"), ("a\u{2003}\u{3000}b", "a b"),
            (" a", "a"),
            ("Ѩ a\u{301}", "Ѩ á"), ("😀", "😀"),
        ])
    func cleanText(raw: String, expected: String) throws {
        let clean = try CleanText.clean(raw)
        #expect(Array(clean.unicodeScalars) == Array(expected.precomposedStringWithCanonicalMapping.unicodeScalars))
        #expect(try CleanText.clean(clean) == clean)
    }

    @Test(
        "characters that hide or disguise something are refused",
        arguments: [
            ("Ив\u{0}анов", ValueError.controlCharacter), ("Ив\u{1B}[31mанов", .controlCharacter),
            ("Ив\u{7F}анов", .controlCharacter),
            ("Ив\u{98}анов", .controlCharacter), ("Ив\u{85}анов", .controlCharacter), ("Ив\u{2028}анов", .controlCharacter),
            ("Ив\u{202E}анов", .directionCharacter), ("Ив\u{2066}анов", .directionCharacter),
            ("Ив\u{200F}анов", .directionCharacter),
            ("Ив\u{61C}анов", .directionCharacter), ("Ив\u{200B}анов", .invisibleCharacter),
            ("Ив\u{AD}анов", .invisibleCharacter),
            ("Ив\u{2060}анов", .invisibleCharacter), ("Ив\u{FEFF}анов", .invisibleCharacter),
            ("Ив\u{E000}анов", .invisibleCharacter),
            ("Ив\u{3164}анов", .invisibleCharacter), ("Ив\u{FE0F}анов", .invisibleCharacter),
            ("Ив\u{FFFE}анов", .invisibleCharacter),
            ("Ив\u{FFFD}анов", .lostLetters), ("q\u{301}\u{302}\u{303}", .stackedMarks),
        ])
    func refusedText(raw: String, expected: ValueError) {
        #expect(throws: expected) { try CleanText.clean(raw) }
    }

    @Test("degrees are 0, 1, 2, 3")
    func degrees() throws {
        for degree in 0...3 { #expect(try HeaderMapping.degree(String(degree)) == degree) }
        for text in ["", "4", "-1", "+1", "1.0", "01", "I", "٣"] {
            #expect(throws: ValueError.notADegree) { try HeaderMapping.degree(text) }
        }
    }

    @Test("words are found whatever their case, ё, spaces and signs")
    func words() throws {
        let vocabulary = Vocabulary([
            ("group-1", ["I группа", "1-я группа"]), ("child", ["Ребёнок-инвалид"]), ("yes", ["+"]), ("no", ["-"]),
        ])
        for word in ["I группа", "i  ГРУППА", "1я группа", "1-Я ГРУППА.", "group-1"] {
            #expect(try vocabulary.code(of: word) == "group-1")
        }
        for word in ["ребенок-инвалид", "РЕБЁНОК ИНВАЛИД", "ребе\u{308}нок-инвалид"] {
            #expect(try vocabulary.code(of: word) == "child")
        }
        #expect(try vocabulary.code(of: " + ") == "yes")
        #expect(try vocabulary.code(of: "-") == "no")
        for word in ["", "II группа", "*", "ребёнок"] {
            #expect(throws: ValueError.unknownWord) { try vocabulary.code(of: word) }
        }
        #expect(vocabulary.codes == ["group-1", "child", "yes", "no"])
        #expect(vocabulary.spellings["child"] == ["Ребёнок-инвалид"])
    }

    @Test("и and й stay two letters, е and ё are one")
    func keys() {
        #expect(NameKey.key(of: "\u{FEFF}Дата  рождения*:") == NameKey.key(of: "ДАТА РОЖДЕНИЯ"))
        #expect(NameKey.key(of: "Е\u{308}лка") == NameKey.key(of: "елка"))
        #expect(NameKey.key(of: "край") != NameKey.key(of: "краи"))
        #expect(NameKey.key(of: "краи\u{306}") == NameKey.key(of: "край"))
    }
}
