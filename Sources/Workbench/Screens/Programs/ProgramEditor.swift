import Casework
import Terminal

/// The draft of a programme: its lines as a table, each mended in a form, checked as typed.
public final class ProgramEditor: Screen {
    private let session: Session
    private var file: CaseFile
    private let kind: ProgramKind
    private var measures: [Measure]
    private var from: CivilDate?
    private var until: CivilDate?
    private var table: TableView
    private var saved: [Measure]
    private var draftSaved: [Measure]?
    private var isFinished = false

    /// The editor of the case's programme of a kind; a first draft starts from the needs of the last survey.
    public init(_ file: CaseFile, kind: ProgramKind, session: Session, draft: [String: String]? = nil) {
        self.file = file
        self.kind = kind
        self.session = session
        let standing = file.currentProgram(kind: kind.entry.id)
        let needs = file.surveys.last?.needs ?? []
        saved = standing?.measures ?? []
        from = standing?.from
        until = standing?.until
        measures = standing?.measures ?? needs.map { Measure(area: $0.area, title: $0.text) }
        if let text = draft?["measures"], let kept = ProgramDraft.read(text) { measures = kept }
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("program.column.area"), .fixed(14)),
                TableColumn(texts("program.column.title"), .flexible(min: 16, weight: 3)),
                TableColumn(texts("program.column.volume"), .flexible(min: 8)),
                TableColumn(texts("program.column.periodicity"), .flexible(min: 9)),
                TableColumn(texts("program.column.duration"), .flexible(min: 8)),
                TableColumn(texts("program.column.executor"), .flexible(min: 8)),
            ],
            emptyText: texts("program.empty"))
        table.count = measures.count
    }

    /// «Проект ИПСС: Иванова М. П.»
    public var heading: String { session.texts("program.heading", kind.abbreviation, file.citizen.shortName) }
    /// The editor's help.
    public var helpKey: String { "program" }

    private var isChanged: Bool { measures != saved }

    /// Add, mend, take out, save, agree, print.
    public var commands: [Command] {
        let texts = session.texts
        let empty = measures.isEmpty ? texts("program.no-lines") : nil
        let agreed = file.currentProgram(kind: kind.entry.id)?.status == .draft && !isChanged
        return [
            Command("save", function: 2, keys: [.control("s")], run: { [weak self] in self?.save() }),
            Command("preview", function: 3, disabled: empty, run: { [weak self] in self?.preview() }),
            Command("edit-measure", function: 4, keys: [.enter], disabled: empty, run: { [weak self] in self?.edit() }),
            Command(
                "agree-program", function: 5, letter: "c", disabled: agreed ? nil : texts("program.save-first"),
                run: { [weak self] in self?.agree() }),
            Command("add-measure", function: 7, keys: [.insert], run: { [weak self] in self?.add() }),
            Command("remove-measure", function: 8, keys: [.delete], disabled: empty, run: { [weak self] in self?.remove() }),
            Command("program-term", letter: "l", run: { [weak self] in self?.term() }),
        ]
    }

    /// Reads the case again, so that saving is judged by what stands now.
    public func reload() {
        guard let fresh = session.caseFile(file.header.id) else { return }
        file = fresh
        table.count = measures.count
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    private func edit() { editMeasure(at: table.selected) }

    private func add() {
        let area = session.runningActs(of: file).needAreas.first?.entry.id ?? ""
        openForm(Measure(area: area, title: ""), title: session.texts("form.measure.add")) { [weak self] measure in
            guard let self else { return }
            self.measures.append(measure)
            self.table.count = self.measures.count
            self.table.selected = self.measures.count - 1
        }
    }

    private func editMeasure(at index: Int) {
        guard measures.indices.contains(index) else { return }
        openForm(measures[index], title: session.texts("form.measure.edit")) { [weak self] in self?.measures[index] = $0 }
    }

    private func openForm(_ measure: Measure, title: String, done: @escaping (Measure) -> Void) {
        session.navigator?.push(
            FormScreen(
                MeasureForm.spec(measure, of: kind, file: file, title: title, session: session, done: done), session: session))
    }

    private func remove() {
        guard measures.indices.contains(table.selected) else { return }
        let removed = measures.remove(at: table.selected)
        table.count = measures.count
        session.say(session.texts("program.removed", removed.title), .done)
    }

    private func term() {
        let spec = MeasureForm.term(from: from, until: until, file: file, session: session) { [weak self] from, until in
            self?.from = from
            self?.until = until
        }
        session.navigator?.push(FormScreen(spec, session: session))
    }

    private func save() {
        let action = DraftProgram(kind: kind.entry.id, on: session.today, from: from, until: until, measures: measures)
        switch session.save(action, on: file, saysFindings: false) {
        case .saved:
            saved = measures
            session.discardDraft(draftID)
            draftSaved = nil
            reload()
        case .rejected(let errors): session.say(errors[""] ?? "", .failure)
        case .asked: break
        }
    }

    private func agree() {
        switch session.save(AgreeProgram(kind: kind.entry.id, on: session.today), on: file) {
        case .saved: reload()
        case .rejected(let errors): session.say(errors[""] ?? "", .failure)
        case .asked: break
        }
    }

    private func preview() {
        var shown = file
        var program =
            file.currentProgram(kind: kind.entry.id)
            ?? SupportProgram(
                id: session.newID(), caseID: file.header.id, programKind: kind.entry.id, ordinal: 1, draftedOn: session.today,
                measures: [])
        program.measures = measures
        program.from = from
        program.until = until
        shown.apply(program)
        session.preview(form: kind.entry.id, of: shown)
    }

    private var draftID: String { "program.\(kind.entry.id).\(file.header.number)" }

    /// Keeps the lines in the store, as forms do.
    public func saveDraft() {
        guard !isFinished, isChanged, measures != draftSaved else { return }
        let values = ["measures": ProgramDraft.write(measures)]
        if session.keepDraft(draftID, caseNumber: file.header.number, title: heading, values: values) { draftSaved = measures }
    }

    /// Asks when lines are changed and not saved.
    public func mayLeave(_ leave: @escaping () -> Void) -> Bool {
        guard !isFinished, isChanged, file.header.isOpen else { return true }
        session.navigator?.open(
            LeaveQuestion.overlay(title: heading, session: session) { [weak self] answer in
                guard let self else { return }
                if answer == .keep { self.saveDraft() } else { self.session.discardDraft(self.draftID) }
                self.isFinished = true
                leave()
            })
        return false
    }

    /// The person and the term above, the lines below, what is missing at the bottom.
    public func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.fixed(2), .flexible(min: 4), .fixed(2)])
        frame.put(session.wording.person(file), at: Point(column: 1, row: parts[0].row), style: .title)
        let dates =
            from == nil && until == nil
            ? texts("program.no-term") : texts("program.term", from?.dotted ?? "…", until?.dotted ?? "…")
        let status =
            file.currentProgram(kind: kind.entry.id).map { session.wording.programStatus($0.status) } ?? texts("program.new")
        frame.put("\(status)\(isChanged ? " *" : "") · \(dates)", at: Point(column: 1, row: parts[0].row + 1), style: .dim)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { [measures, session, file] index in
            ProgramEditor.row(measures[index], session: session, file: file)
        }
        let incomplete = measures.count { !$0.isComplete }
        let line = Point(column: 1, row: parts[2].row)
        if incomplete > 0 {
            frame.put(texts.count("unfinished-measure", incomplete), at: line, style: .warning)
        } else if !measures.isEmpty {
            frame.put(texts("program.complete"), at: line, style: .good)
        }
        frame.put(texts("program.hint"), at: Point(column: 1, row: parts[2].row + 1), style: .dim)
    }

    private static func row(_ measure: Measure, session: Session, file: CaseFile) -> TableRow {
        let area = session.acts(of: file).needAreas.first { $0.entry.id == measure.area }?.entry.title ?? measure.area
        let cell = { (text: String) in text.isEmpty ? TableText("?", .warning) : TableText(text) }
        return TableRow([
            TableText(area), cell(measure.title), cell(measure.volume), cell(measure.periodicity), cell(measure.duration),
            TableText(measure.executor ?? ""),
        ])
    }
}
