import Casework
import MarshrutResources
import Terminal

/// The card's tabs as tables: columns and rows.
enum CaseCardTables {
    static func table(_ tab: CaseCard.Tab, texts: Texts) -> TableView {
        let columns: [TableColumn]
        switch tab {
        case .contacts:
            columns = [
                TableColumn(texts("column.date"), .fixed(16)), TableColumn(texts("column.method"), .fixed(10)),
                TableColumn(texts("column.outcome"), .flexible(min: 16)), TableColumn(texts("column.worker"), .flexible(min: 12)),
                TableColumn(texts("column.note"), .flexible(min: 12, weight: 2)),
            ]
        case .needs:
            columns = [
                TableColumn(texts("column.date"), .fixed(16)), TableColumn(texts("column.what"), .flexible(min: 16)),
                TableColumn(texts("column.need"), .flexible(min: 24, weight: 2)),
            ]
        case .programs:
            columns = [
                TableColumn(texts("column.program"), .flexible(min: 12)), TableColumn(texts("column.status"), .fixed(14)),
                TableColumn(texts("column.date"), .fixed(10)), TableColumn(texts("column.term"), .fixed(23)),
                TableColumn(texts("column.lines"), .fixed(5), alignment: .right),
            ]
        case .entries:
            columns = [
                TableColumn(texts("column.date"), .fixed(16)), TableColumn(texts("column.entry"), .flexible(min: 20)),
                TableColumn(texts("column.content"), .flexible(min: 24, weight: 2)),
            ]
        case .deadlines:
            columns = [
                TableColumn(texts("column.due"), .fixed(16)), TableColumn("", .fixed(1)),
                TableColumn(texts("column.left"), .fixed(14)),
                TableColumn(texts("column.obligation"), .flexible(min: 20, weight: 2)),
                TableColumn(texts("column.basis"), .fixed(14)),
            ]
        case .history, .person, .law:
            columns = [
                TableColumn(texts("column.when"), .fixed(16)), TableColumn(texts("column.worker"), .flexible(min: 12)),
                TableColumn(texts("column.action"), .flexible(min: 24, weight: 2)),
            ]
        }
        return TableView(columns: columns, emptyText: texts("case.empty.\(tab.rawValue)"))
    }

    static func row(
        _ tab: CaseCard.Tab, _ row: Int, file: CaseFile, obligations: [Obligation], history: [HistoryRow], session: Session
    ) -> TableRow? {
        switch tab {
        case .contacts: contacts(file, session)[safe: row]
        case .needs: needs(file, session)[safe: row]
        case .programs: file.programs[safe: row].map { program($0, session, file) }
        case .entries: entries(file)[safe: row].map { entry($0, session) }
        case .deadlines: obligations[safe: row].map { deadline($0, session) }
        case .history: history[safe: row].map { TableRow([TableText($0.when), TableText($0.worker), TableText($0.action)]) }
        case .person, .law: nil
        }
    }

    /// Attempts and consents in one chronological feed, the newest first.
    private static func contacts(_ file: CaseFile, _ session: Session) -> [TableRow] {
        var dated: [(CivilDateTime, TableRow)] = file.attempts.map { attempt in
            let at = CivilDateTime(attempt.on, attempt.at)
            let style: Style = attempt.outcome.isContact ? .good : attempt.outcome.isAttempt ? .normal : .dim
            return (
                at,
                TableRow([
                    TableText(at.dotted), TableText(session.wording.method(attempt.method)),
                    TableText(session.wording.outcome(attempt.outcome), style), TableText(session.workerName(attempt.worker)),
                    TableText(attempt.note ?? attempt.target ?? ""),
                ])
            )
        }
        dated += file.consents.map { consent in
            let answer = session.texts(consent.isGiven ? "consent.given" : "consent.refused")
            return (
                CivilDateTime(consent.on),
                TableRow([
                    TableText(consent.on.dotted), TableText(session.texts("record.consent")),
                    TableText(answer, consent.isGiven ? .good : .bad), "",
                    TableText([session.wording.consentKind(consent.to), consent.note].compactMap { $0 }.joined(separator: ": ")),
                ])
            )
        }
        return dated.sorted { $0.0.isAfter($1.0) }.map(\.1)
    }

    private static func needs(_ file: CaseFile, _ session: Session) -> [TableRow] {
        let areas = Dictionary(
            session.acts(of: file).needAreas.map { ($0.entry.id, $0.entry.title) },
            uniquingKeysWith: { first, _ in first })
        var rows = file.meetings.map { meeting in
            TableRow([
                TableText(CivilDateTime(meeting.on, meeting.at).dotted), TableText(session.texts("record.meeting")),
                TableText(
                    [session.wording.meetingStatus(meeting.status), meeting.place].compactMap { $0 }.joined(separator: ", ")),
            ])
        }
        for survey in file.surveys {
            rows += survey.needs.map { need in
                TableRow([TableText(survey.on.dotted), TableText(areas[need.area] ?? need.area), TableText(need.text)])
            }
        }
        return rows
    }

    private static func program(_ program: SupportProgram, _ session: Session, _ file: CaseFile) -> TableRow {
        let kind = session.acts(of: file).programKind(program.programKind)
        let style: Style = program.status == .agreed ? .good : program.status == .draft ? .warning : .dim
        let term =
            program.from == nil && program.until == nil ? "" : "\(program.from?.dotted ?? "…")–\(program.until?.dotted ?? "…")"
        return TableRow([
            TableText("\(kind?.abbreviation ?? program.programKind) № \(program.ordinal)"),
            TableText(session.wording.programStatus(program.status), style),
            TableText((program.agreedOn ?? program.draftedOn).dotted), TableText(term), TableText(String(program.measures.count)),
        ])
    }

    /// The case's entries, the newest first.
    static func entries(_ file: CaseFile) -> [CaseEntry] { file.entries.reversed() }

    private static func entry(_ entry: CaseEntry, _ session: Session) -> TableRow {
        let kind = session.regulations.first { $0.id == entry.regulation }?.entryKind(entry.entryKind)
        return TableRow([
            TableText(CivilDateTime(entry.on, entry.at).dotted), TableText(kind?.entry.title ?? entry.entryKind),
            TableText(kind.map { EntryWords.line(entry.values, of: $0, session: session) } ?? ""),
        ])
    }

    private static func deadline(_ obligation: Obligation, _ session: Session) -> TableRow {
        let state = obligation.state(on: session.today)
        let due = obligation.effectiveDue
        let style = DeadlineStyle.style(due: due.date, state: state, today: session.today)
        return TableRow([
            TableText(due.dotted, style), TableText(session.wording.sign(state), style),
            TableText(DeadlineStyle.left(due: due.date, state: state, session: session), style),
            TableText(session.wording.ruleTitle(obligation.rule)), TableText(session.wording.ruleBasis(obligation.rule), .dim),
        ])
    }
}

extension Array {
    /// The element, or nil outside of the array: rows may be asked for while a newer, shorter answer is on its way.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
