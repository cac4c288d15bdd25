import Casework
import Synchronization

/// Identifiers one after another, so that a test reads the same every time.
public final class Identifiers: Sendable {
    private let last: Mutex<UInt64>
    private let high: UInt64

    /// Identifiers that begin after `start`; `high` keeps those of several processes apart.
    public init(after start: UInt64 = 0, high: UInt64 = 0x0190_0000_0000_7000) {
        last = Mutex(start)
        self.high = high
    }

    /// The next one.
    public func next() -> RecordID {
        last.withLock {
            $0 += 1
            return RecordID(high: high, low: 0x8000_0000_0000_0000 | $0)
        }
    }
}

/// A fixed day at the office.
public struct TrialWorld: Sendable {
    /// Today and the time.
    public var now: CivilDateTime
    /// The worker's login.
    public var worker: String
    /// The office.
    public var office: OfficeSettings
    /// The acts at hand.
    public var regulations = [TrialAct.regulation]
    /// Where identifiers come from.
    public let identifiers: Identifiers

    /// Wednesday, 12 March 2025, 10:00, the curator Ivanova.
    public init(identifiers: Identifiers = Identifiers(), worker: String = "ivanova") {
        now = CivilDateTime(CivilDate(dayNumber: 20_159), CivilTime(hour: 10, minute: 0))
        self.worker = worker
        office = TrialAct.office
        self.identifiers = identifiers
    }

    /// What decisions may ask about.
    public var context: DecisionContext {
        let identifiers = identifiers
        return DecisionContext(
            regulations: regulations, calendar: TrialAct.calendar, office: office, now: now, worker: worker,
            newID: { identifiers.next() })
    }

    /// The same world as another worker sees it.
    public func seen(by login: String) -> TrialWorld {
        var copy = self
        copy.worker = login
        return copy
    }

    /// The same world some days later.
    public func later(days: Int) -> TrialWorld {
        var copy = self
        copy.now.date = now.date.adding(days: days)
        return copy
    }
}

/// A small repeatable generator of random numbers (SplitMix64).
public struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Dice that always fall the same for one seed.
    public init(seed: UInt64) { state = seed }

    /// The next word. Source: <https://prng.di.unimi.it/splitmix64.c>.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Invented people and their referrals.
public struct InventedPeople: Sendable {
    private var dice: Dice
    private var serial: Int
    private let today: CivilDate

    /// People invented from a seed; СНИЛС begin after `serial`.
    public init(seed: UInt64, today: CivilDate, serial: Int = 100_000_000) {
        dice = Dice(seed: seed)
        self.serial = serial
        self.today = today
    }

    static let families = """
        Абрамов Алексеев Андреев Антонов Баранов Белов Белоусов Беляев Богданов Борисов Васильев Виноградов Власов Волков Воробьев \
        Воронин Гаврилов Герасимов Голубев Григорьев Гусев Давыдов Данилов Денисов Дмитриев Егоров Елисеев Ершов Ефимов Жуков Журавлев \
        Зайцев Захаров Иванов Ильин Исаев Калинин Карпов Киселев Ковалев Козлов Комаров Королев Крылов Кудрявцев Кузнецов Кузьмин \
        Лазарев Лебедев Макаров Максимов Мартынов Матвеев Медведев Миронов Михайлов Морозов Назаров Никитин Николаев Новиков Орлов \
        Осипов Павлов Петров Поляков Попов Пономарев Романов Рыбаков Рябов Савельев Семенов Сергеев Сидоров Смирнов Соболев Соколов \
        Соловьев Сорокин Степанов Субботин Сухоруков Тарасов Тимофеев Титов Тихонов Федоров Федотов Филиппов Фомин Фролов Цветков \
        Чернов Шестаков Широков Щербаков Яковлев Ёлкин Ёжиков Елин Юдин Якушев
        """.split(separator: " ").map(String.init)
    static let givens = """
        Александр Алексей Анатолий Андрей Антон Борис Вадим Валентин Василий Виктор Виталий Владимир Вячеслав Геннадий Георгий Григорий \
        Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим Михаил Никита Николай Олег Павел Пётр \
        Роман Семён Сергей Степан Фёдор Юрий Яков
        """.split(separator: " ").map(String.init)
    static let patronymics = """
        Александрович Алексеевич Андреевич Борисович Васильевич Викторович Владимирович Григорьевич Дмитриевич Евгеньевич Иванович \
        Игоревич Ильич Кириллович Константинович Леонидович Максимович Михайлович Николаевич Олегович Павлович Петрович Романович \
        Сергеевич Степанович Фёдорович Юрьевич Яковлевич
        """.split(separator: " ").map(String.init)
    static let towns = [
        "Ангарск", "Братск", "Иркутск", "Зима", "Черемхово", "Усолье-Сибирское", "Тулун", "Нижнеудинск", "Шелехов", "Слюдянка",
    ]
    static let streets = ["Ленина", "Мира", "Советская", "Гагарина", "Карла Маркса", "Лесная", "Байкальская", "Горького"]

    /// The next person.
    public mutating func citizen(_ id: RecordID) -> Citizen {
        func pick(_ list: [String]) -> String { list[Int(dice.next() % UInt64(list.count))] }
        var person = Citizen(
            id: id, family: pick(Self.families), given: pick(Self.givens), patronymic: pick(Self.patronymics),
            born: today.adding(days: -Int(dice.next() % 30_000) - 400))
        serial += 1
        person.sex = .male
        // Scattered, as real numbers are: numbers in a row would share most of their digits.
        person.snils = SNILS(serial: 2_000_000 + serial % 900_000_000 * 613 % 990_000_000)
        person.phones = ["8914" + String(1_000_000 + dice.next() % 8_999_999)]
        let town = pick(Self.towns)
        person.address = PostalAddress(
            postcode: "665800", region: "Иркутская область", settlement: town, street: pick(Self.streets),
            house: String(1 + dice.next() % 120), flat: String(1 + dice.next() % 90))
        person.territory = town
        person.disability = Disability(status: .group2, since: today.adding(days: -Int(dice.next() % 350)))
        person.restrictions[.mobility] = Int(dice.next() % 4)
        person.ipraNumber = "\(1000 + dice.next() % 9000).3.38/2025"
        person.ipraDate = today.adding(days: -30)
        return person
    }

    /// The next person's referral.
    public mutating func order(curator: String? = nil) -> OpenCase {
        let person = citizen(RecordID(high: 0, low: 0))
        return OpenCase(
            citizen: person, regulation: TrialAct.id, source: "ipra", receivedOn: today.adding(days: -Int(dice.next() % 20)),
            paperNumber: "38-\(serial)", curator: curator)
    }

    /// The next person's case with some attempts to reach them.
    public mutating func file(attempts: Int, curators: Int, in context: DecisionContext) -> CaseFile? {
        let curator = "curator\(1 + dice.next() % UInt64(max(1, curators)))"
        guard var file = try? order(curator: curator).decide(number: 0, in: context), let start = file.referrals.first?.receivedOn
        else { return nil }
        for index in 0..<attempts {
            let day = min(today, start.adding(days: index))
            let outcome: ContactOutcome = index == 4 ? .agreed : .noAnswer
            file.apply(
                ContactAttempt(
                    id: context.newID(), caseID: file.header.id, on: day,
                    at: CivilTime(hour: 9 + index % 8, minute: index * 7 % 60),
                    method: .phone, outcome: outcome, target: file.citizen.phones.first, worker: curator))
            if outcome == .agreed {
                file.apply(Consent(id: context.newID(), caseID: file.header.id, to: .accompaniment, isGiven: true, on: day))
            }
        }
        if attempts > 0 { file.header.stage = attempts > 4 ? "consent" : "contact" }
        return file
    }
}
