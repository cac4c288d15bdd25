import ArgumentParser
import CaseStore
import Casework

/// `marshrut living flat NAME`: a new flat.
struct LivingFlatAdd: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "flat", abstract: HelpTexts.abstract("living.flat"))
    }

    @Argument(help: HelpTexts.option("living-name", value: "name"))
    var name: String

    @Option(help: HelpTexts.option("living-address", value: "text"))
    var address: String

    @Option(help: HelpTexts.option("living-building", value: "text"))
    var building: String?

    @Option(help: HelpTexts.option("living-neighbours", value: "text"))
    var neighbours: String?

    @Option(help: HelpTexts.option("living-form", value: "group|individual"))
    var form: LivingForm = .group

    @Option(help: HelpTexts.option("living-purpose", value: "permanent|training"))
    var purpose: LivingPurpose = .permanent

    @Option(help: HelpTexts.option("living-housing", value: "own|state|provider"))
    var housing: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        var values = ["name": name, "address": address, "form": form.rawValue, "purpose": purpose.rawValue]
        values["building"] = building
        values["neighbours"] = neighbours
        values["housing"] = housing
        try wiring.office().record(.dwelling, values, on: on ?? wiring.now.date, as: format)
    }
}

/// `marshrut living room NAME`: a new room of a flat.
struct LivingRoomAdd: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "room", abstract: HelpTexts.abstract("living.room"))
    }

    @Argument(help: HelpTexts.option("living-name", value: "name"))
    var name: String

    @Option(help: HelpTexts.option("living-flat", value: "name|id"))
    var flat: String

    @Option(help: HelpTexts.option("living-places", value: "number"))
    var places = 1

    @Option(help: HelpTexts.option("living-area", value: "number"))
    var area: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let date = on ?? wiring.now.date
        let flat = try office.flat(flat, in: office.livingPlan(on: date))
        var values = ["name": name, "dwelling": flat.dwelling.id.text, "places": String(places)]
        values["area"] = area
        try office.record(.room, values, on: date, as: format)
    }
}

extension OfficeAtWork {
    /// Records a flat or a room and prints what was done.
    fileprivate func record(
        _ kind: LivingEntryKind, _ values: [String: String], on date: CivilDate, as format: FormatOption
    ) throws {
        let order = OfficeRecord(kind: kind.rawValue, regulation: try livingAct().0.id, on: date, values: values)
        let written = try performing { () throws(PerformError) in try archive.record(order, context: context) }
        let json = JSONValue.object([("id", .text(written.entry.id.text)), ("entry", .number(written.sequence))])
        wiring.print(Report(json) { texts("living.recorded", values["name"] ?? "", String(written.sequence)) + "\n" }, as: format)
    }
}
