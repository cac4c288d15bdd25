import Foundation

/// A list of referrals as an office receives it: so many good rows, so many people twice, so many rows with a mistake.
struct ReferralList {
    /// Where and in which letters the file is written.
    enum Letters: String, CaseIterable {
        case utf8 = "utf-8"
        case cp1251 = "cp1251"
    }

    /// A person whose row the tests look at by name.
    struct Person {
        var family: String
        var given: String
        var patronymic: String
        var received: String
    }

    private var lines: [String] = []
    private(set) var good = 0
    private(set) var duplicates = 0
    private(set) var rejected = 0

    private static let header = [
        "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "СНИЛС", "Телефон", "Индекс", "Адрес", "Территория", "Инвалидность",
        "Установлена", "Впервые", "Дата поступления", "Источник", "Примечание отправителя",
    ]

    /// All rows, the header not counted.
    var rows: Int { lines.count }

    /// Adds a person with all that a call, a visit and a letter need.
    mutating func add(_ person: Person) {
        good += 1
        lines.append(row(person, number: good, born: "12.03.1980"))
    }

    /// Adds so many people in order, all received on one day.
    mutating func addMany(_ count: Int, received: String) {
        let families = [
            "Берёзкин", "Кедров", "Осинкин", "Сосновский", "Рябинин", "Тополев", "Липин", "Ивушкин", "Кленов", "Ольхин",
        ]
        let given = ["Семён", "Пётр", "Тимур", "Юрий", "Артём", "Олег", "Глеб"]
        for _ in 0..<count {
            good += 1
            let person = Person(
                family: families[good % families.count] + "-" + ReferralList.word(good), given: given[good % given.count],
                patronymic: "Ильич", received: received)
            lines.append(row(person, number: good, born: "12.03.19\(50 + good % 49)"))
        }
    }

    /// Adds the first rows once more, written otherwise: in capitals, with ё as е and double spaces.
    mutating func repeatFirst(_ count: Int) {
        for line in lines.prefix(count) {
            duplicates += 1
            let changed = line.split(separator: ";", omittingEmptySubsequences: false).enumerated().map { place, cell in
                place < 3 ? cell.uppercased().replacingOccurrences(of: "Ё", with: "Е") + " " : String(cell)
            }
            lines.append(changed.joined(separator: ";"))
        }
    }

    /// Adds rows with a mistake each: an impossible birth date, a wrong СНИЛС, no family name, an unknown source.
    mutating func addMistaken() {
        let person = Person(family: "Ошибкин", given: "Иван", patronymic: "Ильич", received: "24.04.2025")
        let sound = row(person, number: 5_000, born: "12.03.1980")
        let mistakes = [
            sound.replacingOccurrences(of: "12.03.1980", with: "30.02.1980"),
            sound.replacingOccurrences(of: ReferralList.snils(5_000), with: "112-233-445 00"),
            sound.replacingOccurrences(of: "Ошибкин;", with: ";"), sound.replacingOccurrences(of: ";ipra;", with: ";соседи;"),
        ]
        rejected += mistakes.count
        lines += mistakes
    }

    /// The file's bytes.
    func bytes(_ letters: Letters) -> Data {
        let text = ([ReferralList.header.joined(separator: ";")] + lines).joined(separator: "\r\n") + "\r\n"
        switch letters {
        case .utf8: return Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
        case .cp1251: return Data(text.unicodeScalars.map(ReferralList.cp1251))
        }
    }

    private func row(_ person: Person, number: Int, born: String) -> String {
        [
            person.family, person.given, person.patronymic, born, "м", ReferralList.snils(number),
            "8 (3955) 52-\(10 + number / 100 % 90)-\(10 + number % 90)", "665821", "г. Ангарск, ул. Примерная, д. \(number)",
            "Ангарский ГО", "II группа", "01.04.2025", "да", person.received, "ipra", "б/н",
        ].joined(separator: ";")
    }

    /// A made-up СНИЛС with its right checksum.
    static func snils(_ number: Int) -> String {
        let digits = String(900_000_000 + number).compactMap(\.wholeNumberValue)
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) }
        let check = sum % 101 == 100 ? 0 : sum % 101
        let text = digits.map(String.init).joined()
        return "\(text.prefix(3))-\(text.dropFirst(3).prefix(3))-\(text.suffix(3)) \(check < 10 ? "0" : "")\(check)"
    }

    /// A number as a word of Russian letters, so that families differ and stay names.
    private static func word(_ number: Int) -> String {
        let letters = Array("абвгдежзик")
        let word = String(String(number).compactMap(\.wholeNumberValue).map { letters[$0] })
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func cp1251(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0..<0x80: UInt8(scalar.value)
        case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
        case 0x401: 0xA8
        case 0x451: 0xB8
        case 0xAB: 0xAB
        case 0xBB: 0xBB
        case 0x2116: 0xB9
        default: UInt8(ascii: "?")
        }
    }
}
