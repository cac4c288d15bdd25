import Casework
import Terminal

/// One page of the person: who, where, what disability, how the case stands, what may be done next.
enum PersonPage {
    /// A label and its text.
    struct Line {
        var label = ""
        var indent = 0
        var text: String
        var style = Style.normal
    }

    /// Cells kept for labels.
    static let labelWidth = 22

    static func lines(_ file: CaseFile, obligations: [Obligation], session: Session, width: Int) -> [Line] {
        let texts = session.texts
        var lines: [Line] = []
        func add(_ key: String, _ text: String?, style: Style = .normal) {
            guard let text = text?.nonEmpty else { return }
            let label = texts(key)
            for (row, part) in wrap(text, width: max(20, width - labelWidth)).enumerated() {
                lines.append(
                    Line(
                        label: row == 0 ? label.prefix(1).uppercased() + label.dropFirst() : "", indent: labelWidth, text: part,
                        style: style))
            }
        }
        add("field.stage", stage(file, session), style: file.header.isOpen ? .accent : .dim)
        add(
            "field.curator", file.header.curator.map(session.workerName) ?? texts("case.no-curator"),
            style: file.header.curator == nil ? .warning : .normal)
        add("case.next-due", nextDue(obligations, session), style: nextDueStyle(obligations, session))
        add("case.next-steps", nextSteps(file, session), style: .good)
        add(
            "field.born",
            texts(
                "born.line", file.citizen.born.dotted, texts.count("year-of-age", file.citizen.born.fullYears(on: session.today)))
        )
        add("field.sex", file.citizen.sex.map(session.wording.sex))
        add("field.snils", file.citizen.snils?.printed)
        add("field.phone", file.citizen.phones.joined(separator: ", "))
        add("field.email", file.citizen.email)
        add(
            "field.address",
            [file.citizen.address.postcode, file.citizen.address.text.nonEmpty].compactMap { $0 }.joined(separator: ", "))
        add("field.territory", file.citizen.territory)
        for act in session.runningActs(of: file) {
            add("field.category", category(act, file, session))
        }
        add("case.centre", centres(file, session))
        add("field.disability", disability(file.citizen.disability, session))
        add("case.restrictions", restrictions(file.citizen, session))
        add("field.ipra", ipra(file.citizen, session))
        add("field.flags", file.citizen.flags.map(session.wording.flag).joined(separator: ", "), style: .warning)
        for representative in file.representatives {
            add(
                "case.representative",
                [representative.name, representative.relation, representative.phone].compactMap { $0 }.joined(separator: ", "))
        }
        for referral in file.referrals {
            let source = source(of: referral, file, session)
            add("record.referral", "\(referral.receivedOn.dotted), \(source)\(referral.number.map { ", № \($0)" } ?? "")")
        }
        add("case.contact", contact(file, session))
        add("case.consent", consent(file, session))
        if let ground = file.header.closingGround, let day = file.header.closedOn {
            let title = session.acts(of: file).closingGrounds.first { $0.id == ground }?.title ?? ground
            add("card.closed", "\(day.dotted), \(title)", style: .dim)
        }
        return lines
    }

    private static func stage(_ file: CaseFile, _ session: Session) -> String { session.stageTitle(file.header.stage) }

    private static func nextDue(_ obligations: [Obligation], _ session: Session) -> String {
        guard let next = next(obligations, session) else { return session.texts("case.nothing-due") }
        let words = session.texts.relativeDay(next.effectiveDue.date, today: session.today)
        return "\(next.effectiveDue.dotted) (\(words)): \(session.wording.ruleTitle(next.rule))"
    }

    private static func next(_ obligations: [Obligation], _ session: Session) -> Obligation? {
        obligations.filter { [.open, .overdue].contains($0.state(on: session.today)) }.min {
            $0.effectiveDue.date < $1.effectiveDue.date
        }
    }

    private static func nextDueStyle(_ obligations: [Obligation], _ session: Session) -> Style {
        guard let next = next(obligations, session) else { return .dim }
        return next.effectiveDue.date < session.today ? .bad : next.effectiveDue.date == session.today ? .warning : .normal
    }

    private static func nextSteps(_ file: CaseFile, _ session: Session) -> String {
        guard file.header.isOpen else { return "" }
        let allowed = session.nextSteps(of: file).filter { $0.refusal == nil }
        return allowed.map { step in
            step.method.map { session.texts("step.\($0.rawValue)") } ?? session.wording.action(step.action).lowercased()
        }.joined(separator: "; ")
    }

    /// The category under an act; the act is named where the case stands under several.
    private static func category(_ act: Regulation, _ file: CaseFile, _ session: Session) -> String {
        let title = act.category(of: file.citizen, on: session.today)?.entry.title ?? session.texts("case.no-category")
        return file.header.regulations.count > 1 ? "\(act.act): \(title)" : title
    }

    private static func source(of referral: Referral, _ file: CaseFile, _ session: Session) -> String {
        let act = session.regulations.first { $0.id == referral.regulation }
        let title = act?.sources.first { $0.id == referral.source }?.title ?? referral.source
        return file.header.regulations.count > 1 ? "\(title) (\(act?.act ?? referral.regulation))" : title
    }

    /// The resource centres that coordinate the case (IRK п. 4.3).
    private static func centres(_ file: CaseFile, _ session: Session) -> String {
        session.packs(of: file).filter { file.header.ending(of: $0.id) == nil }
            .flatMap { $0.centres(for: file.citizen, on: session.today) }.map(\.entry.title).joined(separator: "; ")
    }

    private static func disability(_ disability: Disability, _ session: Session) -> String {
        let texts = session.texts
        var parts = [session.wording.disability(disability.status)]
        if let isFirst = disability.isFirst { parts.append(texts(isFirst ? "disability.first" : "disability.repeated")) }
        if let since = disability.since { parts.append(texts("disability.since", since.dotted)) }
        if let until = disability.until { parts.append(texts("disability.until", until.dotted)) }
        return parts.joined(separator: ", ")
    }

    private static func restrictions(_ citizen: Citizen, _ session: Session) -> String {
        LifeRestriction.allCases.filter { citizen.restrictions[$0] > 0 }
            .map { "\(session.wording.restriction($0)) \(citizen.restrictions[$0])" }.joined(separator: ", ")
    }

    private static func ipra(_ citizen: Citizen, _ session: Session) -> String {
        var parts: [String] = []
        if let number = citizen.ipraNumber { parts.append("№ \(number)") }
        if let date = citizen.ipraDate { parts.append(session.texts("ipra.from", date.dotted)) }
        if let until = citizen.ipraUntil { parts.append(session.texts("disability.until", until.dotted)) }
        return parts.joined(separator: " ")
    }

    private static func contact(_ file: CaseFile, _ session: Session) -> String {
        let attempts = session.texts.count("attempt", file.attemptCount)
        guard let last = file.lastContact else { return "\(attempts), \(session.texts("case.not-reached"))" }
        return "\(attempts), \(session.texts("case.last-contact", last.on.dotted, session.wording.outcome(last.outcome)))"
    }

    private static func consent(_ file: CaseFile, _ session: Session) -> String {
        guard let consent = file.accompanimentConsent else { return session.texts("consent.none") }
        return "\(session.texts(consent.isGiven ? "consent.given" : "consent.refused")) \(consent.on.dotted)"
    }
}
