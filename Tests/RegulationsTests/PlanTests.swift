import Casework
import CaseworkTestSupport
import MarshrutResources
import Testing

@testable import Regulations

@Suite("The road map for 2025, 06-53-4/25")
struct PlanTests {
    private let pack: RegulationPack
    private let plan: RegionalPlan

    init() throws {
        pack = try RegulationPack.load(ResourceFolder.path("Regulations", "irkutsk-414r"))
        plan = try #require(pack.plans.first)
    }

    @Test("Thirty items in four sections, each with who must do it")
    func items() {
        #expect(plan.year == 2025 && pack.plans.count == 1)
        #expect(plan.sections.map(\.id) == ["1", "2", "3", "4"])
        let counts = [1: 9, 2: 5, 3: 10, 4: 6]
        let numbers = (1...4).flatMap { section in (1...(counts[section] ?? 0)).map { "\(section).\($0)" } }
        #expect(plan.items.map(\.number) == numbers)
        for item in plan.items {
            #expect(!item.responsible.isEmpty && !item.title.isEmpty && !item.parts.isEmpty, "\(item.number)")
            #expect(item.printedTerm.isEmpty == (item.number == "4.1"), "\(item.number)")
            #expect(item.basis == LegalBasis(act: "06-53-4/25", point: item.number))
        }
    }

    @Test(
        "Terms of the parts",
        arguments: [
            ("1.1", PlanTerm.duringYear, "2025-12-31"), ("1.2.1", .until("2025-03-01"), "2025-03-01"), ("1.2.2", .constantly, ""),
            ("1.3", .until("2025-02-15"), "2025-02-15"), ("1.8", .each(.month), ""), ("1.9.1", .month(2), "2025-02-28"),
            ("1.9.2", .each(.quarter), ""), ("2.4", .quarters([2, 3, 4]), "2025-12-31"),
            ("3.1", .until("2025-04-01"), "2025-04-01"),
            ("3.2", .until("2025-03-01"), "2025-03-01"), ("3.8", .month(12), "2025-12-31"), ("3.9", .quarters([2]), "2025-06-30"),
            ("4.1", .missing, ""), ("4.4", .quarters([2, 4]), "2025-12-31"), ("4.6", .each(.halfYear), ""),
        ])
    func terms(number: String, term: PlanTerm, lastDay: String) throws {
        let part = try #require(plan.item(number)?.parts.first { $0.number == number })
        #expect(part.term == term)
        #expect(part.term.lastDay(year: plan.year)?.iso ?? "" == lastDay)
    }

    private func status(_ number: String, _ today: CivilDate, _ marks: [PlanMark] = [], _ duties: [ObligationState] = [])
        -> String
    {
        let rule = plan.item(number)?.parts.compactMap(\.obligation).first ?? ""
        let standing = plan.standing(marks: marks, duties: [rule: duties], today: today)
        return standing.first { $0.item.number == number }?.status.rawValue ?? ""
    }

    @Test("An item is late the day after its term, and done once it is marked")
    func boundaries() {
        #expect(status("1.3", "2025-02-15") == "not-begun")
        #expect(status("1.3", "2025-02-16") == "late")
        #expect(status("1.3", "2025-02-16", [PlanMark(number: "1.3", status: .done, on: "2025-02-16")]) == "done")
        #expect(status("1.1", "2025-12-31", [PlanMark(number: "1.1", status: .inWork, on: "2025-02-16")]) == "in-work")
        #expect(status("1.1", "2026-01-01", [PlanMark(number: "1.1", status: .inWork, on: "2025-02-16")]) == "late")
        #expect(status("4.1", "2030-01-01") == "not-begun")
    }

    @Test("Parts are marked one by one or all at once")
    func parts() {
        let first = PlanMark(number: "1.2.1", status: .done, on: "2025-02-20")
        #expect(status("1.2", "2025-03-02") == "late")
        #expect(status("1.2", "2025-03-02", [first]) == "in-work")
        #expect(status("1.2", "2025-03-02", [PlanMark(number: "1.2", status: .done, on: "2025-02-20")]) == "done")
        #expect(
            status("1.2", "2025-02-02", [first, PlanMark(number: "1.2.1", status: .notBegun, on: "2025-02-21")]) == "not-begun")
    }

    @Test("What returns follows its periods")
    func periods() {
        #expect(status("1.8", "2025-03-01", [], [.open, .open]) == "not-begun")
        #expect(status("1.8", "2025-03-01", [], [.done, .open]) == "in-work")
        #expect(status("1.8", "2025-03-01", [], [.done, .overdue]) == "late")
        #expect(status("1.8", "2025-03-01", [], [.done, .late]) == "done")
    }

    @Test("Criteria of quality are there, of both aspects")
    func quality() {
        #expect(Set(pack.quality.map(\.aspect)) == Set(QualityAspect.allCases))
        #expect(pack.quality.map(\.entry.id).contains("snils"))
    }
}
