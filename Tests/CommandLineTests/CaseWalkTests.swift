import Foundation
import Testing

/// A case from its referral to its programme by commands alone, and what stands in the way.
struct CaseWalkTests {
    /// Case 1 of the sample was received on Wednesday, 5 March 2025; terms end on 12 March.
    @Test func aCaseIsWalkedFromTheReferralToTheProgramme() throws {
        let office = try TrialOffice.withSample(today: "2025-03-11")
        func act(_ words: String..., today: String) throws {
            let ran = try office.run(words, today: today)
            #expect(ran.status == 0, "\(words): \(ran.err)")
        }
        try act("assign", "1", "--user", "ivanova", today: "2025-03-11")
        try act(
            "contact", "1", "--method", "phone", "--outcome", "no-answer", "--on", "2025-03-11T10:00", today: "2025-03-11T10:05")
        try act("contact", "1", "--method", "phone", "--outcome", "agreed", "--on", "2025-03-12T09:30", today: "2025-03-12T09:40")
        try act("mark", "1", "--subject", "notification", today: "2025-03-12")
        try act("meeting", "1", "--on", "2025-03-14T11:00", today: "2025-03-12")
        try act("meeting", "1", "--on", "2025-03-14T11:00", "--held", today: "2025-03-14")
        try act("survey", "1", "--need", "medical:осмотр невролога", "--need", "пандус у подъезда", today: "2025-03-14")
        try act("mark", "1", "--subject", "survey", today: "2025-03-14")
        let file = try office.file(
            "programme.yaml",
            """
            from: 2025-04-01
            until: 2026-03-31
            measures:
              - {area: medical, title: Осмотр невролога, volume: 1 приём, periodicity: раз в квартал, duration: 1 год}
              - {area: social, title: Пандус, volume: 1 пандус, periodicity: однократно, duration: до 01.07.2025, executor: ТСЖ}
            """)
        try act("program", "draft", "1", "--kind", "ipss", "--from", file, today: "2025-03-17")
        #expect(try office.run("program", "check", "1").status == 0)
        try act("program", "agree", "1", "--on", "2025-03-18", today: "2025-03-18")
        let program = try office.run("program", "show", "1", "--format", "json").object
        #expect(program["status"] as? String == "agreed")
        #expect((program["measures"] as? [[String: Any]])?.count == 2)
        #expect(try office.run("program", "show", "1", onTerminal: true).out.contains("ИПСС № 1 · согласована"))
        #expect(try office.run("print", "ipss", "1", today: "2025-03-18").out.contains("ИНДИВИДУАЛЬНАЯ ПРОГРАММА"))
        #expect(try office.run("case", "1", today: "2025-03-18", onTerminal: true).out == Self.golden)
        #expect(try office.run("deadlines", "--case", "1", "--overdue", "--format", "json", today: "2025-03-18").list.isEmpty)
    }

    static let golden = """
        Дело № 1. Берёзкина Алёна Игоревна
          этап                            Реализация мероприятий
          категория                       Инвалиды старше 18 лет трудоспособного возраста
          куратор                         ivanova

        Гражданин
          дата рождения                   14.05.1987 (37 лет)
          пол                             женский
          СНИЛС                           900-000-011 84
          телефон                         8 (3952) 00-00-01
          эл. почта                       berezkina@example.org
          адрес                           664000, г. Иркутск, ул. Примерная, д. 1, кв. 1
          территория                      г. Иркутск
          инвалидность                    II группа, с 20.02.2025, до 01.03.2026, впервые
          ограничения жизнедеятельности   самообслуживание — 1-я степень; передвижение — 2-я степень; \
        трудовая деятельность — 2-я степень
          ИПРА                            № 101.1.38/2025, 20.02.2025

        414-р
          координирует                    Региональный ресурсный реабилитационный центр «Веста»

        События
          05.03.2025        сигнал · Выписка из ИПРА
          11.03.2025 10:00  попытка контакта · звонок · нет ответа · ivanova
          12.03.2025 09:30  попытка контакта · звонок · согласие · ivanova
          12.03.2025        согласие · социальное сопровождение · согласие
          12.03.2025        отметка о внесении в АИС · Факт уведомления
          14.03.2025 11:00  встреча · состоялась
          14.03.2025        опрос · Медицинская помощь: осмотр невролога; Социальная помощь: пандус у подъезда
          14.03.2025        отметка о внесении в АИС · Результаты опроса
          18.03.2025        программа · ИПСС № 1 · согласована · 2 мероприятия

        Сроки
          12.03.2025        Согласовать дату и время встречи · 414-р, п. 16.3 · исполнено 12.03.2025
          12.03.2025        Организовать выявление нуждаемости · 414-р, п. 16.1 · исполнено 11.03.2025
          12.03.2025        Уведомить по телефону о возможности сопровождения · 414-р, п. 16.2 · исполнено 12.03.2025
          12.03.2025        Внести факт уведомления в АИС «ЭСРН ИО» · 414-р, п. 16.4 · исполнено 12.03.2025
          14.03.2025        Внести результаты опроса в АИС «ЭСРН ИО» · 414-р, п. 19.2 · исполнено 14.03.2025
          14.03.2025        Провести опрос в день встречи · 414-р, п. 19.1 · исполнено 14.03.2025

        Можно сделать
          Отметить попытку контакта: звонок
          Записать согласие или отказ
          Назначить встречу
          Записать опрос
          Составить проект программы
          Закрыть дело

        """

    @Test func theCasesJSONHoldsEverything() throws {
        let office = try TrialOffice.withSample()
        let file = try office.run("case", "2", "--format", "json").object
        for key in [
            "case", "citizen", "category", "stage", "curator", "regulations", "representatives", "referrals", "attempts",
            "consents",
            "meetings", "surveys", "programs", "marks", "overrides", "obligations", "next", "acts",
        ] {
            #expect(file[key] != nil, "\(key)")
        }
        let next = try #require(file["next"] as? [[String: Any]])
        let visit = try #require(next.first { $0["method"] as? String == "visit" })
        #expect(visit["allowed"] as? Bool == false)
        #expect((visit["basis"] as? [String: Any])?["point"] as? String == "17")
        let restrictions = try #require((file["citizen"] as? [String: Any])?["restrictions"] as? [String: Int])
        #expect(restrictions["selfCare"] == 3)
        #expect(restrictions["behaviour"] == 0)
    }

    @Test func theLadderIsKept() throws {
        let office = try TrialOffice.withSample(today: "2025-03-14")
        let early = try office.run("contact", "1", "--method", "visit", "--outcome", "agreed")
        #expect(early.status == 1)
        #expect(early.err.contains("414-р, п. 17"))
        for day in ["2025-03-11", "2025-03-12", "2025-03-13"] {
            #expect(try office.run("contact", "1", "--method", "phone", "--outcome", "no-answer", "--on", day).status == 0)
        }
        let post = try office.run("contact", "1", "--method", "post", "--outcome", "sent")
        #expect(post.status == 1)
        #expect(try office.run("contact", "1", "--method", "visit", "--outcome", "no-answer").status == 0)
        #expect(try office.run("contact", "1", "--method", "post", "--outcome", "sent", "--note", "заказное").status == 0)
        #expect(try office.run("print", "notice", "1").out.contains("УВЕДОМЛЕНИЕ"))
        let impossible = try office.run("contact", "1", "--method", "post", "--outcome", "no-answer")
        #expect(impossible.status == 1)
        #expect(impossible.err.contains("Для способа «письмо» результат «нет ответа» невозможен"))
    }

    @Test func rulesRefuseWithOneAndUsageWithTwo() throws {
        let office = try TrialOffice.withSample()
        for words in [
            ["meeting", "1", "--on", "2025-03-20T10:00"], ["meeting", "1", "--held"], ["survey", "1", "--need", "social"],
            ["survey", "1"], ["mark", "1", "--subject", "nonsense"], ["close", "1", "--ground", "nonsense"],
            ["reopen", "1", "--reason", "x"], ["program", "draft", "1"], ["program", "show", "1"], ["program", "check", "1"],
            ["program", "agree", "1"], ["program", "draft", "1", "--kind", "nonsense"], ["print", "ipss", "1"],
            ["contact", "1", "--method", "phone", "--outcome", "agreed", "--on", "2025-03-20"],
            ["contact", "1", "--method", "phone", "--outcome", "agreed", "--on", "2025-02-20"],
            ["obligation", "1", "nonsense", "--waive", "--reason", "x"],
            ["obligation", "1", "notify", "--postpone", "2025-03-11", "--reason", "x"], ["case", "777"], ["case", "abc"],
            ["contact", "777", "--method", "phone", "--outcome", "agreed"], ["assign", "777", "--user", "x"],
        ] {
            let ran = try office.run(words)
            #expect(ran.status == 1, "\(words): \(ran.err)")
            #expect(!ran.err.isEmpty)
        }
        for words in [
            ["meeting", "1"], ["meeting", "1", "--held", "--missed"], ["obligation", "1", "notify", "--reason", "x"],
            ["obligation", "1", "notify", "--waive", "--suspend", "--reason", "x"], ["print", "poem", "1"],
            ["print", "notice", "1", "--out", "x.pdf"], ["contact", "1", "--method", "pigeon", "--outcome", "agreed"],
            ["citizens", "--stage", "nonsense"], ["citizens", "--category", "nonsense"], ["citizens", "--limit", "0"],
            ["referral", "--source", "ipra"], ["assign", "1"],
        ] {
            let ran = try office.run(words)
            #expect(ran.status == 2, "\(words): \(ran.err)")
        }
    }

    @Test func manyCasesAreAssignedAtOnceWithAResultForEach() throws {
        let office = try TrialOffice.withSample()
        #expect(try office.run("assign", "2", "--user", "ivanova").status == 0)
        let ran = try office.run("assign", "1", "2", "№3", "--user", "ivanova", "--format", "json")
        #expect(ran.status == 1)
        #expect(try ran.list.compactMap { $0["done"] as? Bool } == [true, false, true])
        #expect(try office.run("undo").out.contains("2 дела"))
        let mine = try office.run("deadlines", "--user", "ivanova", "--format", "json").list
        #expect(Set(mine.compactMap { $0["case"] as? String }) == ["2"])
    }

    @Test func termsArePostponedSuspendedAndWaived() throws {
        let office = try TrialOffice.withSample()
        func notify(_ key: String, today: String = "2025-03-14") throws -> String? {
            try office.run("deadlines", "--case", "1", "--format", "json", today: today).list
                .first { $0["rule"] as? String == "irkutsk-414r.notify" }?[key] as? String
        }
        #expect(try notify("state") == "overdue")
        #expect(try office.run("obligation", "1", "notify", "--postpone", "2025-03-20", "--reason", "больница").status == 0)
        #expect(try notify("state") == "open")
        #expect(try notify("due") == "2025-03-12")
        #expect(try notify("postponedTo") == "2025-03-20")
        #expect(try office.run("obligation", "1", "irkutsk-414r.notify", "--suspend", "--reason", "розыск").status == 0)
        #expect(try notify("state") == "suspended")
        #expect(try office.run("obligation", "1", "notify", "--resume", "--reason", "нашли").status == 0)
        #expect(try office.run("obligation", "1", "notify", "--waive", "--reason", "уведомил другой центр").status == 0)
        #expect(try notify("state") == "waived")
    }

    @Test func aCaseIsRefusedClosedAndReopened() throws {
        let office = try TrialOffice.withSample()
        #expect(try office.run("consent", "1", "--refused", "--note", "не нужно").status == 0)
        #expect(try office.run("consent", "1", "--to", "personal-data").status == 0)
        #expect(try office.run("case", "1", "--format", "json").object["stage"] as? String == "refused")
        #expect(try office.run("close", "1", "--ground", "refusal").status == 0)
        let closed = try office.run("consent", "1")
        #expect(closed.status == 1)
        #expect(closed.err.contains("закрыто"))
        #expect(try office.run("reopen", "1", "--reason", "передумала").status == 0)
        #expect(try office.run("consent", "1", "--on", "12.03.2025").status == 0)
    }

    @Test func aReferralIsRegisteredByHand() throws {
        let office = try TrialOffice.withSample()
        let person = ["--family", "Пихтин", "--given", "Олег", "--born", "1990-01-02"]
        let ran = try office.run(["referral", "--source", "Личное обращение", "--format", "json"] + person)
        #expect(ran.status == 0)
        #expect(try ran.object["case"] as? String == "11")
        #expect(try office.run(["referral", "--source", "ipra"] + person).err.contains("№ 11"))
        #expect(try office.run(["referral", "--source", "ipra", "--namesake"] + person).status == 0)
        #expect(try office.run(["referral", "--source", "pigeon", "--namesake"] + person).status == 1)
        #expect(try office.run(["referral", "--source", "ipra", "--snils", "900-000-011 85"] + person).status == 2)
        #expect(try office.run("referral", "--case", "11", "--source", "agency", "--on", "2025-03-12").status == 0)
        #expect(try office.run("case", "11", "--format", "json").object["referrals"].map { ($0 as? [Any])?.count } == 2)
    }

    @Test func theRegistryIsSearched() throws {
        let office = try TrialOffice.withSample(today: "2025-03-14")
        func cases(_ words: String...) throws -> [String] {
            try office.run(["citizens", "--format", "json"] + words).list.compactMap { $0["case"] as? String }
        }
        #expect(try cases("--search", "БЕРЕЗКИНА") == ["1"])
        #expect(try cases("--search", "ангарск", "--sort", "number") == ["3", "4"])
        #expect(Set(try cases("--category", "child")) == ["3", "10"])
        #expect(try cases("--limit", "2").count == 2)
        #expect(try cases("--overdue").allSatisfy { ["1", "2", "3", "4"].contains($0) })
        #expect(try cases("--search", "никого").isEmpty)
        let row = try #require(try office.run("citizens", "--search", "Осинкин", "--format", "json").list.first)
        for key in ["case", "family", "given", "patronymic", "born", "category", "stage", "nextDue"] {
            #expect(row[key] != nil, "\(key)")
        }
        #expect(row["patronymic"] is NSNull)
        #expect(row["case"] is String)
        #expect(try office.run("citizens", onTerminal: true).out.contains("Рябинин-Полевой Пётр Андреевич"))
    }

    @Test func theBoardListsWhatRuns() throws {
        let office = try TrialOffice.withSample(today: "2025-03-14")
        let overdue = try office.run("deadlines", "--overdue", "--format", "json").list
        #expect(overdue.allSatisfy { $0["state"] as? String == "overdue" })
        #expect(Set(overdue.compactMap { $0["case"] as? String }) == ["1", "2", "3", "4"])
        for key in ["case", "rule", "due", "state", "fulfilledOn", "basis"] { #expect(overdue.first?[key] != nil, "\(key)") }
        let until = try office.run("deadlines", "--until", "2025-03-12", "--format", "json").list
        #expect(until.allSatisfy { ($0["due"] as? String ?? "") <= "2025-03-12" })
        #expect(try office.run("deadlines", onTerminal: true).out.contains("просрочено"))
    }

    @Test func aProgrammeFileThatIsWrongIsABadFile() throws {
        let office = try TrialOffice.withSample()
        for text in [
            "measures: 5", "from: вчера", "colour: red", "measures:\n  - {area: medical}", "measures: [",
            "measures:\n  - {area: x, title: y}",
        ] {
            let ran = try office.run("program", "draft", "1", "--from", try office.file("p.yaml", text))
            #expect(ran.status == 3, "\(text)")
            #expect(ran.err.contains("p.yaml"))
        }
        #expect(try office.run("program", "draft", "1", "--from", office.path("none.yaml")).status == 3)
    }

    @Test func aPaperGoesToAFileThatIsNotReplaced() throws {
        let office = try TrialOffice.withSample()
        #expect(try office.run("assign", "1", "--user", "ivanova").status == 0)
        let file = office.path("notice.txt")
        #expect(try office.run("print", "notice", "1", "--out", file).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("УВЕДОМЛЕНИЕ"))
        #expect(try office.run("print", "notice", "1", "--out", file).status == 2)
        #expect(try office.run("print", "notice", "1", "--out", office.path("no/folder.txt")).status == 2)
        let nobody = try office.run("assign", "2", "--user", "stranger")
        #expect(nobody.err.contains("workers add stranger"))
        let missing = try office.run("print", "notice", "2")
        #expect(missing.status == 1)
        #expect(missing.err.contains("куратор"))
    }
}
