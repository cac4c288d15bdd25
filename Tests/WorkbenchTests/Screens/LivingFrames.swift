import Casework
import Terminal
import Testing

@testable import Workbench

/// Pictures of «Проживание» in an office that works under the Bryansk order.
@Suite struct LivingFrames {
    private static let act = "bryansk-1206"

    private func office(_ size: Size, isEmpty: Bool = false) throws -> TestOffice {
        let office = try TestOffice(size: size, populated: false, regulations: [Self.act])
        if !isEmpty { try settle(office) }
        return office
    }

    /// A flat of two rooms with two people, one of whom has not agreed, and somebody who waits.
    private func settle(_ office: TestOffice) throws {
        let context = office.session.context()
        let flat = try office.archive.record(
            OfficeRecord(
                kind: "dwelling", regulation: Self.act, on: "2025-03-01",
                values: ["name": "Дружба", "address": "г. Брянск, ул. Мира, 1, кв. 5", "form": "group", "purpose": "permanent"]),
            context: context
        ).entry
        for name in ["Первая", "Вторая"] {
            try office.archive.record(
                OfficeRecord(
                    kind: "room", regulation: Self.act, on: "2025-03-01",
                    values: ["name": name, "dwelling": flat.id.text, "places": "1"]), context: context)
        }
        let dwelling = try #require(Dwelling(flat))
        let rooms = try office.archive.officeEntries(kind: "room").compactMap { LivingRoom($0) }
        for (number, family) in ["Кедрова", "Соснина", "Берёзова"].enumerated() {
            let citizen = Citizen(
                id: context.newID(), family: family, given: "Анна", born: CivilDate(dayNumber: 3_000 + Int32(number) * 2_000))
            let opened = try office.archive.open(
                OpenCase(citizen: citizen, regulation: Self.act, source: "personal", receivedOn: "2025-03-03"), context: context)
            let order =
                number == 2
                ? LivingOrders.wait(for: .permanent, regulation: Self.act, on: "2025-03-20", wishes: "рядом с сестрой")
                : LivingOrders.place(
                    in: dwelling, room: rooms[number], on: "2025-03-10", agreesToGroup: number == 0, agreesToShare: false,
                    level: number + 2)
            try office.archive.perform(order, on: opened.file.header.id, context: context)
        }
    }

    @Test("Flats, residents, warnings and the waiting list", arguments: SectionFrames.sizes)
    func flats(_ size: Size) throws {
        assertGolden(try office(size).script(["-"]), "living-\(size.columns)x\(size.rows)")
    }

    @Test("An office without flats is told how to enter one")
    func empty() throws {
        assertGolden(try office(Size(columns: 80, rows: 24), isEmpty: true).script(["-"]), "living-empty")
    }

    @Test("A person is placed by a form, and the fee is shown before it is kept", arguments: ["place", "fee"])
    func forms(_ name: String) throws {
        let office = try office(Size(columns: 80, rows: 24))
        let steps: [TestOffice.Step] =
            name == "place"
            ? ["-", .key(.function(2))]
            : [
                "2", .key(.enter), .key(.function(9)), "плате", .key(.enter), .key(.tab), "21500", .key(.tab), "18000",
                .key(.tab), .key(.tab), "S1-2=12@150,50", .key(.function(2)),
            ]
        assertGolden(office.script(steps), "living-form-\(name)")
    }

    @Test("Offices under other acts have no such section")
    func otherOffices() throws {
        let office = try TestOffice(populated: false)
        #expect(LivingScreen(session: office.session) == nil)
    }
}
