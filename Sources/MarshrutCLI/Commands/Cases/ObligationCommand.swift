import ArgumentParser
import Casework

/// `marshrut obligation N RULE`: a term waived, postponed, suspended or resumed, with a reason.
struct ObligationCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "obligation", abstract: HelpTexts.abstract("obligation"), discussion: HelpTexts.discussion("obligation"))
    }

    @OptionGroup var target: CaseArgument

    @Argument(help: HelpTexts.option("rule", value: "rule"))
    var rule: String

    @Flag(help: HelpTexts.option("waive"))
    var waive = false

    @Option(help: HelpTexts.option("postpone", value: "date"))
    var postpone: CivilDate?

    @Flag(help: HelpTexts.option("suspend"))
    var suspend = false

    @Flag(help: HelpTexts.option("resume"))
    var resume = false

    @Option(help: HelpTexts.option("reason", value: "text"))
    var reason: String

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        var chosen: [OverrideKind] = waive ? [.waived] : []
        if postpone != nil { chosen.append(.postponed) }
        if suspend { chosen.append(.suspended) }
        if resume { chosen.append(.resumed) }
        guard let decision = chosen.first, chosen.count == 1 else { throw CommandFailure.usage("usage.obligation-one") }
        let office = try wiring.office()
        let header = try office.caseFile(target.number).header
        // «notify» is a rule of the first of the case's acts that has one of that name.
        let named = office.acts(of: header).first(having: { act in
            act.obligations.first { $0.id == "\(act.id).\(self.rule)" }
        })
        let rule = named?.value.id ?? self.rule
        try office.perform(
            DecideObligation(rule: rule, decision: decision, until: postpone, reason: reason), on: target.number, as: format)
    }
}
