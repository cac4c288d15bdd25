import Foundation
import Testing

/// `marshrut group agenda`, `group decisions`: what waits for the working group, and what it decided.
struct GroupTests {
    @Test func anOfficeUnderAnotherActHasNoGroup() throws {
        let office = try TrialOffice.founded()
        #expect(try office.run("group", "agenda").status == 1)
        #expect(try office.run("group", "decisions").status == 1)
    }

    @Test func aGroupThatWaitsForNobodySaysSo() throws {
        let office = try TrialOffice()
        try #require(
            try office.run("init", "--regulation", "yugra-534p", "--organisation", "Центр", "--name", "Иванова А. П.").status == 0
        )
        let agenda = try office.run("group", "agenda", "--format", "json")
        #expect(agenda.status == 0)
        #expect(try agenda.list.isEmpty)
        #expect(try office.run("group", "decisions", "--format", "json").list.isEmpty)
        #expect(try office.run("group", onTerminal: true).status == 0)
    }
}
