import CaseworkTestSupport
import Testing

@testable import Casework

@Suite("The register's quality")
struct QualityReportTests {
    private func criterion(
        _ id: String, _ check: QualityCheck, aspect: QualityAspect = .completeness, weight: Int = 1, after: [EventPattern] = [],
        below: Int? = nil
    ) -> QualityCriterion {
        QualityCriterion(
            entry: PackEntry(id: id, title: id, basis: nil), aspect: aspect, weight: weight, check: check, after: after,
            below: below)
    }

    @Test("Shares are counted over the cases asked, scores by weight and aspect")
    func shares() throws {
        let desk = try TestCase(receivedOn: "2025-03-03")
        let act = try #require(desk.context.regulations.first)
        var report = QualityReport(
            criteria: [
                criterion("snils", .fact(.snils), weight: 3), criterion("curator", .fact(.curator)),
                criterion("survey", .event(EventPattern(.surveyRecorded)), after: [EventPattern(.meetingHeld)]),
                criterion("child", .fact(.representative), below: 1),
                criterion("terms", .fact(.terms), aspect: .timeliness),
            ], regulation: act, engine: desk.context.engine, now: "2025-03-04")
        var file = desk.file
        file.citizen.snils = nil
        file.header.curator = "ivanova"
        report.add(file)
        file.citizen.snils = try SNILS("112-233-445 95")
        report.add(file)
        file.header.closedOn = "2025-03-04"
        report.add(file)
        #expect(report.cases == 2)
        #expect(report.counts.map(\.asked) == [2, 2, 0, 0, 2])
        #expect(report.counts.map(\.met) == [1, 2, 0, 0, 2])
        #expect(report.counts[0].missing == [file.header.number])
        #expect(report.score(.completeness) == 62)  // (3 + 2) of (6 + 2)
        #expect(report.score(.timeliness) == 100)
        #expect(report.score() == 70)
        #expect(report.counts[2].percent == nil)
    }

    @Test("A missed term counts against timeliness from the day after")
    func terms() throws {
        let desk = try TestCase(receivedOn: "2025-03-03")
        let act = try #require(desk.context.regulations.first)
        let due = try #require(desk.context.engine.obligations(of: desk.file).first?.due.date)
        for (day, score) in [(due, 100), (due.adding(days: 1), 0)] {
            var report = QualityReport(
                criteria: [criterion("terms", .fact(.terms), aspect: .timeliness)], regulation: act, engine: desk.context.engine,
                now: CivilDateTime(day))
            report.add(desk.file)
            #expect(report.score() == score)
        }
    }
}
