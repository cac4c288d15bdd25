import ArgumentParser
import CaseStore
import Casework
import MarshrutResources
import Regulations

/// `marshrut fee`: what a person pays a month, with the arithmetic; kept in the case, or tried without one.
struct FeeCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "fee", abstract: HelpTexts.abstract("fee"), discussion: HelpTexts.discussion("fee"))
    }

    @Argument(help: HelpTexts.option("case", value: "case"))
    var number: String?

    @Flag(name: .customLong("try"), help: HelpTexts.option("fee-try"))
    var isTrial = false

    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("fee-income", value: "sum"))
    var income: Money?

    @Option(help: HelpTexts.option("fee-limit", value: "sum"))
    var limit: Money?

    @Option(help: HelpTexts.option("fee-category", value: "id"))
    var category: String?

    @Option(help: HelpTexts.option("fee-service", value: "key=count@tariff"))
    var service: [FeeService] = []

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard isTrial == (number == nil) else { throw CommandFailure.usage("usage.fee-case") }
        let order = DecideFee(on: on ?? wiring.now.date, income: income, limit: limit, category: category, services: service)
        if let number { return try keep(order, in: number, wiring) }
        let packs = try wiring.packs(regulation.map { [$0] } ?? [])
        guard let pack = packs.first(where: { $0.regulation.fees != nil }), let rules = pack.regulation.fees else {
            throw Refusal("fee.no-rules")
        }
        let view = FeeView(fee: try order.decision(rules), pack: pack, rules: rules, texts: wiring.texts)
        try view.checkServices()
        wiring.print(Report(.object(view.members)) { view.text }, as: format)
    }

    private func keep(_ order: DecideFee, in number: String, _ wiring: Wiring) throws {
        let office = try wiring.office()
        let id = try office.caseID(number)
        let file = try office.caseFile(number)
        let packs = file.header.regulations.compactMap { id in office.packs.first { $0.id == id } }
        guard let pack = packs.first(where: { $0.regulation.fees != nil }), let rules = pack.regulation.fees else {
            throw Refusal("fee.no-rules")
        }
        let view = FeeView(fee: try order.decision(rules), pack: pack, rules: rules, texts: wiring.texts)
        try view.checkServices()
        let outcome = try office.performing { () throws(PerformError) in
            try office.archive.perform(order, on: id, context: office.context)
        }
        let json = JSONValue.object(
            [("case", .text(String(outcome.file.header.number))), ("entry", .number(outcome.entry))] + view.members)
        wiring.print(
            Report(json) {
                view.text + "\n"
                    + wiring.texts(
                        "done.line", String(outcome.file.header.number), wiring.texts("done.decide-fee"), String(outcome.entry))
                    + "\n"
            }, as: format)
    }
}

/// A fee for programs and for people.
struct FeeView {
    let fee: FeeDecision
    let pack: RegulationPack
    let rules: FeeRules
    let texts: Texts

    /// Refuses a service that the act's table does not have.
    func checkServices() throws {
        guard let known = pack.standards?.services.map(\.key) else { return }
        for service in fee.services where !known.contains(service.key) {
            throw CommandFailure.usage("usage.service-unknown", service.key, known.joined(separator: ", "))
        }
    }

    private func title(_ key: String) -> String { pack.standards?.services.first { $0.key == key }?.title ?? key }

    /// The decision with its arithmetic; sums as texts, so that no program makes fractions of kopecks out of them.
    var members: [(String, JSONValue)] {
        [
            ("mode", .text(fee.mode.rawValue)), ("fee", .text(fee.fee.plain)), ("income", .text(fee.income.plain)),
            ("limit", .text(fee.limit.plain)), ("category", .optional(fee.category)), ("tariffs", .text(fee.tariffSum.plain)),
            ("cap", .optional(fee.cap?.plain)),
            (
                "services",
                .array(
                    fee.services.map {
                        .object([
                            ("key", .text($0.key)), ("title", .text(title($0.key))), ("count", .number($0.count)),
                            ("tariff", .text($0.tariff.plain)), ("price", .text($0.price.plain)),
                        ])
                    })
            ),
            (
                "steps",
                .array(
                    fee.steps.map {
                        .object([
                            ("step", .text($0.kind.rawValue)), ("text", .text(words($0))), ("formula", .text($0.formula)),
                            ("basis", .basis($0.basis)),
                        ])
                    })
            ),
        ]
    }

    private func words(_ step: FeeStep) -> String {
        texts.feeStep(step, titles: { subject in rules.freeCategories.first { $0.id == subject }?.title ?? title(subject) })
    }

    /// The arithmetic, then the result.
    var text: String {
        let lines = fee.steps.map { step in
            let point = step.basis.map { " (\(texts.basis($0)))" } ?? ""
            return words(step) + point
        }
        return (lines + [texts("fee.result.\(fee.mode.rawValue)", fee.fee.grouped)]).joined(separator: "\n") + "\n"
    }
}

extension Money: ExpressibleByArgument {
    /// Reads a sum; nil when it is none.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension FeeService: ExpressibleByArgument {
    /// Reads `S1-2=30@120,50`; nil when it is none.
    public init?(argument: String) {
        self.init(argument)
    }
}
