import Casework

/// How due dates follow from events.
extension PackReader {
    static let dueKeys = [
        "workingDays", "calendarDays", "hours", "minutes", "months", "years", "dayOfNextMonth", "dayAfterQuarter",
        "dayAfterHalfYear", "lastDayOfMonth", "lastDayOfNextMonth", "dayOfYear", "term", "beforeEnd", "daysBefore", "officeTerm",
        "officeDaysBefore", "earliest", "latest", "dateOf",
    ]

    /// `sameDay`, or a mapping of one key, such as `{workingDays: 5}`.
    func dueRule(_ value: Located) -> DueRule? {
        if case .scalar(let scalar) = value.node {
            if scalar.string == "sameDay" { return .sameDay }
            faults.report(
                .badValue, at: value.place, "due", scalar.string, (["sameDay"] + PackReader.dueKeys).joined(separator: ", "))
            return nil
        }
        guard let fields = faults.fields(value, known: PackReader.dueKeys) else { return nil }
        guard let key = fields.keys.first, fields.keys.count == 1, let amount = fields[key] else {
            faults.report(
                .badValue, at: value.place, "due", fields.keys.joined(separator: ", "), PackReader.dueKeys.joined(separator: ", ")
            )
            return nil
        }
        return counted(key, amount) ?? named(key, amount, in: fields)
    }

    private static let amounts: [String: (range: ClosedRange<Int>, rule: @Sendable (Int) -> DueRule)] = [
        "workingDays": (1...366, { .workingDays($0) }), "calendarDays": (1...3660, { .calendarDays($0) }),
        "hours": (1...8784, { .hours($0) }), "minutes": (1...1440, { .minutes($0) }), "months": (1...120, { .months($0) }),
        "years": (1...100, { .years($0) }), "dayOfNextMonth": (1...31, { .dayOfNextMonth($0) }),
        "dayAfterQuarter": (1...31, { .dayAfterQuarter($0) }), "dayAfterHalfYear": (1...31, { .dayAfterHalfYear($0) }),
        "daysBefore": (1...366, { .daysBefore($0) }),
    ]

    /// The rules of one number.
    private func counted(_ key: String, _ amount: Located) -> DueRule? {
        guard let (range, rule) = PackReader.amounts[key] else { return nil }
        return faults.integer(amount, key: key, in: range).map(rule)
    }

    private func named(_ key: String, _ amount: Located, in fields: Fields) -> DueRule? {
        switch key {
        case "lastDayOfMonth": return isTrue(key, in: fields) ? .lastDayOfMonth : nil
        case "lastDayOfNextMonth": return isTrue(key, in: fields) ? .lastDayOfNextMonth : nil
        case "dayOfYear": return dayOfYear(amount).map(DueRule.dayOfYear)
        case "term": return agreedTerm(amount).map(DueRule.term)
        case "beforeEnd": return beforeEnd(amount)
        case "officeTerm": return officeTerm(amount).map { .officeTerm($0, default: officeDefaults[$0]) }
        case "officeDaysBefore": return officeTerm(amount).map { .officeDaysBefore($0, default: officeDefaults[$0]) }
        case "earliest": return several(amount).map(DueRule.earliest)
        case "latest": return several(amount).map(DueRule.latest)
        case "dateOf": return faults.text(amount).map(DueRule.dateOf)
        default: return nil
        }
    }

    /// A key that has no other value than `true`.
    private func isTrue(_ key: String, in fields: Fields) -> Bool {
        guard let value = fields[key], let text = faults.text(value) else { return false }
        if text != "true" { faults.report(.badValue, at: value.place, key, text, "true") }
        return text == "true"
    }

    private func dayOfYear(_ value: Located) -> ProductionCalendar.MonthDay? {
        guard let fields = faults.fields(value, known: ["month", "day"]) else { return nil }
        guard let monthValue = present("month", in: fields), let dayValue = present("day", in: fields),
            let month = faults.integer(monthValue, key: "month", in: 1...12),
            // A leap year: 29 February is a day of the year.
            let day = faults.integer(dayValue, key: "day", in: 1...CivilDate.daysIn(month: month, year: 2024))
        else { return nil }
        return ProductionCalendar.MonthDay(month: month, day: day)
    }

    private func agreedTerm(_ value: Located) -> AgreedTerm? {
        guard let fields = faults.fields(value, known: ["months", "from", "extendedBy", "atMost"]) else { return nil }
        guard let months = present("months", in: fields).flatMap({ faults.integer($0, key: "months", in: 1...120) }) else {
            return nil
        }
        let atMost = fields["atMost"].flatMap { faults.integer($0, key: "atMost", in: months...600) }
        let extendedBy = fields["extendedBy"].flatMap { eventName($0)?.name }
        return AgreedTerm(
            months: months, from: faults.optional("from", in: fields), extendedBy: extendedBy, atMost: atMost)
    }

    /// `{calendarDays: 14, term: {…}}`.
    private func beforeEnd(_ value: Located) -> DueRule? {
        guard let fields = faults.fields(value, known: ["calendarDays", "workingDays", "term"]) else { return nil }
        let term = present("term", in: fields).flatMap(agreedTerm)
        let calendar = fields["calendarDays"].flatMap { faults.integer($0, key: "calendarDays", in: 1...366) }
        let working = fields["workingDays"].flatMap { faults.integer($0, key: "workingDays", in: 1...366) }
        if (fields["calendarDays"] == nil) == (fields["workingDays"] == nil) {
            faults.report(
                .badValue, at: value.place, "beforeEnd", fields.keys.joined(separator: ", "), "calendarDays, workingDays")
            return nil
        }
        guard let term, let days = calendar.map(DueRule.DaysBack.calendarDays) ?? working.map(DueRule.DaysBack.workingDays)
        else { return nil }
        return .beforeEnd(days, term)
    }

    private func officeTerm(_ value: Located) -> String? {
        guard let term = faults.text(value) else { return nil }
        faults.check(term, isIn: officeTerms.map(\.id), kind: "officeTerm", at: value.place)
        return term
    }

    /// At least two rules to choose from.
    private func several(_ value: Located) -> [DueRule]? {
        let elements = faults.list(value)
        if elements.count < 2 { faults.report(.tooFew, at: value.place, "2") }
        let rules = elements.compactMap(dueRule)
        return rules.count == elements.count && rules.count > 1 ? rules : nil
    }
}
