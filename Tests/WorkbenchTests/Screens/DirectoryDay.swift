import CaseStore
import Casework
import Terminal
import Testing
import Workbench

/// What a worker does in the directory.
@Suite struct DirectoryDay {
    @Test("F2 notes that the contacts were verified today; U takes it back")
    func verified() throws {
        let office = try TestOffice()
        let frame = office.script(["8", .key(.function(2))])
        #expect(frame.contains("20.11.2025") && frame.contains("проверено сегодня"))
        #expect(try office.archive.organisations().map(\.verifiedBy) == ["ivanova"])
        _ = office.script(["8", "г"])
        #expect(try office.archive.organisations().isEmpty)
    }

    @Test("The filter looks through everything, and Esc shows all again")
    func filter() throws {
        let office = try TestOffice()
        #expect(office.script(["8", "/", "vestaan"]).contains("РРРЦ «Веста»"))
        #expect(office.script(["8", "/", "нет такого"]).contains("Ничего не найдено"))
        #expect(office.script(["8", "/", "vestaan", .key(.escape), .key(.escape)]).contains("УСЗСОН по Ангарскому району"))
    }

    @Test("The form keeps the office's version; what cannot be dialled is told at its field")
    func form() throws {
        let office = try TestOffice()
        let toHours = Array(repeating: TestOffice.Step.key(.tab), count: 12)
        _ = office.script(["8", .key(.enter)] + toHours + ["пн–пт 9–18", .key(.function(2))])
        let kept = try #require(try office.archive.organisations().first)
        #expect(kept.hours == "пн–пт 9–18" && kept.phones == ["8(3955) 52-38-61", "52-35-23"] && kept.number == 1)
        let toPhones = Array(repeating: TestOffice.Step.key(.tab), count: 5)
        let frame = office.script(["8", .key(.enter)] + toPhones + [.text("приёмная"), .key(.function(2))])
        #expect(frame.contains("нет цифр"))
    }

    @Test("A place brings the nearest to the top, a citizen's case does so too")
    func near() throws {
        let office = try TestOffice()
        let frame = office.script(["8", .key(.function(6)), "Байкальск", .key(.function(2))])
        let rows = frame.split(separator: "\n").filter { $0.contains("Байкальск") || $0.contains("Слюдянскому") }
        #expect(rows.count >= 2 && frame.contains("ближе к: Байкальск"))
        let unknown = office.script(["8", .key(.function(6)), .key(.tab), "9999", .key(.function(2))])
        #expect(unknown.contains("Дела с таким номером нет"))
    }
}
