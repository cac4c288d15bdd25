import ArgumentParser
import Casework
import MarshrutResources

/// `marshrut living flats`: flats with free places, residents and what should be looked at.
struct LivingFlats: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "flats", abstract: HelpTexts.abstract("living.flats"))
    }

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office(forReading: true)
        let plan = try office.livingPlan(on: on)
        let texts = wiring.texts
        let json = JSONValue.array(plan.flats.map { flat($0, texts) })
        wiring.print(
            Report(json) {
                var table = TextTable(
                    [
                        texts("living.column.flat"), texts("living.column.house"), texts("living.column.form"),
                        texts("living.column.places"), texts("living.column.free"), texts("living.column.residents"),
                    ], rightAligned: [3, 4])
                for flat in plan.flats {
                    table.append([
                        flat.dwelling.name, flat.dwelling.building, texts.livingForm(flat.dwelling), String(flat.places),
                        String(flat.free),
                        flat.residents.map(\.person.name).joined(separator: ", "),
                    ])
                }
                let findings = plan.flats.flatMap(\.findings) + plan.houseFindings
                let lines = findings.map { "! " + texts.finding($0) + "\n" }
                return table.text(empty: texts("living.empty")) + lines.joined()
            }, as: format)
    }

    private func flat(_ flat: LivingFlat, _ texts: Texts) -> JSONValue {
        let dwelling = flat.dwelling
        let rooms = flat.rooms.map { room in
            JSONValue.object([
                ("id", .text(room.id.text)), ("name", .text(room.name)), ("area", .optional(room.area)),
                ("places", .number(room.places)), ("residents", .number(flat.residents(of: room.id).count)),
            ])
        }
        let residents = flat.residents.map { resident in
            JSONValue.object([
                ("case", .text(String(resident.person.number))), ("name", .text(resident.person.name)),
                ("from", .date(resident.placement.from)), ("until", .date(resident.placement.until)),
                ("room", .optional(resident.placement.room?.text)), ("groupConsent", .bool(resident.placement.agreesToGroup)),
                ("shareConsent", .bool(resident.placement.agreesToShare)), ("level", .optional(resident.placement.level)),
            ])
        }
        return .object([
            ("id", .text(dwelling.id.text)), ("name", .text(dwelling.name)), ("address", .text(dwelling.address)),
            ("building", .text(dwelling.building)), ("form", .text(dwelling.form.rawValue)),
            ("purpose", .text(dwelling.purpose.rawValue)), ("housing", .optional(dwelling.housing)),
            ("places", .number(flat.places)), ("free", .number(flat.free)), ("rooms", .array(rooms)),
            ("residents", .array(residents)), ("findings", .array(flat.findings.map { JSONValue.finding($0, texts) })),
        ])
    }
}

/// `marshrut living queue`: the waiting list in order.
struct LivingQueue: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "queue", abstract: HelpTexts.abstract("living.queue"))
    }

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let plan = try wiring.office(forReading: true).livingPlan(on: on)
        let texts = wiring.texts
        let json = JSONValue.array(
            plan.waiting.map {
                .object([
                    ("position", .number($0.position)), ("purpose", .text($0.place.purpose.rawValue)),
                    ("case", .text(String($0.person.number))), ("name", .text($0.person.name)),
                    ("since", .date($0.place.since)), ("wishes", .optional($0.place.wishes)),
                ])
            })
        wiring.print(
            Report(json) {
                var table = TextTable(
                    [
                        texts("living.column.position"), texts("living.column.purpose"), texts("living.column.since"),
                        texts("living.column.case"), texts("living.column.person"), texts("living.column.wishes"),
                    ], rightAligned: [0, 3])
                for waiter in plan.waiting {
                    table.append([
                        String(waiter.position), texts("living.purpose.\(waiter.place.purpose.rawValue)"),
                        waiter.place.since.dotted, String(waiter.person.number), waiter.person.name, waiter.place.wishes ?? "",
                    ])
                }
                return table.text(empty: texts("living.queue-empty"))
            }, as: format)
    }
}
