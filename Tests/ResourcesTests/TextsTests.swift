import Casework
import Foundation
import Testing

@testable import MarshrutResources

@Suite("Texts")
struct TextsTests {
    private let russian = Texts(language: .ru)
    private let english = Texts(language: .en)

    @Test(
        "Russian plurals follow the number",
        arguments: [
            (0, "0 дней"), (1, "1 день"), (2, "2 дня"), (4, "4 дня"), (5, "5 дней"), (11, "11 дней"), (14, "14 дней"),
            (21, "21 день"), (22, "22 дня"), (111, "111 дней"), (1_001, "1001 день"),
        ])
    func plurals(number: Int, text: String) { #expect(russian.count("day", number) == text) }

    @Test("English plurals know two forms")
    func englishPlurals() {
        #expect(english.count("day", 1) == "1 day")
        #expect(english.count("day", 3) == "3 days")
    }

    @Test("A missing key shows itself with its arguments")
    func missingKey() {
        #expect(russian("no.such.key") == "no.such.key")
        #expect(russian("no.such.key", "7") == "no.such.key (7)")
    }

    @Test("A placeholder may name a key or a plural")
    func placeholders() {
        let refusal = Refusal("attempt.outcome-impossible", arguments: ["@outcome.sent", "@method.phone"])
        #expect(
            russian.refusal(refusal)
                == "Для способа «звонок» результат «письмо отправлено» невозможен. Выберите другой результат.")
        let finding = Finding(.warning, "program.incomplete", arguments: ["2"], basis: LegalBasis(act: "414-р", point: "8.17"))
        #expect(
            russian.finding(finding)
                == "Проект сохранён, но не заполнены 2 мероприятия. До согласования укажите объём, периодичность и "
                + "продолжительность. Основание: 414-р, п. 8.17.")
    }

    @Test("A chapter is not a point")
    func chapters() {
        #expect(russian.basis(LegalBasis(act: "414-р", point: "глава 7")) == "414-р, глава 7")
        #expect(russian.basis(LegalBasis(act: "414-р", point: "16.2")) == "414-р, п. 16.2")
    }

    @Test("An argument with braces is not filled again")
    func bracesInArguments() {
        #expect(russian("refusal.source.unknown", "{1}", "список").contains("«{1}»"))
    }

    @Test("Dates and days read as people say them")
    func dates() throws {
        let day = try #require(CivilDate(year: 2025, month: 3, day: 12))
        #expect(russian.longDate(day) == "12 марта 2025 г.")
        #expect(russian.shortDate(day) == "ср 12.03")
        #expect(russian.relativeDay(day, today: day) == "сегодня")
        #expect(russian.relativeDay(day.adding(days: 3), today: day) == "через 3 дня")
        #expect(russian.relativeDay(day.adding(days: -21), today: day) == "21 день назад")
        #expect(russian.month(5) == "май")
        #expect(english.longDate(day) == "12 March 2025")
    }

    @Test("Comments, escapes and a bad line of a strings file")
    func stringsFile() throws {
        var table: [String: String] = [:]
        let good = "/* one\n two */\n// three\n\n\"a\" = \"x \\\"y\\\"\\nz\";\r\n  \"b\" = \"\";"
        try good.utf8.withContiguousStorageIfAvailable { try StringsFile.read(UnsafeRawBufferPointer($0), into: &table) }
        #expect(table == ["a": "x \"y\"\nz", "b": ""])
        let bad = "\"a\" = \"1\";\n\"b\" = 2;\n"
        #expect(throws: StringsFile.BadLine(line: 2)) {
            try Array(bad.utf8).withUnsafeBytes { try StringsFile.read($0, into: &table) }
        }
    }
}
