import CaseStore
import Casework
import Terminal

// Writing: every action goes through here, so that its success, its refusal and its conflict are said alike everywhere.
extension Session {
    /// Performs an action on a case as the worker saw it; says what happened.
    /// - Parameter saysFindings: false for screens that show what the findings say by themselves.
    func save(_ action: any CaseAction, on file: CaseFile, saysFindings: Bool = true) -> SaveOutcome {
        do throws(PerformError) {
            let outcome = try archive.perform(action, on: file.header.id, seen: file.versions, context: context())
            record(outcome.entry, action.name, of: file.citizen, findings: saysFindings ? outcome.findings : [])
            return .saved
        } catch .conflict(let conflict) {
            ask(about: conflict, action: action, caseID: file.header.id)
            return .asked
        } catch {
            return .rejected(["": words(error)])
        }
    }

    /// Records an entry of the office's own journal; says what happened.
    func save(_ order: OfficeRecord) -> SaveOutcome {
        do throws(PerformError) {
            undoableEntry = try archive.record(order, context: context()).sequence
            say(texts("status.saved", texts("done.\(ActionName.recordOfficeEntry.rawValue)")), .done)
            return .saved
        } catch {
            return .rejected(["": words(error)])
        }
    }

    /// Registers a first referral; somebody already known is asked about first, never merged by itself.
    func open(_ order: OpenCase, asksAboutDuplicates: Bool = true) -> SaveOutcome {
        if asksAboutDuplicates, let known = (try? archive.duplicates(of: order.citizen))?.first {
            ask(about: known, order)
            return .asked
        }
        do throws(PerformError) {
            let outcome = try archive.open(order, context: context())
            record(outcome.entry, .openCase, of: outcome.file.citizen, findings: outcome.findings)
            return .saved
        } catch {
            return .rejected(["": words(error)])
        }
    }

    /// Performs an action on many cases as one undo step; nil when nothing could be done at all.
    func performMany(_ cases: [RecordID], _ name: ActionName, _ action: (RecordID) -> any CaseAction) -> BulkOutcome? {
        do throws(StoreError) {
            let outcome = try archive.performMany(cases, name, context: context(), action: action)
            if let entry = outcome.entry { undoableEntry = entry }
            return outcome
        } catch {
            complain(error)
            return nil
        }
    }

    /// Takes back what this session recorded last.
    public func undoLast() {
        guard let entry = undoableEntry else { return say(texts("card.undo.nothing"), .info) }
        do throws(UndoRefusal) {
            let undone = try archive.undo(entry: entry, context: context())
            undoableEntry = nil
            let what = undone.undone.action.map { texts("done.\($0.rawValue)") } ?? ""
            // A first referral undone leaves no case to name.
            let whose = undone.cases.count == 1 ? (try? archive.caseFile(undone.cases[0]))?.citizen.shortName : nil
            say(texts("status.undone", [what, whose].compactMap { $0 }.joined(separator: " — ")), .done)
        } catch {
            say(words(error), .failure)
        }
        navigator?.reloadCurrent()
    }

    private func ask(about known: Duplicate, _ order: OpenCase) {
        let button = { (name: String) in
            DialogButton(self.texts("duplicate.\(name)"), key: self.texts("duplicate.\(name).key").first)
        }
        let dialog = Dialog(
            title: texts("duplicate.title"),
            text: texts(
                "duplicate.text", String(known.number), texts(known.reason == .snils ? "duplicate.snils" : "duplicate.name")),
            buttons: [button("open"), button("anyway")], ink: .warning)
        navigator?.open(
            DialogOverlay(dialog) { [weak self] answer in
                guard let self else { return }
                if answer == 0 { return self.navigator?.push(CaseCard(known.caseID, session: self)) ?? () }
                switch self.open(order, asksAboutDuplicates: false) {
                case .saved:
                    self.discardDraft("new-case.\(order.regulation)")
                    self.navigator?.leave()
                case .rejected(let errors): self.say(errors[""] ?? "", .failure)
                case .asked: break
                }
            })
    }

    /// Says what was written and about whom: in a list the row may be gone by now, and another chosen.
    private func record(_ entry: Int, _ name: ActionName, of citizen: Citizen, findings: [Finding]) {
        undoableEntry = entry
        let what = texts("status.saved", "\(texts("done.\(name.rawValue)")) — \(citizen.shortName)")
        let text = ([what] + findings.map { texts.finding($0) }).joined(separator: " · ")
        say(text, findings.contains { $0.severity >= .warning } ? .warning : .done)
    }

    /// Somebody else changed the case: look first, or write on top of the new state; never a silent overwrite.
    private func ask(about conflict: Conflict, action: any CaseAction, caseID: RecordID) {
        let entry = conflict.entry
        let who = entry.map { workerName($0.worker) } ?? ""
        let what = entry?.action.map { texts("done.\($0.rawValue)") } ?? ""
        let button = { (name: String) in
            DialogButton(self.texts("conflict.\(name)"), key: self.texts("conflict.\(name).key").first)
        }
        let dialog = Dialog(
            title: texts("conflict.title"), text: texts("conflict.text", who, entry?.at.dotted ?? "", what),
            buttons: [button("look"), button("force")], ink: .warning)
        navigator?.open(
            DialogOverlay(dialog) { [weak self] answer in
                guard let self, let fresh = self.caseFile(caseID) else { return }
                if answer == 1 {
                    switch self.save(action, on: fresh) {
                    case .saved: self.navigator?.leave()
                    case .rejected(let errors): self.say(errors[""] ?? "", .failure)
                    case .asked: break
                    }
                } else {
                    self.navigator?.push(CaseCard(caseID, session: self))
                }
            })
    }

    /// Why something was not performed, in words.
    func words(_ error: PerformError) -> String {
        switch error {
        case .refusal(let refusal): texts.refusal(refusal)
        case .store(let error): texts("store.\(error.code)", arguments: error.arguments)
        case .conflict(let conflict):
            texts(
                "conflict.text", conflict.entry.map { workerName($0.worker) } ?? "", conflict.entry?.at.dotted ?? "",
                conflict.entry?.action.map { texts("done.\($0.rawValue)") } ?? "")
        }
    }

    /// Why an entry cannot be taken back, in words.
    func words(_ refusal: UndoRefusal) -> String {
        let entry = { (entry: EntrySummary) -> String in
            let what = entry.action.map { self.texts("done.\($0.rawValue)") } ?? ""
            return self.texts("card.undo.entry", String(entry.sequence), what, self.workerName(entry.worker), entry.at.dotted)
        }
        switch refusal {
        case .nothing: return texts("card.undo.nothing")
        case .noSuchEntry: return texts("card.undo.no-such-entry")
        case .alreadyUndone(let summary): return texts("card.undo.already", entry(summary))
        case .notUndoable(let summary): return texts("card.undo.not-undoable", entry(summary))
        case .inTheWay(let summary): return texts("card.undo.in-the-way", summary.map(entry) ?? "")
        case .store(let error): return texts("store.\(error.code)", arguments: error.arguments)
        }
    }
}
