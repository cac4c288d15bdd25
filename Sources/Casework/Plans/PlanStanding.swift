/// How an item of a plan stands.
public enum PlanStatus: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing is marked.
    case notBegun = "not-begun"
    /// Begun.
    case inWork = "in-work"
    /// Done.
    case done
    /// Not done, and its day has passed.
    case late

    /// The order in which an item's parts speak for the whole: the worst last.
    private var weight: Int {
        switch self {
        case .done: 0
        case .notBegun: 1
        case .inWork: 2
        case .late: 3
        }
    }

    /// Worse comes later.
    public static func < (left: PlanStatus, right: PlanStatus) -> Bool { left.weight < right.weight }
}

/// What the office marked on a plan: an item or a part of it, and how it stands.
public struct PlanMark: Hashable, Sendable {
    /// The number of the item or of the part.
    public var number: String
    /// What was marked.
    public var status: PlanStatus
    /// The day.
    public var on: CivilDate
    /// A note.
    public var note: String?

    /// A mark.
    public init(number: String, status: PlanStatus, on: CivilDate, note: String? = nil) {
        self.number = number
        self.status = status
        self.on = on
        self.note = note
    }
}

/// How one part of an item stands on a day.
public struct PlanPartStanding: Hashable, Sendable {
    /// The part.
    public var part: PlanPart
    /// How it stands.
    public var status: PlanStatus
    /// Its last day, where it has one.
    public var lastDay: CivilDate?
    /// The last mark on it.
    public var mark: PlanMark?
}

/// How an item of a plan stands on a day.
public struct PlanItemStanding: Hashable, Sendable {
    /// The item.
    public var item: PlanItem
    /// Its parts.
    public var parts: [PlanPartStanding]

    /// How the whole stands: done when every part is, late when one is, in work when something is begun.
    public var status: PlanStatus {
        let statuses = parts.map(\.status)
        let worst = statuses.max() ?? .notBegun
        // One part done and the other not yet begun: the item is in work.
        return worst == .notBegun && statuses.contains(.done) ? .inWork : worst
    }

    /// The nearest last day among the parts still to be done.
    public var nextDay: CivilDate? { parts.filter { $0.status != .done }.compactMap(\.lastDay).min() }
    /// The last mark on any part.
    public var mark: PlanMark? { parts.compactMap(\.mark).max { $0.on < $1.on } }
}

extension RegionalPlan {
    /// How the items stand on a day.
    /// - Parameters:
    ///   - marks: what the office marked, in the order made; the last one on a part counts.
    ///   - duties: how the periods of this plan's year stand, by the full id of the obligation.
    public func standing(marks: [PlanMark], duties: [String: [ObligationState]], today: CivilDate) -> [PlanItemStanding] {
        items.map { item in
            PlanItemStanding(
                item: item,
                parts: item.parts.map { part in
                    let mark = marks.last { $0.number == part.number || $0.number == item.number }
                    let periods = part.obligation.flatMap { duties[$0] } ?? []
                    let lastDay = part.term.lastDay(year: year)
                    return PlanPartStanding(
                        part: part, status: status(mark, lastDay: lastDay, periods: periods, today: today), lastDay: lastDay,
                        mark: mark)
                })
        }
    }

    /// A mark «done» ends the matter; a part with obligations follows them until then.
    private func status(_ mark: PlanMark?, lastDay: CivilDate?, periods: [ObligationState], today: CivilDate) -> PlanStatus {
        if mark?.status == .done { return .done }
        if let lastDay, lastDay < today { return .late }
        if periods.contains(.overdue) { return .late }
        let handedIn = periods.count { $0 == .done || $0 == .late }
        if handedIn > 0 { return handedIn == periods.count ? .done : .inWork }
        return mark?.status == .inWork ? .inWork : .notBegun
    }
}
