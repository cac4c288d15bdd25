import CaseStore
import Casework
import Regulations

// The office's own work: periodic duties, the region's plan, the register's quality.
extension Session {
    /// The day from which the office answers for its duties.
    var firstDay: CivilDate { ((try? archive.firstDay()) ?? nil) ?? today }

    /// The marks on duties and plans.
    func officeMarks() -> [OfficeEntry] {
        do throws(StoreError) {
            return try archive.officeEntries(kind: OwnEntryKind.dutyDone) + archive.officeEntries(kind: OwnEntryKind.planItem)
        } catch {
            complain(error)
            return []
        }
    }

    /// What is pressing: every overdue duty, the earliest first, then the next one of each rule.
    func pressingDuties() -> [OfficeDuty] {
        let marks = officeMarks()
        let start = firstDay
        let today = today
        return regulations.flatMap {
            $0.pressingDuties(since: start, on: today, marks: marks, calendar: calendar, office: office)
        }
        .sorted { ($0.duty.due.at.date, $0.id) < ($1.duty.due.at.date, $1.id) }
    }

    /// The plan that is shown: that of this year, else the latest; nil where the acts have none.
    func plan() -> (pack: RegulationPack, plan: RegionalPlan)? {
        let plans = packs.flatMap { pack in pack.plans.map { (pack: pack, plan: $0) } }.sorted { $0.plan.year < $1.plan.year }
        return plans.last { $0.plan.year == today.year } ?? plans.last
    }

    /// How the items of a plan stand today.
    func standing(of plan: RegionalPlan, _ pack: RegulationPack) -> [PlanItemStanding] {
        plan.standing(
            entries: officeMarks(), under: pack.regulation, since: firstDay, on: today, calendar: calendar, office: office)
    }

    /// Counts the register's quality away from the loop; nil where the acts have no criteria.
    func qualityReader(curator: String?) -> (@Sendable () -> QualityReport)? {
        guard let pack = packs.first(where: { !$0.quality.isEmpty }) else { return nil }
        let report = QualityReport(criteria: pack.quality, regulation: pack.regulation, engine: engine, now: now)
        return { [archive] in
            var report = report
            try? archive.eachOpenCase(curator: curator) { file in
                report.add(file)
                return true
            }
            return report
        }
    }

    /// Records an entry of the office's own journal; says what happened.
    func save(_ order: OfficeRecord, over id: RecordID? = nil, saying what: String) -> SaveOutcome {
        do throws(PerformError) {
            let done = try archive.record(order, over: id, context: context())
            undoableEntry = done.sequence
            say(texts("status.saved", what), .done)
            return .saved
        } catch {
            return .rejected(["": words(error)])
        }
    }
}
