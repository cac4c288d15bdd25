import ArgumentParser
import CaseStore
import Casework
import MarshrutResources
import Regulations

/// `marshrut living`: flats of supported living, who lives where, who waits.
struct LivingCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "living", abstract: HelpTexts.abstract("living"), discussion: HelpTexts.discussion("living"),
            subcommands: [
                LivingFlats.self, LivingQueue.self, LivingPlace.self, LivingLeave.self, LivingWait.self, LivingFlatAdd.self,
                LivingRoomAdd.self,
            ], defaultSubcommand: LivingFlats.self)
    }
}

extension OfficeAtWork {
    /// The first act of the office that has rules of supported living.
    func livingAct() throws -> (Regulation, LivingRules) {
        for pack in packs { if let rules = pack.regulation.living { return (pack.regulation, rules) } }
        throw CommandFailure.refused("living.none")
    }

    /// The plan of a day.
    func livingPlan(on date: CivilDate? = nil) throws -> LivingPlan {
        let rules = try livingAct().1
        let records = try storing { () throws(StoreError) in try archive.livingRecords() }
        return LivingPlan(records, rules: rules, on: date ?? wiring.now.date)
    }

    /// The flat that somebody named, by name or identifier.
    func flat(_ text: String, in plan: LivingPlan) throws -> LivingFlat {
        let key = SearchKey.fold(text)
        let found = plan.flats.filter { SearchKey.fold($0.dwelling.name) == key || $0.dwelling.id.text == text }
        if found.count == 1 { return found[0] }
        throw CommandFailure.refused(
            found.isEmpty ? "living.flat-unknown" : "living.flat-ambiguous", text,
            plan.flats.map { found.count > 1 ? $0.dwelling.id.text : $0.dwelling.name }.joined(separator: ", "))
    }

    /// The room of a flat that somebody named.
    func room(_ text: String, of flat: LivingFlat) throws -> LivingRoom {
        let key = SearchKey.fold(text)
        if let room = flat.rooms.first(where: { SearchKey.fold($0.name) == key || $0.id.text == text }) { return room }
        throw CommandFailure.refused("living.room-unknown", text, flat.rooms.map(\.name).joined(separator: ", "))
    }

    /// Performs an order of supported living and tells what should be looked at afterwards.
    func perform(_ order: RecordEntry, on text: String, flat: RecordID?, as format: FormatOption) throws {
        let id = try caseID(text)
        var outcome = try performing { () throws(PerformError) in try archive.perform(order, on: id, context: context) }
        let plan = try livingPlan(on: order.on)
        outcome.findings += (plan.flats.first { $0.dwelling.id == flat }?.findings ?? []) + plan.houseFindings
        ActionReport(order.name, outcome, at: self).print(as: format)
    }
}
