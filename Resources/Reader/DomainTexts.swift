import Casework

extension Texts {
    /// A refusal in words: what, why, what to do next, and the point of the act where there is one.
    public func refusal(_ refusal: Refusal) -> String {
        // An argument that begins with `@` is itself a key, such as `@outcome.no-answer`.
        let arguments = refusal.arguments.map { $0.hasPrefix("@") ? self(String($0.dropFirst())) : $0 }
        return withBasis(self("refusal.\(refusal.code)", arguments: arguments), refusal.basis)
    }

    /// A remark in words, with the point of the act where there is one.
    public func finding(_ finding: Finding) -> String {
        withBasis(self("finding.\(finding.code)", arguments: finding.arguments), finding.basis)
    }

    /// «414-р, п. 16.2».
    public func basis(_ basis: LegalBasis) -> String {
        guard let point = basis.point else { return basis.act }
        return self(point.first?.isNumber == true ? "basis.point" : "basis.place", basis.act, point)
    }

    /// Why a day of a term was counted or skipped.
    public func reason(_ reason: CountingReason) -> String {
        switch reason {
        case .eventDay: self("counted.event-day")
        case .endOfTerm: self("counted.end-of-term")
        case .working: self("counted.working")
        case .shortDay: self("counted.short")
        case .workingWeekend: self("counted.working-weekend")
        case .calendarDay: self("counted.calendar-day")
        case .weekend: self("counted.weekend")
        case .holiday(let name): name.isEmpty ? self("counted.holiday") : self("counted.holiday-named", name)
        case .movedDayOff(let origin): self("counted.moved", origin.dotted)
        case .namedDate: self("counted.named-date")
        }
    }

    /// What happened, in words; an event of an act's own record by the title of the record.
    public func event(_ name: EventName, of regulation: Regulation?) -> String {
        if has("event.\(name.rawValue)") { return self("event.\(name.rawValue)") }
        return self("event.of-record", regulation?.declaredEvents[name] ?? name.rawValue)
    }

    /// A due rule in words, such as «5 рабочих дней».
    public func due(_ rule: DueRule) -> String {
        switch rule {
        case .sameDay: self("due.same-day")
        case .workingDays(let count): self.count("due.working-days", count)
        case .calendarDays(let count): self.count("due.calendar-days", count)
        case .hours(let count): self.count("due.hours", count)
        case .minutes(let count): self.count("due.minutes", count)
        case .months(let count): self.count("due.months", count)
        case .dayOfNextMonth(let day): self("due.day-of-next-month", String(day))
        case .dayAfterQuarter(let day): self("due.day-after-quarter", String(day))
        case .dayAfterHalfYear(let day): self("due.day-after-half-year", String(day))
        case .years(let count): self.count("due.years", count)
        case .lastDayOfMonth: self("due.last-day-of-month")
        case .dateOf: self("due.date-of")
        case .lastDayOfNextMonth: self("due.last-day-of-next-month")
        case .dayOfYear(let name): self("due.day-of-year", String(name.day), monthOfDate(name.month))
        case .term(let term): self("due.term", agreed(term))
        case .beforeEnd(let days, let term): self("due.before-end", back(days), agreed(term))
        case .daysBefore(let count): self("due.before-event", back(.calendarDays(count)))
        case .officeTerm: self("due.office-term")
        case .officeDaysBefore: self("due.office-days-before")
        case .earliest(let rules): self("due.earliest", rules.map(due).joined(separator: self("due.or")))
        case .latest(let rules): self("due.latest", rules.map(due).joined(separator: self("due.or")))
        }
    }

    /// Two terms of an act that collide, in words.
    public func warning(_ warning: TermWarning) -> String {
        let point = warning.conflict.entry.basis.map { basis($0) } ?? ""
        return self("due.conflict", warning.conflict.entry.title, warning.chainEnds.dotted, warning.due.dotted, point)
    }

    private func back(_ days: DueRule.DaysBack) -> String {
        switch days {
        case .calendarDays(let count): self.count("due.calendar-days", count)
        case .workingDays(let count): self.count("due.working-days", count)
        }
    }

    /// A term in months: as agreed, the longest that may be agreed, the longest with extensions.
    private func agreed(_ term: AgreedTerm) -> String {
        let length = count("due.months", term.months)
        guard let atMost = term.atMost, atMost != term.months else { return length }
        return self("due.term-at-most", length, count("due.months", atMost))
    }

    /// A condition on a person in words, such as «от 3 до 18 лет и ребенок-инвалид».
    public func criterion(_ criterion: Criterion) -> String {
        switch criterion {
        case .all(let parts): return joined(parts, by: "criterion.and")
        case .any(let parts): return joined(parts, by: "criterion.or")
        case .none(let parts): return self("criterion.not", joined(parts, by: "criterion.or"))
        case .age(nil, .some(let below)): return self("criterion.age-below", String(below))
        case .age(let from, nil): return self("criterion.age-from", String(from ?? 0))
        case .age(.some(let from), .some(let below)): return self("criterion.age-between", String(from), String(below))
        case .status(let statuses):
            return DisabilityStatus.allCases.filter(statuses.contains).map { self("status.\($0.rawValue)") }
                .joined(separator: self("criterion.or"))
        case .restriction(let restriction, let degree):
            return self("criterion.restriction", restriction.rawValue, String(degree))
        case .anyRestriction(let degree): return self("criterion.any-restriction", String(degree))
        case .flag(let flag): return self("flag.\(flag.rawValue)")
        case .firstTime: return self("criterion.first-time")
        case .sex(let sex): return self("criterion.sex", sex.rawValue)
        case .territory(let names): return self("criterion.territory", names.sorted().joined(separator: ", "))
        case .reading(let choice, let option): return self("criterion.reading", choice, option)
        }
    }

    private func joined(_ parts: [Criterion], by key: String) -> String {
        parts.map { part in
            // Alternatives within a chain of «и» are set off by brackets.
            if case .any = part { return "(\(criterion(part)))" }
            return criterion(part)
        }.joined(separator: self(key))
    }

    /// The weekday's name, Monday = 1 … Sunday = 7.
    public func weekday(_ number: Int) -> String { self("weekday.\(number)") }

    /// The weekday's name in two letters.
    public func shortWeekday(_ number: Int) -> String { self("weekday.short.\(number)") }

    /// The month's name as a heading, 1…12.
    public func month(_ number: Int) -> String { self("month.\(number)") }

    /// The month's name within a date, 1…12: «марта».
    public func monthOfDate(_ number: Int) -> String { self("month.of-date.\(number)") }

    /// «12 марта 2025 г.»
    public func longDate(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return self("date.long", String(day), monthOfDate(month), String(year))
    }

    /// «ср 12.03» for lists where the year goes without saying.
    public func shortDate(_ date: CivilDate) -> String { "\(shortWeekday(date.weekday)) \(date.dotted.prefix(5))" }

    /// «сегодня», «завтра», «вчера», «через 3 дня», «3 дня назад».
    public func relativeDay(_ date: CivilDate, today: CivilDate) -> String {
        let days = date.days(since: today)
        switch days {
        case 0: return self("day.today")
        case 1: return self("day.tomorrow")
        case -1: return self("day.yesterday")
        case 2...: return count("day.in", days)
        default: return count("day.ago", -days)
        }
    }

    private func withBasis(_ text: String, _ basis: LegalBasis?) -> String {
        guard let basis else { return text }
        return self("with-basis", text, self.basis(basis))
    }
}
