import CaseStore
import Casework
import Terminal
import Testing
import Workbench

/// What a curator does in a day, by keys alone, in the Russian layout.
@Suite struct DayOfACurator {
    private func file(_ number: Int, _ office: TestOffice) throws -> CaseFile {
        let id = try #require(try office.archive.caseID(number: number))
        return try office.archive.caseFile(id)
    }

    @Test("A call is logged from the queue in three keystrokes: з, the outcome's digit, and nothing more")
    func callInThreeKeystrokes() throws {
        let office = try TestOffice()
        let frame = office.script(["3", "з", "2"])
        let attempt = try #require(try file(2, office).attempts.last)
        #expect(attempt.method == .phone && attempt.outcome == .noAnswer && attempt.target == "8 3955 52-38-15")
        #expect(frame.contains("г — отменить"))
    }

    @Test("Letters mean physical keys: p in the Latin layout logs the same call")
    func latinLayout() throws {
        let office = try TestOffice()
        office.script(["3", "p", "2"])
        #expect(try file(2, office).attempts.last?.outcome == .noAnswer)
    }

    @Test("The undo key takes the call back")
    func undo() throws {
        let office = try TestOffice()
        let frame = office.script(["3", "з", "2", "г"])
        #expect(try file(2, office).attempts.isEmpty)
        #expect(frame.contains("Отменено"))
    }

    @Test("A visit that the act does not open yet says why and writes nothing")
    func visitTooEarly() throws {
        let office = try TestOffice()
        let frame = office.script(["3", "в"])
        #expect(try file(2, office).attempts.isEmpty)
        #expect(frame.contains("Выезжать пока рано"))
    }

    @Test("A person is met, surveyed and given an ИПСС from the card")
    func meetingSurveyProgram() throws {
        let office = try TestOffice()
        // Жуков agrees on the phone, the meeting is for today, the survey is held, the programme drafted.
        office.script(["3", "з", "1", "20.11", .key(.tab), "11:00", .key(.function(2))])
        #expect(try file(2, office).meetings.count == 1)
        office.script([
            "2", "/", "жуков", .key(.enter), .key(.enter), "о", .key(.tab), "Сопровождение к врачу", .key(.function(2)),
        ])
        let surveyed = try file(2, office)
        #expect(surveyed.surveys.first?.needs == [Need(area: "medical", text: "Сопровождение к врачу")])
        #expect(surveyed.meetings.first?.status == .held)
        office.script([
            "2", "/", "жуков", .key(.enter), .key(.enter), .key(.function(6)), "1", .key(.function(2)),
            .key(.function(10)),
        ])
        #expect(try file(2, office).programs.first?.measures.first?.title == "Сопровождение к врачу")
    }

    @Test("The filter narrows everybody as it is typed, whatever the spelling of ё")
    func filter() throws {
        let office = try TestOffice()
        let frame = office.script(["2", "/", "елкин"])
        #expect(frame.contains("Ёлкина Анна Игоревна"))
        #expect(!frame.contains("Жуков"))
    }

    @Test("Marked cases are given to another curator as one undo step")
    func bulkAssignment() throws {
        let office = try TestOffice()
        office.script(["2", .key(.down), " ", " ", .key(.function(5)), .key(.down), .key(.enter)])
        #expect(try file(3, office).header.curator == "petrov")
        #expect(try file(1, office).header.curator == "petrov")
        _ = try office.archive.undo(context: office.session.context())
        #expect(try file(3, office).header.curator == "ivanova")
        #expect(try file(1, office).header.curator == "ivanova")
    }

    @Test("«Почему эта дата» shows the days counted and skipped with the point of the act")
    func why() throws {
        let office = try TestOffice()
        let frame = office.script(["6", .key(.down), .key(.down), .key(.function(3))])
        #expect(frame.contains("Почему эта дата"))
        #expect(frame.contains("414-р, п. 16.1"))
        #expect(frame.contains("день события не считается"))
    }

    @Test("A form left half typed by a closed terminal is offered back on the desk")
    func draftSurvives() throws {
        let office = try TestOffice()
        // The script ends inside the form: the terminal hangs up.
        office.script(["3", "з", "0", .key(.tab), .key(.tab), .key(.tab), .key(.tab), "Перезвонить после обеда"])
        let drafts = try office.archive.drafts(worker: "ivanova")
        #expect(drafts.count == 1)
        let frame = office.script(["1"])
        #expect(frame.contains("НЕ ДОПИСАНО (1)"))
        let resumed = office.script(["1", .key(.home), .key(.down), .key(.enter)])
        #expect(resumed.contains("Перезвонить после обеда"))
    }

    @Test("Somebody else's change is asked about, never overwritten in silence")
    func conflict() throws {
        let office = try TestOffice()
        let id = try #require(try office.archive.caseID(number: 1))
        var other = office.session.context()
        other.worker = "petrov"
        office.port.whenIdle = nil
        // Opens the card's form, then another worker saves first.
        let context = other
        office.port.type([.character("2"), .down, .down, .enter, .function(4)])
        var done = false
        office.port.whenIdle = {
            guard !done else { return nil }
            done = true
            if var citizen = try? office.archive.caseFile(id).citizen {
                citizen.email = "a@example.org"
                _ = try? office.archive.perform(EditCitizen(citizen: citizen), on: id, context: context)
            }
            office.port.type([.end])
            office.port.type("х")
            office.port.type([.function(2)])
            return .tab
        }
        let frame = office.press()
        #expect(frame.contains("Дело уже изменил другой работник"))
    }
}
