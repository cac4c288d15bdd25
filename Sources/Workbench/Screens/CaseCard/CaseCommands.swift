import Casework
import Terminal

/// The commands of one case, shared by the card, the contact queue and the desk: each tried as a real decision first,
/// so that the reason why a key is dead is the rule's own.
enum CaseCommands {
    static func commands(for file: CaseFile, session: Session) -> [Command] {
        let texts = session.texts
        let closed = file.header.isOpen ? nil : texts("refusal.case.closed", file.header.closedOn?.dotted ?? "")
        let steps = session.nextSteps(of: file)
        let reason = { (action: ActionName, method: ContactMethod?) -> String? in
            steps.first { $0.action == action && $0.method == method }?.refusal.map(texts.refusal)
        }
        let open = { (spec: FormSpec) in session.openForm(spec) }
        let hasKind = !session.runningActs(of: file).programKinds.isEmpty
        let kinds = entryKinds(of: file, session: session)
        var commands = contactCommands(for: file, session: session, reason: { reason(.logContactAttempt, $0) })
        commands += [
            Command("consent", letter: "c", disabled: closed, run: { open(CaseForms.consent(file, session: session)) }),
            Command(
                "meeting", letter: "l", disabled: reason(.agreeMeeting, nil),
                run: { open(CaseForms.meeting(file, session: session)) }),
            Command(
                "settle-meeting", letter: "b",
                disabled: closed
                    ?? (file.meetings.contains { $0.status == .planned } ? nil : texts("refusal.meeting.none-planned")),
                run: { open(CaseForms.settleMeeting(file, session: session)) }),
            Command(
                "survey", letter: "j", disabled: reason(.recordSurvey, nil),
                run: { open(CaseForms.survey(file, session: session)) }),
            Command(
                "program", function: 6, letter: "i",
                disabled: hasKind ? reason(.draftProgram, nil) : texts("program.no-kind"),
                run: { session.chooseProgram(of: file) }),
            Command("edit", function: 4, letter: "e", run: { open(CitizenForm.edit(file, session: session)) }),
            Command(
                "representative", letter: "h", disabled: closed, run: { open(CaseForms.representative(file, session: session)) }),
            Command("print", function: 5, run: { session.choosePaper(of: file) }),
            Command("assign", letter: "r", disabled: closed, run: { open(CaseForms.assign(file, session: session)) }),
            Command("mark-registry", letter: "t", disabled: closed, run: { open(CaseForms.mark(file, session: session)) }),
            Command(
                "record-entry", letter: "n", disabled: closed ?? (kinds.isEmpty ? texts("entry.no-kinds") : nil),
                run: { chooseEntry(kinds, of: file, session: session) }),
            Command("add-referral", function: 7, disabled: closed, run: { session.openReferral(of: file) }),
        ]
        if let pack = FeeForm.act(of: file, session: session), let rules = pack.regulation.fees {
            commands.append(
                Command("decide-fee", disabled: closed, run: { open(FeeForm.spec(file, pack, rules, session: session)) }))
        }
        if file.header.isOpen {
            commands.append(Command("close-case", function: 8, run: { open(CaseForms.close(file, session: session)) }))
        } else {
            commands.append(Command("reopen-case", function: 8, run: { open(CaseForms.reopen(file, session: session)) }))
        }
        return commands
    }

    /// The kinds of entries that the acts of the case declare, each with its act.
    static func entryKinds(of file: CaseFile, session: Session) -> [(act: Regulation, kind: EntryKind)] {
        file.header.regulations.compactMap { id in session.regulations.first { $0.id == id } }.flatMap { act in
            act.entryKinds.filter { $0.scope == .caseFile }.map { (act, $0) }
        }
    }

    /// Asks what to record, and opens its form.
    private static func chooseEntry(_ kinds: [(act: Regulation, kind: EntryKind)], of file: CaseFile, session: Session) {
        let entries = kinds.map { MenuEntry($0.kind.entry.title, keyHint: $0.kind.entry.basis.map(session.texts.basis) ?? "") }
        session.navigator?.open(
            MenuOverlay(Menu(title: session.texts("entry.choose"), entries: entries, isFilterable: true)) { index in
                let chosen = kinds[index]
                let spec = EntryForms.spec(kind: chosen.kind.entry.id, of: chosen.act.id, file: file, session: session)
                if let spec { session.openForm(spec) }
            })
    }

    /// Call, visit, letter: the outcome is asked in a small list, so that a call is logged in three keystrokes.
    static func contactCommands(
        for file: CaseFile, session: Session, reason: (ContactMethod) -> String?
    ) -> [Command] {
        let letters: [ContactMethod: Character] = [.phone: "p", .visit: "d", .post: "g"]
        return ContactMethod.allCases.map { method in
            Command(
                "contact.\(method.rawValue)", letter: letters[method], disabled: reason(method),
                run: { QuickLog.ask(file, method: method, session: session) })
        }
    }
}
