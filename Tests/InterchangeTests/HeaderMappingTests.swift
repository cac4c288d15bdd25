import Foundation
import Testing

@testable import Interchange

@Suite("A mapping file says which columns hold which fields")
struct HeaderMappingTests {
    static let known: Set<String> = ["family", "born", "sex", "until", "degree"]

    private func parse(_ yaml: String) throws(HeaderMappingError) -> HeaderMapping {
        try HeaderMappingFile.parse(yaml, file: "m.yaml", known: Self.known, required: ["family"])
    }

    private static let good = """
        format: 1
        dates: [D.M.YYYY]
        blank: ["-", нет]
        vocabularies:
          sex:
            f: [Ж, жен]
            m: [М]
          until: { indefinite: [бессрочно] }
          degree: { "1": [1 степень], "7": [странно] }
        fields:
          family: { headers: [Фамилия, Ф.И.О], required: true }
          born: { headers: [Дата рождения], kind: date }
          sex: { headers: [Пол], kind: words, words: sex }
          until: { headers: [Действует до], kind: date, words: until }
          degree: { headers: [Степень], kind: degree, words: degree }
        """

    private func record(_ fields: [String]) -> DelimitedRecord {
        DelimitedRecord(line: 7, fields: fields, problem: nil)
    }

    @Test("columns are found in any order; unknown ones are listed")
    func plan() throws {
        let plan = try parse(Self.good).plan(for: ["пол", "Цвет глаз", "\u{FEFF}ФАМИЛИЯ*", "дата  рождения."])
        #expect(plan.columns == ["sex": 0, "family": 2, "born": 3])
        #expect(plan.unknown == [ColumnPlan.UnknownColumn(name: "Цвет глаз", column: 2)])
        #expect(plan.problems.isEmpty)
    }

    @Test("missing and doubled columns are told")
    func problems() throws {
        let plan = try parse(Self.good).plan(for: ["Пол", "ПОЛ", ""])
        #expect(plan.problems == [.missing(field: "family", header: "Фамилия"), .ambiguous(field: "sex", columns: [1, 2])])
        #expect(plan.problems.map(\.code) == ["header.missing", "header.ambiguous"])
        #expect(plan.unknown.map(\.column) == [3])
    }

    @Test("cells are read as their fields say")
    func values() throws {
        let plan = try parse(Self.good).plan(for: ["Фамилия", "Дата рождения", "Пол", "Действует до", "Степень"])
        let row = record([" Иванов  Пётр", "5.3.1990", "жен.", "Бессрочно", "1 Степень"])
        #expect(try plan.value(of: "family", in: row)?.text == "Иванов Пётр")
        #expect(try plan.value(of: "born", in: row)?.day == YearMonthDay(year: 1990, month: 3, day: 5))
        #expect(try plan.value(of: "sex", in: row)?.word == "f")
        #expect(try plan.value(of: "until", in: row)?.word == "indefinite")
        #expect(try plan.value(of: "degree", in: row)?.degree == 1)
        #expect(try plan.value(of: "until", in: record(["", "", "", "31.12.2026", "3"]))?.day?.year == 2026)
        #expect(try plan.value(of: "none", in: row) == nil)
        for cell in ["", "  ", "-", "нет"] { #expect(try plan.value(of: "born", in: record(["И", cell])) == nil) }
        #expect(try plan.value(of: "sex", in: record(["И"])) == nil)
    }

    @Test("a bad cell is told with line, column and header")
    func badCells() throws {
        let plan = try parse(Self.good).plan(for: ["Фамилия", "Дата рождения", "Пол", "Действует до", "Степень"])
        let row = record(["-", "30.02.1990", "x", "вечно", "4"])
        for (field, column, reason) in [
            ("family", 1, ValueError.missing), ("born", 2, .noSuchDay), ("sex", 3, .unknownWord), ("until", 4, .notADate),
            ("degree", 5, .notADegree),
        ] {
            let header = ["Фамилия", "Дата рождения", "Пол", "Действует до", "Степень"][column - 1]
            #expect(throws: CellError(line: 7, column: column, header: header, field: field, reason: reason)) {
                try plan.value(of: field, in: row)
            }
        }
        #expect(throws: CellError(line: 7, column: 5, header: "Степень", field: "degree", reason: .notADegree)) {
            try plan.value(of: "degree", in: record(["", "", "", "", "странно"]))
        }
    }

    @Test(
        "errors of the file are told by line",
        arguments: [
            (1, "", HeaderMappingError.Reason.unknownFormat), (1, "fields: {}", .unknownFormat), (1, "format: 2", .unknownFormat),
            (1, "format: 1", .missingKey("fields")), (2, "format: 1\n  x: - y", .notYAML),
            (1, "format: 1\nfields: {}\nformat: 1", .notYAML),
            (1, "- 1", .unexpected(key: "format", expected: .mapping)), (2, "format: 1\nfeilds: {}", .unknownKey("feilds")),
            (2, "format: 1\ndates: [MM/DD/YY]", .unknownDateFormat("MM/DD/YY")),
            (2, "format: 1\ndates: D.M.YYYY", .unexpected(key: "dates", expected: .list)),
            (2, "format: 1\nblank: [[x]]", .unexpected(key: "blank", expected: .word)),
            (5, "format: 1\nvocabularies:\n  sex:\n    f: [Ж]\n    m: [ж.]", .claimedTwice("ж.")),
            (3, "format: 1\nfields:\n  famly: { headers: [Фамилия] }", .unknownField("famly")),
            (3, "format: 1\nfields:\n  family: { headers: [Фамилия] }", .fieldNotRequired("family")),
            (3, "format: 1\nfields:\n  born: { headers: [Дата], kind: date }", .fieldNotRequired("family")),
            (3, "format: 1\nfields:\n  family: { required: true }", .missingKey("headers")),
            (3, "format: 1\nfields:\n  family: { headers: [], required: true }", .unexpected(key: "headers", expected: .list)),
            (3, "format: 1\nfields:\n  family: { headers: [Ф], required: да }", .unexpected(key: "required", expected: .boolean)),
            (3, "format: 1\nfields:\n  family: { headers: [Ф], required: true, kind: number }", .unknownKind("number")),
            (3, "format: 1\nfields:\n  family: { headers: [Ф], required: true, kind: words }", .missingKey("words")),
            (3, "format: 1\nfields:\n  family: { headers: [Ф], required: true, words: x }", .unknownVocabulary("x")),
            (
                4, "format: 1\nfields:\n  family: { headers: [Дата], required: true }\n  born: { headers: [дата.] }",
                .claimedTwice("дата.")
            ),
        ])
    func errors(line: Int, yaml: String, reason: HeaderMappingError.Reason) {
        #expect(throws: HeaderMappingError(file: "m.yaml", line: line, reason: reason)) { try parse(yaml) }
    }

    @Test("a mapping nested past all reason is refused, not a trap", arguments: ["[", "{", "- ", "? ", "a: {"])
    func nesting(piece: String) {
        #expect(throws: HeaderMappingError.self) { try parse("format: 1\nfields: " + String(repeating: piece, count: 50_000)) }
        #expect(throws: HeaderMappingError.self) { try parse(String(repeating: piece, count: 50_000)) }
    }

    @Test("random bytes are no mapping, and no trap")
    func randomBytes() {
        var generator = SeededGenerator(seed: 5)
        let pieces = [
            "format: 1\n", "fields:", "  family: ", "{", "}", "[", "]", "- ", "\n", "\"", "'", "&a ", "*a", "|", ">", "!!x ", "ё",
            ": ", "#", "\t",
        ]
        for _ in 0..<500 {
            let yaml = (0..<Int.random(in: 0...30, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
            #expect(throws: HeaderMappingError.self) { try parse(yaml) }
        }
    }

    @Test("a mapping file is opened as every foreign file is")
    func files() throws {
        let folder = try TemporaryFolder()
        #expect(throws: HeaderMappingError(file: "/dev/zero", line: 1, reason: .unreadable(.notRegularFile(.device)))) {
            try HeaderMappingFile.read(path: "/dev/zero", known: Self.known, required: [])
        }
        let path = try folder.file(Array("format: 1\n# ".utf8) + [0xFF, 0x0A], name: "m.yaml")
        #expect(throws: HeaderMappingError(file: path, line: 2, reason: .unreadable(.undecodable(.utf8, line: 2, byte: 3)))) {
            try HeaderMappingFile.read(path: path, known: Self.known, required: [])
        }
        let large = try folder.file("format: 1\n" + String(repeating: "# padding\n", count: 30_000), name: "large.yaml")
        #expect(throws: HeaderMappingError.self) { try HeaderMappingFile.read(path: large, known: Self.known, required: []) }
    }
}

@Suite("The shipped mapping of referrals")
struct ReferralMappingTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Resources/Mappings").standardizedFileURL.path

    private func mapping() throws -> HeaderMapping {
        try HeaderMappingFile.read(
            path: Self.folder + "/referrals.yaml", known: ReferralField.ids, required: ReferralField.required)
    }

    /// The headers as docs and the command line's contract list them, in the order of the fields.
    private static let headers = [
        "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "СНИЛС", "Телефон", "Эл. почта", "Индекс", "Адрес", "Территория",
        "Инвалидность", "Установлена", "Действует до", "Впервые", "Самообслуживание", "Передвижение", "Ориентация", "Общение",
        "Контроль поведения", "Обучение", "Трудовая деятельность", "ИПРА номер", "ИПРА дата", "Дата поступления", "Источник",
        "Законный представитель", "Телефон представителя",
    ]

    @Test("every documented header is a field's first name")
    func documentedHeaders() throws {
        let mapping = try mapping()
        #expect(mapping.fields.map(\.id) == ReferralField.allCases.map(\.rawValue))
        #expect(mapping.fields.map { $0.headers.first } == Self.headers)
        let plan = mapping.plan(for: Self.headers)
        #expect(plan.problems.isEmpty && plan.unknown.isEmpty)
        #expect(plan.columns.count == 28)
        #expect(Set(mapping.fields.filter(\.isRequired).map(\.id)) == ReferralField.required)
    }

    @Test(
        "words of disability",
        arguments: [
            ("I группа", "group-1"), ("1", "group-1"), ("II группа", "group-2"), ("2 ГР.", "group-2"), ("III группа", "group-3"),
            ("ребёнок-инвалид", "child"), ("ребенок-инвалид", "child"), ("ОВЗ", "ovz"), ("нет", "none"),
        ])
    func disability(word: String, code: String) throws {
        let plan = try mapping().plan(for: ["Инвалидность"])
        #expect(try plan.value(of: "disability", in: DelimitedRecord(line: 2, fields: [word], problem: nil))?.word == code)
    }

    @Test("the sample is read to the last cell, with valid numbers of СНИЛС")
    func sample() throws {
        let reader = try DelimitedReader(try ForeignFile(path: Self.folder + "/referrals-sample.csv"))
        let plan = try mapping().plan(for: reader.header)
        #expect(plan.problems.isEmpty && plan.unknown.isEmpty)
        var people = 0
        while let record = try reader.next() {
            people += 1
            #expect(record.problem == nil)
            for field in ReferralField.allCases { _ = try plan.value(of: field.rawValue, in: record) }
            let snils = try #require(try plan.value(of: "snils", in: record)?.text)
            #expect(hasValidChecksum(snils), "line \(record.line)")
        }
        #expect(people == 10)
    }

    /// Digits 1–9 by weights 9…1, modulo 101, 100 written as 00.
    private func hasValidChecksum(_ snils: String) -> Bool {
        let digits = snils.compactMap(\.wholeNumberValue)
        guard digits.count == 11 else { return false }
        let sum = zip(digits, (1...9).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 101
        return digits[9] * 10 + digits[10] == (sum == 100 ? 0 : sum)
    }
}
