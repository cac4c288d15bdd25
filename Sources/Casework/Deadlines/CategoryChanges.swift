extension CaseFile {
    /// What the calendar brings to the case under an act: the birthdays that take the person to another category.
    ///
    /// Counted from the last signal under the act. A change further on is awaited only once the case has lived to the one
    /// before it: a case of a child of two says nothing yet about the year of sixty.
    public func calendarEvents(under regulation: Regulation) -> [CaseEvent] {
        guard let start = referrals.filter({ $0.regulation == regulation.id }).map(\.receivedOn).max() else { return [] }
        let lastFact = events.map(\.at.date).max() ?? start
        var result: [CaseEvent] = []
        for birthday in regulation.categoryBirthdays(of: citizen) where birthday.on > start {
            if let previous = result.last, lastFact < previous.at.date { break }
            let from = regulation.category(of: citizen, on: birthday.on.adding(days: -1))?.entry.id ?? Regulation.noCategory
            let to = regulation.category(of: citizen, on: birthday.on)?.entry.id ?? Regulation.noCategory
            if from == to { continue }
            // One record for each birthday, the same on every reading: a decision on the duty must find it again.
            let id = RecordID(high: header.id.high, low: header.id.low ^ UInt64(birthday.age + 1))
            result.append(
                CaseEvent(
                    .categoryChanges, at: CivilDateTime(birthday.on), recordID: id,
                    attributes: ["from": from, "to": to, "regulation": regulation.id]))
        }
        return result
    }
}
