import CaseStore
import Casework
import Foundation
import MarshrutResources

/// The long works: a list of referrals taken in, every deadline computed anew.
struct StoreMeasures {
    let folder: String

    // MARK: Import

    /// A list of invented referrals taken into an empty store, beside `sqlite3 .import` into one table with as many indexes.
    func importing(rows count: Int) throws -> [Row] {
        let list = "\(folder)/referrals-\(count).csv"
        try writeList(to: list, count: count)
        var time = Row(name: "import of \(count) rows", unit: "s", ours: Samples(), bare: Samples(), aims: [.ratio(3)])
        var memory = Row(name: "peak memory of the import", unit: "MB", ours: Samples(), aims: [.median(60)])
        let store = "\(folder)/import.sqlite"
        let bare = "\(folder)/import-bare.sqlite"
        defer {
            StoreCache.remove(store)
            StoreCache.remove(bare)
        }
        for _ in 0..<3 {
            StoreCache.remove(store)
            StoreCache.remove(bare)
            try StoreCache.create(at: store, context: BenchOffice.context()).close()
            let words = Programs.place(store, login: BenchOffice.head.login) + ["import", "referrals", list, "--format", "json"]
            let use = try Programs.run(Programs.marshrut, words)
            let held = try BareStore(store).number("SELECT count(*) FROM caseFile")
            guard use.status == 0, held > count * 99 / 100 else {
                throw BenchFailure("the import ended with \(use.status), \(held) cases")
            }
            time.ours.add(use.seconds)
            memory.ours.add(use.peakMemory)
            time.bare?.add(try bareImport(list, into: bare))
        }
        return [time, memory]
    }

    /// Columns as in the mapping that is shipped.
    private func writeList(to path: String, count: Int) throws {
        let people = InventedPeople(seed: 50, today: BenchOffice.now.date)
        var text = StoreMeasures.headers.joined(separator: ";") + "\n"
        for index in 0..<count {
            let citizen = people.citizen(index)
            let person = people.representative(index)
            let health = citizen.disability
            let degrees = LifeRestriction.allCases.map { String(citizen.restrictions[$0]) }
            let status = [
                DisabilityStatus.group1: "1 группа", .group2: "2 группа", .group3: "3 группа", .child: "Ребенок-инвалид",
                .limitedHealth: "ОВЗ", .none: "нет",
            ][health.status]
            let received = max(BenchOffice.now.date.adding(days: -(index % 25)), citizen.born)
            let cells: [String?] =
                [
                    citizen.family, citizen.given, citizen.patronymic, citizen.born.dotted, citizen.sex == .female ? "ж" : "м",
                    citizen.snils?.printed, citizen.phones.first, nil, citizen.address.postcode, citizen.address.text,
                    citizen.territory, status, health.since?.dotted, health.until?.dotted,
                    health.isFirst.map { $0 ? "да" : "нет" },
                ] + degrees + [
                    citizen.ipraNumber, citizen.ipraDate?.dotted, received.dotted, "ipra", person?.name, person?.phone,
                ]
            text += cells.map { $0 ?? "" }.joined(separator: ";") + "\n"
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static let headers = [
        "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "СНИЛС", "Телефон", "Эл. почта", "Индекс", "Адрес", "Территория",
        "Инвалидность", "Установлена", "Действует до", "Впервые", "Самообслуживание", "Передвижение", "Ориентация", "Общение",
        "Контроль поведения", "Обучение", "Трудовая деятельность", "ИПРА номер", "ИПРА дата", "Дата поступления", "Источник",
        "Законный представитель", "Телефон представителя",
    ]

    /// Seconds of `.import` and of the indexes that the store keeps over the same people: one by СНИЛС, nine of the
    /// registry, three of obligations, the text index.
    private func bareImport(_ list: String, into path: String) throws -> Double {
        let orders = [
            "f, i, o", "b", "f, b", "r, f", "t, f", "s, f", "t, r", "r, b", "u, f", "r, s", "t, b", "u, r",
        ]
        let indexes = orders.enumerated().map { "CREATE INDEX i\($0) ON l (\($1));" }.joined(separator: "\n")
        let names = "f,i,o,b,x,s,p,e,z,a,t,d,d1,d2,d3,v1,v2,v3,v4,v5,v6,v7,n,nd,r,u,w,wp".split(separator: ",")
        let script = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;
            CREATE TABLE l (\(names.map { "\($0) TEXT" }.joined(separator: ", ")));
            .mode csv
            .separator ;
            .import --skip 1 "\(list)" l
            BEGIN;
            CREATE INDEX snils ON l (s);
            \(indexes)
            CREATE VIRTUAL TABLE search USING fts5 (
                text, content = '', tokenize = 'trigram case_sensitive 1', columnsize = 0, detail = none);
            INSERT INTO search (rowid, text) SELECT rowid, f || ' ' || i || ' ' || o || char(10) || s || char(10) || p || char(10)
                || a || char(10) || n || char(10) || w || char(10) || wp FROM l;
            COMMIT;

            """
        let commands = "\(folder)/import.sql"
        try script.write(toFile: commands, atomically: true, encoding: .utf8)
        let use = try Programs.run("/usr/bin/sqlite3", [path], input: commands)
        guard use.status == 0 else { throw BenchFailure("sqlite3 ended with \(use.status)") }
        return use.seconds
    }

    // MARK: Deadlines

    /// Every deadline of the store computed anew, beside reading the same rows.
    func recomputing(_ store: String) throws -> [Row] {
        var time = Row(name: "recompute all deadlines", unit: "s", ours: Samples(), bare: Samples(), aims: [.ratio(3)])
        var memory = Row(name: "peak memory of the recomputing", unit: "MB", ours: Samples(), aims: [.median(60)])
        let words = Programs.place(store, login: BenchOffice.head.login) + ["settings", "--recompute", "--format", "json"]
        let use = try Programs.run(Programs.marshrut, words)
        guard use.status == 0 else { throw BenchFailure("the recomputing ended with \(use.status)") }
        time.ours.add(use.seconds)
        memory.ours.add(use.peakMemory)
        let queries = BareQueries(store: try BareStore(store))
        time.bare = try Samples.of(1) { _ in try queries.readEverything() }.divided(by: 1000)
        return [time, memory]
    }
}

extension Samples {
    /// In another unit.
    func divided(by number: Double) -> Samples { Samples(values: values.map { $0 / number }) }
}
