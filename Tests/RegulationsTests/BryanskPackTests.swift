import Casework
import Testing

@testable import Regulations

@Suite("The Bryansk pack, 1206")
struct BryanskPackTests {
    private let act: ShippedAct

    init() throws { act = try ShippedAct("bryansk-1206") }

    @Test("The pack has no faults")
    func noFaults() { #expect(RegulationPack.check(act.pack.folder).isEmpty) }

    @Test(
        "An application is accepted in 15 minutes and decided in 10 calendar days (D-20, D-24)",
        arguments: [
            ("2025-03-12 14:15", "2025-03-12 14:30", "2025-03-22"), ("2025-03-12 23:50", "2025-03-13 00:05", "2025-03-22"),
            ("2025-02-20 09:00", "2025-02-20 09:15", "2025-03-02"), ("2026-12-29 10:00", "2026-12-29 10:15", "2027-01-08"),
        ])
    func application(received: String, accepted: String, decided: String) throws {
        #expect(try act.due("application-received", received) == ["accept": accepted, "decision": decided])
    }

    @Test(
        "Requests go out within one working day (D-21)",
        arguments: [("2025-03-12", "2025-03-13"), ("2025-04-30", "2025-05-05"), ("2025-12-30", "2026-01-12")])
    func requests(registered: String, due: String) throws {
        #expect(try act.due("application-registered", registered) == ["requests": due])
    }

    @Test("Answers by СМЭВ in 48 hours, others in 5 working days from delivery (D-22, D-23)")
    func answers() throws {
        #expect(try act.due("request-sent", "2025-03-12 10:00", ["via": "smev"]) == ["answer-smev": "2025-03-14 10:00"])
        #expect(try act.due("request-sent", "2025-03-12 10:00", ["via": "other"]).isEmpty)
        #expect(try act.due("request-delivered", "2025-04-28", ["via": "other"]) == ["answer-other": "2025-05-07"])
        #expect(try act.due("request-delivered", "2025-12-29", ["via": "other"]) == ["answer-other": "2026-01-15"])
        #expect(try act.due("request-delivered", "2025-04-28") == ["answer-other": "2025-05-07"])
    }

    @Test("A course of training is talked over after the recommended four months (D-27)")
    func training() throws {
        #expect(try act.due("training-started", "2025-10-31") == ["training": "2026-02-28"])
    }

    @Test("The fee is counted anew after a year (D-26)", arguments: [("2025-03-12", "2026-03-12"), ("2024-02-29", "2025-02-28")])
    func fee(decided: String, due: String) throws {
        #expect(try act.due("fee-decided", decided)["fee-yearly"] == due)
    }

    @Test(
        "A lawful answer may come after the decision is due (X-BRY-05)",
        arguments: [("2026-12-29", "2027-01-15"), ("2025-03-12", nil), ("2025-04-25", "2025-05-07")] as [(String, String?)])
    func conflict(received: String, answer: String?) throws {
        let warnings = act.engine().warnings(
            for: "bryansk-1206.decision", after: CivilDateTime(try #require(CivilDate(iso: received))))
        #expect(warnings.first?.chainEnds.iso == answer)
        #expect(warnings.first?.conflict.reading == (answer == nil ? nil : "X-BRY-05"))
        #expect(act.engine().warnings(for: "bryansk-1206.accept", after: CivilDateTime(CivilDate(iso: received)!)).isEmpty)
    }

    @Test(
        "Disabled adults who cannot live alone and are recognised as needing it",
        arguments: [
            ("2007-03-12", DisabilityStatus.group1, true, true, "supported-living"), ("2007-03-13", .group1, true, true, ""),
            ("1950-01-01", .group3, true, true, "supported-living"), ("1950-01-01", .none, true, true, ""),
            ("1990-01-01", .group2, false, true, ""), ("1990-01-01", .group2, true, false, ""),
            ("1990-01-01", .limitedHealth, true, true, ""),
        ])
    func category(born: String, status: DisabilityStatus, dependent: Bool, recognised: Bool, expected: String) throws {
        let flags = (dependent ? [CitizenFlag.cannotLiveAlone] : []) + (recognised ? [.needsRecognised] : [])
        #expect(try act.category(born: born, status, flags: flags) == expected)
    }

    @Test("A fee decided anew fulfils the year of the one before, not its own")
    func feeAgain() throws {
        let found = try act.obligations("fee-yearly", [("fee-decision", "2025-03-12", [:]), ("fee-decision", "2026-03-10", [:])])
        #expect(found.map(\.due.date.iso) == ["2026-03-12", "2027-03-10"])
        #expect(found.map(\.fulfilledAt?.date.iso) == ["2026-03-10", nil])
    }

    @Test("Rehabilitation ends no later than the ИПРА recommends (D-25); its own record fulfils it")
    func rehabilitation() throws {
        let found = try act.obligations(
            "rehabilitation",
            [
                ("rehabilitation", "2025-03-12", ["until": "2025-12-31"]),
                ("rehabilitation", "2025-04-01", ["until": "2026-02-28", "received": "2025-05-20"]),
            ])
        #expect(found.map(\.due.date.iso) == ["2025-12-31", "2026-02-28"])
        #expect(found.map(\.fulfilledAt?.date.iso) == [nil, "2025-05-20"])
    }

    @Test("Two grounds of refusal and six of termination")
    func grounds() throws {
        let entries = act.pack.regulation.entryKinds
        let refusal = try #require(entries.first { $0.entry.id == "refusal" })
        #expect(refusal.fields.first { $0.entry.id == "ground" }?.choices.count == 2)
        let printed = act.pack.regulation.closingGrounds.compactMap(\.basis?.point)
        #expect(printed == (1...6).map { "36-1.\($0)" })
        let request = try #require(entries.first { $0.entry.id == "request" })
        #expect(request.fields.first { $0.entry.id == "subject" }?.choices.count == 6)
    }

    @Test("Points as printed")
    func points() {
        let expected = [
            "accept": "15", "requests": "15", "answer-smev": "15", "answer-other": "15", "decision": "14", "fee-yearly": "29",
            "service-act": "34",
        ]
        for (rule, point) in expected { #expect(act.point(rule) == point, "\(rule)") }
    }

    @Test("An office that takes 7 for the norm of a flat is not warned at 6 (X-BRY-02)")
    func normOfAFlat() {
        let written = act.pack.written
        let norm = { (readings: [String: String]) in written.read(with: readings).living?.limit(.groupTo).value }
        #expect(norm([:]) == 5)
        #expect(norm(["X-BRY-02": "five"]) == 5)
        #expect(norm(["X-BRY-02": "seven"]) == 7)
        #expect(written.read(with: ["X-BRY-02": "seven"]).living?.limit(.flatMost).value == 7)
    }
}
