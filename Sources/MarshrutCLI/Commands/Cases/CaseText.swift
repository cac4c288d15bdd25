import Casework
import MarshrutResources
import Terminal

extension CaseView {
    /// The whole case for people: a line a fact, empty sections left out.
    var text: String {
        var page = PageOfFacts(texts: office.texts)
        addCover(to: &page)
        addPerson(to: &page)
        addActs(to: &page)
        addHistory(to: &page)
        addTerms(to: &page)
        addSteps(to: &page)
        return page.text
    }

    private func addCover(to page: inout PageOfFacts) {
        let texts = office.texts
        let header = file.header
        page.title(texts("case.title", String(header.number), file.citizen.fullName))
        page.fact("field.stage", office.stageTitle(header.stage))
        page.fact("field.category", office.categoryTitle(header.category) ?? texts("none"))
        page.fact("field.curator", header.curator ?? texts("case.no-curator"))
        if let closed = header.closedOn {
            let ground = office.acts(of: header).closingGrounds.first { $0.id == header.closingGround }?.title
            page.fact("case.closed", "\(closed.dotted), \(ground ?? header.closingGround ?? "")")
        }
    }

    private func addPerson(to page: inout PageOfFacts) {
        let texts = office.texts
        let citizen = file.citizen
        page.section("case.person")
        let age = citizen.born.fullYears(on: office.context.now.date)
        page.fact("field.born", "\(citizen.born.dotted) (\(texts.count("year-of-age", age)))")
        page.fact("field.sex", citizen.sex.map { texts("sex.\($0.rawValue)") })
        page.fact("field.snils", citizen.snils?.printed)
        page.fact("field.phone", citizen.phones.joined(separator: ", "))
        page.fact("field.email", citizen.email)
        page.fact(
            "field.address",
            [citizen.address.postcode ?? "", citizen.address.text].filter { !$0.isEmpty }.joined(separator: ", "))
        page.fact("field.territory", citizen.territory)
        page.fact("field.disability", disability)
        let degrees = LifeRestriction.allCases.filter { citizen.restrictions[$0] > 0 }.map {
            "\(texts("restriction.\($0.rawValue)")) — \(texts("degree.\(citizen.restrictions[$0])"))"
        }
        page.fact("field.restrictions", degrees.joined(separator: "; "))
        let ipra = [citizen.ipraNumber.map { "№ \($0)" }, citizen.ipraDate?.dotted].compactMap { $0 }
        page.fact("field.ipra", ipra.joined(separator: ", "))
        page.fact("field.flags", citizen.flags.map { texts("flag.\($0.rawValue)") }.joined(separator: "; "))
        for person in file.representatives {
            let parts = [person.name, person.relation, person.phone].compactMap { $0 }
            page.fact("field.representative", parts.joined(separator: ", "))
        }
    }

    private var disability: String {
        let texts = office.texts
        let disability = file.citizen.disability
        var parts = [texts("status.\(disability.status.rawValue)")]
        if let since = disability.since { parts.append(texts("disability.since", since.dotted)) }
        if let until = disability.until { parts.append(texts("disability.until", until.dotted)) }
        if let first = disability.isFirst { parts.append(texts(first ? "disability.first" : "disability.repeated")) }
        return parts.joined(separator: ", ")
    }

    /// What happened, by day.
    private func addHistory(to page: inout PageOfFacts) {
        let texts = office.texts
        let acts = office.acts(of: file.header)
        var lines: [(at: CivilDateTime, words: String)] = []
        func add(_ day: CivilDate, _ time: CivilTime? = nil, _ record: RecordKind, _ parts: String?...) {
            let words = ([texts("record.\(record.rawValue)")] + parts.compactMap { $0?.nonEmpty }).joined(separator: " · ")
            lines.append((CivilDateTime(day, time), words))
        }
        for referral in file.referrals {
            let act = acts.first { $0.id == referral.regulation }
            let source = act?.sources.first { $0.id == referral.source }?.title ?? referral.source
            add(
                referral.receivedOn, referral.receivedAt, .referral, source, acts.count > 1 ? act?.act : nil, referral.number,
                referral.note)
        }
        for attempt in file.attempts {
            add(
                attempt.on, attempt.at, .contactAttempt, texts("method.\(attempt.method.rawValue)"),
                texts("outcome.\(attempt.outcome.rawValue)"), attempt.note, attempt.worker)
        }
        for consent in file.consents {
            add(
                consent.on, nil, .consent, texts("consent.\(consent.to.rawValue)"),
                texts(consent.isGiven ? "consent.given" : "consent.refused"), consent.note)
        }
        for meeting in file.meetings {
            add(meeting.on, meeting.at, .meeting, texts("meeting-status.\(meeting.status.rawValue)"), meeting.place)
        }
        for survey in file.surveys {
            add(survey.on, nil, .needsSurvey, survey.needs.map { need($0, acts) }.joined(separator: "; "), survey.note)
        }
        for program in file.programs {
            let kind = acts.programKind(program.programKind)?.abbreviation ?? program.programKind
            add(
                program.agreedOn ?? program.draftedOn, nil, .supportProgram, "\(kind) № \(program.ordinal)",
                texts("program-status.\(program.status.rawValue)"), texts.count("measure", program.measures.count))
        }
        for mark in file.marks {
            add(mark.on, nil, .registryMark, acts.registrySubjects.first { $0.id == mark.subject }?.title ?? mark.subject)
        }
        for override in file.overrides {
            add(
                override.on, nil, .obligationOverride, texts("decision.\(override.decision.rawValue)"),
                office.rule(override.rule)?.title ?? override.rule, override.until?.dotted, override.reason)
        }
        page.section("case.history")
        // Equal moments keep the order above: the sort is stable over the index.
        let ordered = lines.enumerated().sorted {
            $1.element.at.isAfter($0.element.at) || (!$0.element.at.isAfter($1.element.at) && $0.offset < $1.offset)
        }
        for line in ordered { page.line(line.element.at.dotted, line.element.words) }
    }

    private func need(_ need: Need, _ acts: [Regulation]) -> String {
        let area = acts.needAreas.first { $0.entry.id == need.area }?.entry.title ?? need.area
        return need.text.isEmpty || need.text == area ? area : "\(area): \(need.text)"
    }

    private func addTerms(to page: inout PageOfFacts) {
        let texts = office.texts
        page.section("case.terms")
        for obligation in obligations {
            let rule = office.rule(of: obligation)
            let state = texts("obligation-state.\(obligation.state(at: office.context.now).rawValue)")
            let done = obligation.fulfilledAt.map { "\(state) \($0.date.dotted)" } ?? state
            let basis = rule.map { texts.basis($0.basis) } ?? ""
            let moved = obligation.postponedTo.map { texts("case.postponed", $0.dotted) }
            page.line(
                obligation.due.dotted,
                [rule?.title ?? obligation.rule, basis, done, moved].compactMap { $0 }.joined(separator: " · "))
        }
    }

    private func addSteps(to page: inout PageOfFacts) {
        let texts = office.texts
        page.section("case.next")
        for step in steps where step.refusal == nil {
            page.item(
                [texts("action.\(step.action.rawValue)"), step.method.map { texts("method.\($0.rawValue)") }].compactMap { $0 }
                    .joined(separator: ": "))
        }
    }
}

/// Lines of a page of facts; data passes through `safe` here.
struct PageOfFacts {
    let texts: Texts
    private(set) var text = ""
    private var pendingSection: String?

    /// Room for labels of facts.
    private static let labelWidth = 32
    /// Room for days.
    private static let dayWidth = 18

    init(texts: Texts) { self.texts = texts }

    mutating func title(_ words: String) { text += safe(words) + "\n" }

    /// A heading, printed once the first line comes below it.
    mutating func section(_ key: String) { pendingSection = texts(key) }

    /// A section named by an act, not by the program.
    mutating func section(verbatim title: String) { pendingSection = title }

    mutating func fact(_ key: String, _ value: String?) {
        guard let value = value?.nonEmpty else { return }
        put(texts(key), value, PageOfFacts.labelWidth)
    }

    mutating func line(_ label: String, _ value: String) { put(label, value, PageOfFacts.dayWidth) }

    mutating func item(_ words: String) {
        open()
        text += "  " + safe(words) + "\n"
    }

    private mutating func put(_ label: String, _ value: String, _ width: Int) {
        open()
        let gap = String(repeating: " ", count: max(1, width - DisplayWidth.of(label)))
        text += "  \(label)\(gap)\(safe(value))\n"
    }

    private mutating func open() {
        guard let section = pendingSection else { return }
        text += "\n\(section)\n"
        pendingSection = nil
    }
}
