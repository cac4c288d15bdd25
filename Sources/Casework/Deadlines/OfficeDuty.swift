/// A periodic duty of the office with the mark that it was done, where there is one.
public struct OfficeDuty: Hashable, Sendable, Identifiable {
    /// The duty.
    public var duty: PeriodicDuty
    /// The last mark on it: an office entry of the kind ``OwnEntryKind/dutyDone``.
    public var mark: OfficeEntry?

    /// A duty and its mark.
    public init(_ duty: PeriodicDuty, mark: OfficeEntry? = nil) {
        self.duty = duty
        self.mark = mark
    }

    /// The rule's full id and the period.
    public var id: String { duty.id }

    /// How it stands on a day.
    public func state(on today: CivilDate) -> ObligationState {
        if let mark { return mark.on > duty.due.at.date ? .late : .done }
        return today > duty.due.at.date ? .overdue : .open
    }
}

extension Regulation {
    /// The office's periodic duties under the act due from `start` to `end`, by date, each with its mark.
    /// - Parameter marks: the office's entries of the kind ``OwnEntryKind/dutyDone``; those of other acts are passed over.
    public func officeDuties(
        due span: ClosedRange<CivilDate>, marks: [OfficeEntry], calendar: ProductionCalendar, office: OfficeSettings
    ) -> [OfficeDuty] {
        var byDuty: [String: OfficeEntry] = [:]
        for mark in marks where mark.regulation == id && mark.entryKind == OwnEntryKind.dutyDone {
            byDuty["\(mark.values["rule"] ?? "") \(mark.values["period"] ?? "")"] = mark
        }
        return PeriodicDuty.all(of: self, due: span, calendar: calendar, office: office)
            .map { OfficeDuty($0, mark: byDuty[$0.id]) }
    }

    /// What the desk shows: every duty since `start` that is still to be done and overdue, and the next one of each rule
    /// that is not done. Overdue ones come first, then by date.
    public func pressingDuties(
        since start: CivilDate, on today: CivilDate, marks: [OfficeEntry], calendar: ProductionCalendar, office: OfficeSettings
    ) -> [OfficeDuty] {
        let first = min(start, today)
        var seen: Set<String> = []
        return officeDuties(due: first...today.adding(months: 15), marks: marks, calendar: calendar, office: office)
            .filter { duty in
                switch duty.state(on: today) {
                case .overdue: true
                case .open: seen.insert(duty.duty.rule.id).inserted
                default: false
                }
            }
    }
}

extension RegionalPlan {
    /// How the items stand on a day, from the office's own journal.
    /// - Parameters:
    ///   - entries: the office's entries of the kinds ``OwnEntryKind/planItem`` and ``OwnEntryKind/dutyDone``.
    ///   - start: the day from which the office keeps its journal; duties due before it are not asked for.
    public func standing(
        entries: [OfficeEntry], under regulation: Regulation, since start: CivilDate, on today: CivilDate,
        calendar: ProductionCalendar, office: OfficeSettings
    ) -> [PlanItemStanding] {
        let marks = entries.filter { $0.entryKind == OwnEntryKind.planItem && $0.values["plan"] == id }.compactMap { entry in
            entry.values["status"].flatMap(PlanStatus.init).map {
                PlanMark(number: entry.values["number"] ?? "", status: $0, on: entry.on, note: entry.values["note"])
            }
        }
        var duties: [String: [ObligationState]] = [:]
        if let first = CivilDate(year: year, month: 1, day: 1) {
            let span = max(first, min(start, first.adding(months: 24)))...first.adding(months: 24)
            for duty in regulation.officeDuties(due: span, marks: entries, calendar: calendar, office: office)
            where duty.duty.period.hasPrefix("\(year)") {
                duties[duty.duty.rule.id, default: []].append(duty.state(on: today))
            }
        }
        return standing(marks: marks, duties: duties, today: today)
    }
}

extension PeriodicDuty {
    /// The order to mark the duty as done.
    public func done(on day: CivilDate, note: String?) -> OfficeRecord {
        var values = ["rule": rule.id, "period": period]
        values["note"] = note
        // A rule's id is the pack's id, a dot and its own.
        let regulation = rule.id.prefix { $0 != "." }
        return OfficeRecord(kind: OwnEntryKind.dutyDone, regulation: String(regulation), on: day, values: values)
    }
}

extension RegionalPlan {
    /// The order to mark an item, or a part of it.
    public func mark(
        _ number: String, _ status: PlanStatus, on day: CivilDate, note: String?, regulation: String
    ) -> OfficeRecord {
        var values = ["plan": id, "number": number, "status": status.rawValue]
        values["note"] = note
        return OfficeRecord(kind: OwnEntryKind.planItem, regulation: regulation, on: day, values: values)
    }
}
