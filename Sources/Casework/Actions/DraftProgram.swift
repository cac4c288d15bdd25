/// A programme drawn up or drawn up anew (IRK п. 30.2, глава 7).
public struct DraftProgram: CaseAction {
    /// `draft-program`
    public let name = ActionName.draftProgram
    /// The kind by the pack's id, such as `ipss`.
    public var kind: String
    /// The day it is drawn up.
    public var on: CivilDate
    /// First day of its term.
    public var from: CivilDate?
    /// Last day of its term.
    public var until: CivilDate?
    /// Its lines; nil takes them from the needs of the last survey.
    public var measures: [Measure]?
    /// A note.
    public var note: String?
    /// The act by whose rules it is drawn up, where several of the case's have the kind; nil for the first that has it.
    public var regulation: String?

    /// A programme to draw up.
    public init(
        kind: String, regulation: String? = nil, on: CivilDate, from: CivilDate? = nil, until: CivilDate? = nil,
        measures: [Measure]? = nil,
        note: String? = nil
    ) {
        self.kind = kind
        self.regulation = regulation
        self.on = on
        self.from = from
        self.until = until
        self.measures = measures
        self.note = note
    }

    /// The draft: the standing draft is rewritten; beside an agreed programme a new version begins.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let (regulation, programKind) = try context.programKind(kind, regulation, of: file)
        try file.mustNotBeRefused(regulation)
        guard let survey = file.surveys.last else { throw Refusal("program.no-survey", basis: regulation.surveyBasis) }
        if on < survey.on { throw Refusal("program.before-survey", arguments: [on.dotted, survey.on.dotted]) }
        if let from, let until, until < from { throw Refusal("program.dates", arguments: [from.dotted, until.dotted]) }
        let lines = measures ?? survey.needs.map { Measure(area: $0.area, title: $0.text) }
        if lines.isEmpty { throw Refusal("program.no-measures", basis: programKind.entry.basis) }
        var draft =
            file.programs.last { $0.programKind == kind && $0.status == .draft }
            ?? SupportProgram(
                id: context.newID(), caseID: file.header.id, programKind: kind,
                ordinal: file.programs.count { $0.programKind == kind } + 1, draftedOn: on, measures: [])
        draft.from = from ?? draft.from
        draft.until = until ?? draft.until
        draft.measures = lines
        draft.note = note?.nonEmpty ?? draft.note
        return file.decision([draft], findings: findings(lines, survey, regulation, programKind), in: context)
    }

    private func findings(
        _ lines: [Measure], _ survey: NeedsSurvey, _ regulation: Regulation, _ kind: ProgramKind
    ) -> [Finding] {
        var findings: [Finding] = []
        let incomplete = lines.count { !$0.isComplete }
        if incomplete > 0 {
            findings.append(Finding(.warning, "program.incomplete", arguments: [String(incomplete)], basis: kind.entry.basis))
        }
        let services = Set(regulation.needAreas.filter(\.isSocialService).map(\.entry.id))
        if let rule = kind.withoutSocialServices, survey.needs.contains(where: { services.contains($0.area) }) {
            let other = regulation.programKind(rule.use)?.abbreviation ?? rule.use
            findings.append(
                Finding(.warning, "program.other-kind", arguments: [kind.abbreviation, other], basis: rule.basis))
        }
        return findings
    }
}

/// The programme agreed with the person (IRK глава 7, «Согласование программы с гражданином»).
public struct AgreeProgram: CaseAction {
    /// `agree-program`
    public let name = ActionName.agreeProgram
    /// The kind by the pack's id.
    public var kind: String
    /// The day.
    public var on: CivilDate

    /// The act by whose rules it is agreed, where several of the case's have the kind; nil for the first that has it.
    public var regulation: String?

    /// A programme to agree.
    public init(kind: String, regulation: String? = nil, on: CivilDate) {
        self.kind = kind
        self.regulation = regulation
        self.on = on
    }

    /// The draft agreed; the programme agreed before it is replaced.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let (regulation, programKind) = try context.programKind(kind, regulation, of: file)
        try file.mustNotBeRefused(regulation)
        let basis = programKind.entry.basis
        guard var draft = file.programs.last(where: { $0.programKind == kind && $0.status == .draft }) else {
            throw Refusal("program.no-draft", basis: basis)
        }
        if on < draft.draftedOn { throw Refusal("program.before-draft", arguments: [on.dotted, draft.draftedOn.dotted]) }
        let incomplete = draft.measures.count { !$0.isComplete }
        if incomplete > 0 { throw Refusal("program.incomplete", arguments: [String(incomplete)], basis: basis) }
        draft.status = .agreed
        draft.agreedOn = on
        var changes: [any CaseRecord] = []
        for earlier in file.programs where earlier.programKind == kind && earlier.status == .agreed {
            var replaced = earlier
            replaced.status = .replaced
            changes.append(replaced)
        }
        return file.decision(changes + [draft], in: context)
    }
}

extension DecisionContext {
    /// The kind of programme and the act of the case that knows it.
    func programKind(
        _ kind: String, _ regulation: String?, of file: CaseFile
    ) throws(Refusal) -> (act: Regulation, value: ProgramKind) {
        let acts = try acts(of: file, only: regulation)
        if let found = acts.first(having: { $0.programKind(kind) }) { return found }
        throw Refusal("program.kind-unknown", arguments: [kind, acts.programKinds.map(\.entry.id).joined(separator: ", ")])
    }
}
