import ArgumentParser
import Casework

/// `marshrut living place N`: a person moves in.
struct LivingPlace: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "place", abstract: HelpTexts.abstract("living.place"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("living-flat", value: "name|id"))
    var flat: String

    @Option(help: HelpTexts.option("living-room", value: "name|id"))
    var room: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Flag(help: HelpTexts.option("group-consent"))
    var groupConsent = false

    @Flag(help: HelpTexts.option("share-consent"))
    var shareConsent = false

    @Option(help: HelpTexts.option("living-level", value: "1…4"))
    var level: Int?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let date = on ?? wiring.now.date
        let flat = try office.flat(flat, in: office.livingPlan(on: date))
        let order = LivingOrders.place(
            in: flat.dwelling, room: try room.map { try office.room($0, of: flat) }, on: date, agreesToGroup: groupConsent,
            agreesToShare: shareConsent, level: level)
        try office.perform(order, on: target.number, flat: flat.dwelling.id, as: format)
    }
}

/// `marshrut living leave N`: a person moves out.
struct LivingLeave: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "leave", abstract: HelpTexts.abstract("living.leave"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("living-reason", value: "text"))
    var reason: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let file = try office.caseFile(target.number)
        guard let order = LivingOrders.leave(file, on: on ?? wiring.now.date, reason: reason) else {
            throw CommandFailure.refused("living.lives-nowhere", target.number)
        }
        try office.perform(order, on: target.number, flat: order.values["dwelling"].flatMap { RecordID($0) }, as: format)
    }
}

/// `marshrut living wait N`: a person goes on the waiting list, or off it.
struct LivingWait: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "wait", abstract: HelpTexts.abstract("living.wait"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("living-purpose", value: "permanent|training"))
    var purpose: LivingPurpose = .permanent

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("living-wishes", value: "text"))
    var wishes: String?

    @Flag(help: HelpTexts.option("living-off"))
    var off = false

    @Option(help: HelpTexts.option("living-reason", value: "text"))
    var reason: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let date = on ?? wiring.now.date
        if off {
            guard let order = LivingOrders.stopWaiting(try office.caseFile(target.number), on: date, reason: reason) else {
                throw CommandFailure.refused("living.waits-not", target.number)
            }
            return try office.perform(order, on: target.number, flat: nil, as: format)
        }
        let order = LivingOrders.wait(for: purpose, regulation: try office.livingAct().0.id, on: date, wishes: wishes)
        try office.perform(order, on: target.number, flat: nil, as: format)
    }
}

extension LivingPurpose: ExpressibleByArgument {}
extension LivingForm: ExpressibleByArgument {}
