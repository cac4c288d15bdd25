import Casework
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Queries") struct QueryTests {
    private func families(_ store: TestStore, _ query: RegistryQuery) throws -> [String] {
        try store.archive.registry(query, limit: 200).rows.map(\.family)
    }

    @Test("Names stand in the Russian order, Ё after Е") func russianOrder() throws {
        let store = try TestStore()
        for name in ["Жуков", "Ёлкин", "Елин", "Яна", "Ежов", "анна", "Емельянов", "Ёжиков", "Еёмин", "Smith"] {
            try store.open(name)
        }
        let order = ["Smith", "анна", "Еёмин", "Ежов", "Елин", "Емельянов", "Ёжиков", "Ёлкин", "Жуков", "Яна"]
        #expect(try families(store, RegistryQuery()) == order)
        #expect(try families(store, RegistryQuery(isDescending: true)) == order.reversed())
    }

    @Test("Search finds parts of words, ё as е, digits of numbers, and short beginnings") func search() throws {
        let store = try TestStore()
        try store.open("Фёдоров", "Семён", "Петрович") { person in
            person.snils = SNILS(serial: 112_233_445)
            person.phones = ["+7 (914) 555-66-77"]
            person.address = PostalAddress(settlement: "Усолье-Сибирское", street: "Карла Маркса", house: "5")
            person.ipraNumber = "123.3.38/2025"
        }
        try store.open("Иванов", "Пётр", "Фёдорович")
        try store.open("Ёлкина", "Щука", "Сергеевна")
        try store.open("О'Нил \"Ква\"", "Джон", nil)
        let snils = SNILS(serial: 112_233_445)
        let expected: [(String, [String])] = [
            ("федор", ["Иванов", "Фёдоров"]), ("ФЁДОР", ["Иванов", "Фёдоров"]), ("доров", ["Иванов", "Фёдоров"]),
            ("доров пет", ["Иванов", "Фёдоров"]), ("доров се", ["Фёдоров"]),
            ("фе", ["Иванов", "Фёдоров"]), ("ёл", ["Ёлкина"]), ("ел", ["Ёлкина"]), ("щу", ["Ёлкина"]), ("щ", []),
            ("е", ["Ёлкина"]),
            ("ф", ["Фёдоров"]), ("ф с", ["Фёдоров"]), ("усолье сибир", ["Фёдоров"]), ("усолье-сибир", ["Фёдоров"]),
            (snils.printed, ["Фёдоров"]),
            (snils.digits, ["Фёдоров"]), (String(snils.digits.prefix(5)), ["Фёдоров"]), ("8914555", ["Фёдоров"]),
            ("+7 914 555", ["Фёдоров"]),
            ("555-66", ["Фёдоров"]), ("№2", ["Иванов"]), ("2", ["Иванов"]), ("№ 3", ["Ёлкина"]), ("3.38/2025", ["Фёдоров"]),
            ("\"ква\"", ["О'Нил \"Ква\""]),
            ("о'нил", ["О'Нил \"Ква\""]), ("абв", []), ("*", []), ("\"", []), ("%", []),
            ("  ", ["О'Нил \"Ква\"", "Иванов", "Ёлкина", "Фёдоров"].sorted()),
        ]
        for (text, names) in expected {
            for sort in RegistryQuery.Sort.allCases {
                let query = RegistryQuery(text: text, sort: sort)
                #expect(try families(store, query).sorted() == names.sorted(), "«\(text)» by \(sort)")
                #expect(try store.archive.count(of: query) == names.count, "«\(text)» counted")
            }
            #expect(try families(store, RegistryQuery(text: text, curator: "ivanova")).count == names.count)
        }
    }

    @Test("Search follows the card: the former name is not found any more") func searchFollowsTheCard() throws {
        let store = try TestStore()
        let file = try store.open("Иванов", "Пётр", nil)
        var person = file.citizen
        person.family = "Сидоров"
        try store.archive.perform(EditCitizen(citizen: person), on: file.header.id, context: store.context)
        #expect(try families(store, RegistryQuery(text: "иванов")).isEmpty)
        #expect(try families(store, RegistryQuery(text: "сидор")) == ["Сидоров"])
        _ = try store.archive.undo(context: store.context)
        #expect(try families(store, RegistryQuery(text: "иванов")) == ["Иванов"])
    }

    @Test("Pages go both ways in every order and lose nobody") func pagesGoBothWays() throws {
        let store = try TestStore()
        try store.fill(120)
        for sort in RegistryQuery.Sort.allCases {
            for isDescending in [false, true] {
                for curator in [nil, "curator2"] {
                    let query = RegistryQuery(curator: curator, sort: sort, isDescending: isDescending)
                    let all = try store.archive.registry(query, limit: 500).rows
                    #expect(all.count == (try store.archive.count(of: query)))
                    var forward: [RegistryRow] = []
                    var page = try store.archive.registry(query, limit: 7)
                    while true {
                        forward += page.rows
                        guard page.hasMore, let last = page.rows.last else { break }
                        page = try store.archive.registry(query, at: .after(last), limit: 7)
                    }
                    #expect(forward == all)
                    var backward: [RegistryRow] = []
                    page = try store.archive.registry(query, at: .end, limit: 7)
                    while true {
                        backward = page.rows + backward
                        guard page.hasMore, let first = page.rows.first else { break }
                        page = try store.archive.registry(query, at: .before(first), limit: 7)
                    }
                    #expect(backward == all)
                    #expect(try store.archive.registry(query, at: .from(all[10]), limit: 3).rows == Array(all[10...12]))
                }
            }
        }
    }

    @Test("Filters agree with a count by hand") func filtersAgree() throws {
        let store = try TestStore()
        try store.fill(200, attempts: 6)
        let today = store.world.now.date
        let all = try store.archive.registry(RegistryQuery(), limit: 500).rows
        func check(_ query: RegistryQuery, _ matches: (RegistryRow) -> Bool) throws {
            let expected = all.filter(matches).map(\.number)
            #expect(try store.archive.registry(query, limit: 500).rows.map(\.number) == expected)
            #expect(try store.archive.count(of: query) == expected.count)
        }
        try check(RegistryQuery(categories: ["child"])) { $0.category == "child" }
        try check(RegistryQuery(categories: ["child", nil])) { $0.category == "child" || $0.category == nil }
        try check(RegistryQuery(stages: ["consent"])) { $0.stage == "consent" }
        try check(RegistryQuery(stages: ["consent", "contact"], curator: "curator1")) {
            ["consent", "contact"].contains($0.stage) && $0.curator == "curator1"
        }
        try check(RegistryQuery(overdueOn: today)) { $0.nextDue.map { $0 < today } ?? false }
        try check(RegistryQuery(territory: "Братск", isOpen: true, source: "ipra")) {
            $0.territory == "Братск" && $0.isOpen && $0.source == "ipra"
        }
        try check(RegistryQuery(curator: "")) { $0.curator == nil }
    }

    @Test("The board, its counts and the case agree with the engine") func boardAgrees() throws {
        let store = try TestStore()
        try store.fill(60, attempts: 0)
        let today = store.world.now.date
        let engine = store.context.engine
        var expected: [String: Int] = [:]
        for row in try store.archive.registry(RegistryQuery(), limit: 500).rows {
            let obligations = engine.obligations(of: try store.archive.caseFile(row.caseID))
            #expect(try store.archive.obligations(of: row.caseID) == obligations)
            for late in obligations where late.state(on: today) == .overdue {
                expected["\(row.curator ?? "")/\(late.rule)", default: 0] += 1
            }
        }
        let query = BoardQuery(overdueOn: today)
        let board = try store.archive.board(query, limit: 500).rows
        #expect(board.count == expected.values.reduce(0, +) && board.allSatisfy { $0.obligation.state(on: today) == .overdue })
        #expect(board.map(\.obligation.due.date) == board.map(\.obligation.due.date).sorted())
        let counts = try store.archive.boardCounts(query)
        #expect(Dictionary(uniqueKeysWithValues: counts.map { ("\($0.curator ?? "")/\($0.rule)", $0.count) }) == expected)
        var walked: [BoardRow] = []
        var page = try store.archive.board(query, limit: 7)
        while true {
            walked += page.rows
            guard page.hasMore, let last = page.rows.last else { break }
            page = try store.archive.board(query, at: .after(last), limit: 7)
        }
        #expect(walked == board)
        #expect(try store.archive.board(query, at: .end, limit: 3).rows == board.suffix(3))
        let one = try store.archive.board(BoardQuery(caseNumber: board[0].number)).rows
        #expect(one.allSatisfy { $0.caseID == board[0].caseID } && !one.isEmpty)
        #expect(try store.archive.board(BoardQuery(rule: "trial-1.contact"), limit: 500).rows.count == 60)
    }

    @Test("The contact queue: due first, then those without an answer; the desk counts them") func contactQueueAndDesk() throws {
        let store = try TestStore()
        let called = try store.open("Позванный", receivedOn: "2025-03-03")
        try store.open("Новый", receivedOn: "2025-03-11") { $0.phones = ["8914", "8395"] }
        try store.open("Старый", receivedOn: "2025-03-03")
        let done = try store.open("Согласный", receivedOn: "2025-03-11")
        try store.open("Чужой", curator: "petrova", receivedOn: "2025-03-03")
        let context = store.context
        try store.archive.perform(store.call, on: called.header.id, context: context)
        try store.archive.perform(
            LogContactAttempt(method: .phone, outcome: .agreed, at: store.world.now), on: done.header.id, context: context)
        let meeting = CivilDateTime(store.world.now.date, CivilTime(hour: 15, minute: 0))
        try store.archive.perform(AgreeMeeting(at: meeting, place: "дома"), on: done.header.id, context: context)
        let queue = try store.archive.contactQueue(curator: "ivanova").rows
        #expect(queue.map(\.row.family) == ["Старый", "Новый", "Позванный"])
        #expect(queue[1].phones == ["8914", "8395"] && queue[1].due?.iso == "2025-03-18")
        #expect(
            queue[2].due == nil && queue[2].row.attempts == 1 && queue[2].lastOutcome == .noAnswer
                && queue[2].lastAttempt == store.world.now)
        #expect(queue[0].isOverdue(on: store.world.now.date) && !queue[1].isOverdue(on: store.world.now.date))
        #expect(try store.archive.contactCount(curator: "ivanova") == 3 && store.archive.contactCount() == 4)
        #expect(try store.archive.contactQueue(at: .after(queue[0]), limit: 1).rows.map(\.row.family) == ["Чужой"])
        let desk = try store.archive.desk(curator: "ivanova", today: store.world.now.date)
        #expect(desk.overdue.map(\.family) == ["Старый"] && desk.overdueCount == 1 && desk.todayCount == 0)
        #expect(desk.meetings.map(\.at) == [meeting] && desk.meetings.map(\.place) == ["дома"])
        #expect(desk.idle.map(\.family) == ["Позванный"] && desk.idleCount == 1)
        try store.archive.perform(CloseCase(ground: "moved", on: store.world.now.date), on: called.header.id, context: context)
        #expect(try store.archive.contactCount(curator: "ivanova") == 2)
        #expect(try store.archive.desk(curator: "ivanova", today: store.world.now.date).idleCount == 0)
    }

    @Test("Duplicates: by СНИЛС, else by folded name and birth date") func duplicates() throws {
        let store = try TestStore()
        let first = try store.open("Семёнов-Тян", "Пётр", "Ильич") { $0.snils = SNILS(serial: 112_233_445) }
        func person(_ family: String, _ snils: Int?, born: String = "1980-05-01") throws -> Citizen {
            var person = Citizen(
                id: RecordID(high: 0, low: 0), family: family, given: "петр", patronymic: "Ильич", born: try day(born))
            person.snils = snils.map(SNILS.init(serial:))
            return person
        }
        let found = try store.archive.duplicates(of: [
            person("Другой", 112_233_445), person("семенов  тян", nil), person("СЕМЁНОВ ТЯН", 112_233_446),
            person("Семенов-Тян", nil, born: "1980-05-02"),
        ])
        #expect(
            found == [
                [Duplicate(caseID: first.header.id, number: 1, reason: .snils)],
                [Duplicate(caseID: first.header.id, number: 1, reason: .nameAndBirth)], [], [],
            ])
    }

    @Test("Drafts, views, workers, settings and preferences are kept") func deskThings() throws {
        let store = try TestStore()
        let archive = store.archive
        let now = store.world.now
        let id = RecordID(high: 4, low: 4)
        try archive.save(Draft(form: "call", caseID: id, worker: "ivanova", body: "{}", savedAt: now))
        try archive.save(Draft(form: "call", caseID: id, worker: "ivanova", body: "{\"a\":1}", savedAt: now.adding(minutes: 5)))
        try archive.save(Draft(form: "open", worker: "ivanova", body: "x", savedAt: now))
        #expect(try archive.drafts(worker: "ivanova").map(\.form) == ["call", "open"])
        let draft = try #require(try archive.draft(form: "call", caseID: id, worker: "ivanova"))
        #expect(draft.body == "{\"a\":1}" && draft.ageInMinutes(at: now.adding(minutes: 65)) == 60)
        try archive.deleteDraft(form: "call", caseID: id, worker: "ivanova")
        #expect(
            try archive.draft(form: "call", caseID: id, worker: "ivanova") == nil && archive.drafts(worker: "petrova").isEmpty)
        let view = SavedView(name: "Мои дети", query: RegistryQuery(categories: ["child", nil], sort: .nextDue))
        try archive.save(view, worker: "ivanova")
        #expect(try archive.savedViews(worker: "ivanova") == [view])
        try archive.deleteSavedView("Мои дети", worker: "ivanova")
        #expect(try archive.savedViews(worker: "ivanova").isEmpty)
        let worker = Worker(login: "ivanova", name: "Иванова М. П.", role: "curator")
        try archive.save(worker, by: "admin", at: now)
        #expect(try archive.workers() == [worker] && archive.journal().map(\.summary.action) == [.saveWorker])
        var office = try archive.office()
        #expect(office == TrialAct.office)
        office.officeTerms["program"] = 5
        try archive.save(office, worker: "admin", at: now)
        #expect(try archive.office() == office)
        #expect(throws: UndoRefusal.self) { try archive.undo(entry: 1, context: store.context) }
        try archive.setPreference("theme", "dark")
        #expect(try archive.preference("theme") == "dark" && archive.preference("none") == nil)
    }

    @Test("The data version tells of every write") func dataVersion() throws {
        let store = try TestStore()
        let first = try store.archive.dataVersion()
        #expect(try store.archive.dataVersion() == first)
        let other = try CaseArchive.open(at: store.path)
        try other.setPreference("a", "b")
        let second = try store.archive.dataVersion()
        #expect(second != first)
        try other.close()
    }

    @Test("Categories follow birthdays without touching versions") func categoriesFollowBirthdays() throws {
        let store = try TestStore()
        let file = try store.open("Юный", born: "2007-03-20")
        #expect(file.header.category == "child" && file.header.categoryUntil?.iso == "2025-03-20")
        #expect(try store.archive.refreshCategories(context: store.context) == 0)
        let later = store.world.later(days: 8)
        #expect(try store.archive.refreshCategories(context: later.context) == 1)
        #expect(try store.archive.caseFile(file.header.id).header.category == "working-age")
        #expect(try store.archive.caseFile(file.header.id).versions == file.versions)
        #expect(try store.archive.count(of: RegistryQuery(categories: ["working-age"])) == 1)
        #expect(try store.archive.refreshCategories(context: later.context) == 0)
    }

    @Test("A new office term reaches every case by recomputation") func recomputation() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let id = file.header.id
        try store.archive.perform(
            LogContactAttempt(method: .phone, outcome: .agreed, at: store.world.now), on: id, context: store.context)
        let needs = [Need(area: "medical", text: "массаж")]
        try store.archive.perform(RecordSurvey(on: store.world.now.date, needs: needs), on: id, context: store.context)
        try store.fill(5)
        #expect(try store.archive.recomputeObligations(context: store.context) == 0)
        store.world.office.officeTerms["program"] = 3
        #expect(try store.archive.verify(context: store.context).problems == [.derived(number: 1)])
        #expect(try store.archive.recomputeObligations(context: store.context) == 1)
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
        #expect(try store.archive.obligations(of: id).map(\.rule).contains("trial-1.program"))
    }
}
