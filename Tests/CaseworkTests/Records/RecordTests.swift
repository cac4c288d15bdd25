import Casework
import CaseworkTestSupport
import Foundation
import Testing

@Suite("Records")
struct RecordTests {
    @Test("Every kind of record survives being stored and read back")
    func codable() throws {
        var desk = try fullCase()
        try desk.on(
            "2025-03-20", LogContactAttempt(method: .phone, outcome: .reached, at: "2025-03-20T12:15", note: "перезвонить"))
        var citizen = desk.file.citizen
        citizen.email = "anna@example.ru"
        citizen.territory = "г. Иркутск"
        citizen.restrictions = LifeRestrictions([.mobility: 2, .work: 3])
        citizen.disability = Disability(status: .group1, since: "2024-01-01", until: "2026-01-01", isFirst: true)
        citizen.ipraNumber = "123.4.5/2024"
        citizen.ipraDate = "2024-01-10"
        citizen.flags = CitizenFlag.allCases
        try desk.perform(EditCitizen(citizen: citizen))
        try desk.perform(RecordEntry(kind: "request", on: "2025-03-20", values: ["via": "smev", "sum": "10,5"]))
        try desk.perform(CloseCase(ground: "moved", on: "2025-03-20"))

        func survives<Record: CaseRecord>(_ record: Record) throws -> Bool {
            try JSONDecoder().decode(Record.self, from: JSONEncoder().encode(record)) == record
        }
        let kinds = Set(desk.file.records.map { type(of: $0).kind })
        #expect(kinds == Set(RecordKind.allCases))
        for record in desk.file.records { #expect(try survives(record), "\(type(of: record).kind)") }
        #expect(try JSONDecoder().decode(CaseFile.self, from: JSONEncoder().encode(desk.file)) == desk.file)

        let obligations = desk.context.engine.obligations(of: desk.file)
        #expect(try JSONDecoder().decode([Obligation].self, from: JSONEncoder().encode(obligations)) == obligations)
        #expect(try JSONDecoder().decode(OfficeSettings.self, from: JSONEncoder().encode(desk.office)) == desk.office)
    }

    @Test("An identifier is written as 36 characters and read back, in either case")
    func identifiers() throws {
        let id = RecordID(high: 0x0196_0000_1234_7ABC, low: 0x8123_4567_89AB_CDEF)
        #expect(id.text == "01960000-1234-7abc-8123-456789abcdef")
        #expect(RecordID(id.text) == id)
        #expect(RecordID(id.text.uppercased()) == id)
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<200 {
            let random = RecordID(high: generator.next(), low: generator.next())
            #expect(RecordID(random.text) == random)
        }
    }

    @Test(
        "Anything else is no identifier",
        arguments: [
            "", "01960000-1234-7abc-8123-456789abcde", "01960000-1234-7abc-8123-456789abcdef0",
            "0196000001234-7abc-8123-456789abcde",
            "01960000-1234-7abc-8123-456789abcdeg", "01960000_1234_7abc_8123_456789abcdef", "ё1960000-1234-7abc-8123-456789abcde",
        ])
    func badIdentifiers(text: String) { #expect(RecordID(text) == nil) }

    @Test("Identifiers sort by the time they were made, and say their version")
    func identifierOrder() {
        let random: (UInt64, UInt64) = (.max, .max)
        let times: [UInt64] = [0, 1, 255, 1_700_000_000_000, 0xFFFF_FFFF_FFFF]
        let ids = times.map { RecordID(milliseconds: $0, random: random) }
        #expect(ids.sorted() == ids)
        #expect(ids.map(\.text).sorted() == ids.map(\.text))
        for id in ids {
            #expect(Array(id.text)[14] == "7")
            #expect("89ab".contains(Array(id.text)[19]))
        }
        #expect(RecordID(milliseconds: 5, random: (0, 0)) < RecordID(milliseconds: 5, random: (0, 1)))
    }

    @Test("A pattern matches by name and by every attribute it names")
    func patterns() {
        func event(_ attributes: [String: String]) -> CaseEvent {
            CaseEvent(.referralReceived, at: "2025-03-05", recordID: .numbered(1), attributes: attributes)
        }
        let plain = EventPattern(.referralReceived)
        let narrow = EventPattern(.referralReceived, where: ["source": ["ipra", "agency"], "regulation": ["irkutsk-414r"]])
        #expect(plain.matches(event([:])))
        #expect(!EventPattern(.meetingHeld).matches(event([:])))
        #expect(narrow.matches(event(["source": "agency", "regulation": "irkutsk-414r", "more": "1"])))
        #expect(!narrow.matches(event(["source": "personal", "regulation": "irkutsk-414r"])))
        #expect(!narrow.matches(event(["source": "ipra"])))
        #expect(!EventPattern(.referralReceived, where: ["source": []]).matches(event(["source": "ipra"])))
    }

    @Test("Every fact of a case is an event with its day and the record that tells of it")
    func events() throws {
        let desk = try fullCase()
        let names = Set(desk.file.events.map(\.name))
        #expect(
            names == [
                .referralReceived, .contactAttempted, .consentRecorded, .meetingAgreed, .meetingHeld, .surveyRecorded,
                .programDrafted, .programAgreed, .registryMarked, .curatorAssigned,
            ])
        #expect(names.isSubset(of: EventName.known))
        let ids = Set(desk.file.records.map(\.id))
        for event in desk.file.events { #expect(ids.contains(event.recordID), "\(event.name.rawValue)") }
    }
}
