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

    /// A programme to draw up.
    public init(
        kind: String, on: CivilDate, from: CivilDate? = nil, until: CivilDate? = nil, measures: [Measure]? = nil,
        note: String? = nil
    ) {
        self.kind = kind
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
        let regulation = try context.regulation(of: file)
        guard let programKind = regulation.programKinds.first(where: { $0.entry.id == kind }) else {
            throw Refusal(
                "program.kind-unknown", arguments: [kind, regulation.programKinds.map(\.entry.id).joined(separator: ", ")])
        }
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
        if kind.entry.id == "ipss", survey.needs.contains(where: { services.contains($0.area) }) {
            findings.append(Finding(.warning, "program.needs-ippsu", basis: LegalBasis(act: regulation.act, point: "30.1")))
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

    /// A programme to agree.
    public init(kind: String, on: CivilDate) {
        self.kind = kind
        self.on = on
    }

    /// The draft agreed; the programme agreed before it is replaced.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let regulation = try context.regulation(of: file)
        try file.mustNotBeRefused(regulation)
        let basis = regulation.programKinds.first { $0.entry.id == kind }?.entry.basis
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
