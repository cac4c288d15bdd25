import Casework
import CaseworkTestSupport
import Testing

@Suite("The month's fee, BRY п. 29–32")
struct FeeDecisionTests {
    /// Income, limit, services and what comes of them; sums in roubles.
    struct Row: Sendable, CustomTestStringConvertible {
        var what: String
        var income: String
        var limit: String
        var services: [String] = []
        var mode: FeeMode
        var fee: String
        var cap: String?
        var testDescription: String { what }
    }

    static let rows: [Row] = [
        Row(what: "income below the limit", income: "17999.99", limit: "18000", services: ["S1-2=4@100"], mode: .free, fee: "0"),
        Row(what: "income at the limit", income: "18000", limit: "18000", services: ["S1-2=4@100"], mode: .free, fee: "0"),
        Row(
            what: "a kopeck above: half of it rounds up", income: "18000.01", limit: "18000", services: ["S1-2=4@100"],
            mode: .partial, fee: "0.01", cap: "0.01"),
        Row(
            what: "two kopecks above", income: "18000.02", limit: "18000", services: ["S1-2=4@100"], mode: .partial, fee: "0.01",
            cap: "0.01"),
        Row(
            what: "three kopecks above: one and a half rounds up", income: "18000.03", limit: "18000", services: ["S1-2=4@100"],
            mode: .partial, fee: "0.02", cap: "0.02"),
        Row(
            what: "tariffs below the cap", income: "19000", limit: "18000", services: ["S1-2=4@100", "S2-4=1@99.99"],
            mode: .full, fee: "499.99", cap: "500"),
        Row(
            what: "tariffs equal to the cap are the whole fee", income: "19000", limit: "18000",
            services: ["S1-2=4@100", "S2-4=1@100"], mode: .full, fee: "500", cap: "500"),
        Row(
            what: "tariffs a kopeck above the cap", income: "19000", limit: "18000", services: ["S1-2=4@100", "S2-4=1@100.01"],
            mode: .partial, fee: "500", cap: "500"),
        Row(what: "no services", income: "19000", limit: "18000", mode: .full, fee: "0", cap: "500"),
        Row(
            what: "a service not given", income: "19000", limit: "18000", services: ["S1-2=0@100"], mode: .full, fee: "0",
            cap: "500"),
        Row(what: "no income at all", income: "0", limit: "0", services: ["S1-2=1@100"], mode: .free, fee: "0"),
    ]

    @Test("Free up to the limit, above it the smaller of tariffs and half the difference", arguments: rows)
    func decision(row: Row) throws {
        let decision = FeeDecision(
            income: try #require(Money(row.income)), limit: try #require(Money(row.limit)),
            services: try row.services.map { try #require(FeeService($0)) }, rules: .test)
        #expect(decision.mode == row.mode)
        #expect(decision.fee == Money(row.fee))
        #expect(decision.cap == row.cap.flatMap { Money($0) })
    }

    @Test("A category is free whatever the income")
    func category() throws {
        let decision = FeeDecision(
            income: try #require(Money("90000")), limit: .zero, category: "emergency", services: [], rules: .test)
        #expect(decision.mode == .free && decision.fee == .zero && decision.steps.map(\.kind) == [.category])
    }

    @Test("The arithmetic can be read line by line")
    func steps() throws {
        let decision = FeeDecision(
            income: try #require(Money("21500")), limit: try #require(Money("18000")),
            services: [try #require(FeeService("S1-2=12@150,50"))], rules: .test)
        #expect(
            decision.steps.map { $0.formula.replacingOccurrences(of: "\u{a0}", with: " ") } == [
                "21 500,00 > 18 000,00", "12 × 150,50 = 1 806,00", "1 806,00",
                "50 % × (21 500,00 − 18 000,00) = 1 750,00", "min(1 806,00; 1 750,00) = 1 750,00",
            ])
    }

    @Test("The decision is kept in the case with its arithmetic, and every one anew")
    func kept() throws {
        var desk = try TestCase(regulations: [.withFees])
        let order = DecideFee(
            on: "2025-03-05", income: Money("21500"), limit: Money("18000"),
            services: [try #require(FeeService("S1-2=12@150,50"))])
        try desk.perform(order)
        var later = order
        later.on = "2025-03-07"
        try desk.on("2025-03-07", later)
        let entries = desk.file.entries.filter { $0.entryKind == FeeRules.entryKind }
        #expect(entries.count == 2)
        #expect(entries.first?.values["fee"] == "1750.00")
        #expect(entries.first?.values["services"] == "S1-2=12@150.50")
        #expect(entries.first?.values["arithmetic"]?.contains("S1-2: 12 × 150,50") == true)
        #expect(desk.findings.map(\.code) == ["fee.partial"])
        let events = desk.file.events(under: [.withFees]).filter { $0.name.rawValue == "fee-decided" }
        #expect(events.map(\.at.date) == ["2025-03-05", "2025-03-07"])
    }

    @Test(
        "What is no service of a month is not read",
        arguments: [
            "", "S1-2", "S1-2=", "=1@2", "S1-2=1", "S1-2=@2", "S1-2=-1@2", "S1-2=1@", "S1-2=1@2@3", "S1-2=9001@1", "S1-2=1@1.234",
        ])
    func badService(text: String) { #expect(FeeService(text) == nil) }
}
