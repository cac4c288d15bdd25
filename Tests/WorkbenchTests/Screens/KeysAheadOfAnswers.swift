import Casework
import Terminal
import Testing
import Workbench

/// Keys that come before the store has answered mean what the worker is about to see.
@Suite struct KeysAheadOfAnswers {
    private func slowOffice() throws -> TestOffice {
        let runner = LateRunner()
        let office = try TestOffice(runner: runner)
        office.port.whenIdle = { runner.isBusy ? .wake : nil }
        return office
    }

    private func file(_ number: Int, _ office: TestOffice) throws -> CaseFile {
        let id = try #require(try office.archive.caseID(number: number))
        return try office.archive.caseFile(id)
    }

    @Test("A call typed before the queue is there is logged on the first of the queue")
    func queue() throws {
        let office = try slowOffice()
        let frame = office.script(["3", "з", "2"])
        #expect(try file(2, office).attempts.last?.outcome == .noAnswer)
        #expect(frame.contains("г — отменить"))
    }

    @Test("A second action typed at once acts on the case as the first has left it: no conflict with oneself")
    func twice() throws {
        let office = try slowOffice()
        let frame = office.script(["3", "з", "2", "з", "2"])
        #expect(try file(2, office).attempts.count == 2)
        #expect(!frame.contains("уже изменил"))
    }

    @Test("A case opened from the search is the one found, not one of the rows before")
    func search() throws {
        let office = try slowOffice()
        #expect(office.script(["2", "/", "жуков", .key(.enter), .key(.tab)]).contains("Дело № 2 · Жуков"))
    }

    @Test("Leaving waits for no answer")
    func leaving() throws {
        let office = try slowOffice()
        office.port.whenIdle = nil
        office.press(.function(10))
        #expect(office.port.isClosed)
    }
}
