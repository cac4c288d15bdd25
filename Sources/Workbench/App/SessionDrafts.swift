import CaseStore
import Casework
import Foundation
import Terminal

// Drafts: what is half typed survives a crash, a kill and a closed terminal, and is offered back with its age.
extension Session {
    /// Opens a form; a draft of it is offered first.
    func openForm(_ spec: FormSpec) {
        guard let draft = drafts().first(where: { $0.form == spec.id }), let named = DraftForms.named(draft) else {
            navigator?.push(FormScreen(spec, session: self))
            return
        }
        let button = { (name: String) in DialogButton(self.texts("draft.\(name)"), key: self.texts("draft.\(name).key").first) }
        let dialog = Dialog(
            title: spec.title, text: texts("draft.offer", age(of: draft)), buttons: [button("resume"), button("fresh")])
        navigator?.open(
            DialogOverlay(dialog) { [weak self] answer in
                guard let self else { return }
                if answer == 1 { self.discardDraft(draft) }
                self.navigator?.push(FormScreen(spec, session: self, draft: answer == 0 ? named.values : nil))
            })
    }

    /// Goes on from a draft of the desk.
    func resume(_ draft: Draft) {
        if !DraftForms.open(draft, session: self) { say(texts("draft.unreadable"), .warning) }
    }

    /// This worker's drafts, the newest first.
    func drafts() -> [Draft] { (try? archive.drafts(worker: worker.login)) ?? [] }

    /// Keeps what is typed; true when it is safe.
    func keepDraft(_ form: String, caseNumber: Int?, title: String, values: [String: String]) -> Bool {
        let named = DraftForms.Named(title: title, caseNumber: caseNumber, values: values)
        guard let body = try? JSONEncoder().encode(named) else { return false }
        do throws(StoreError) {
            try archive.save(
                Draft(form: form, worker: worker.login, body: String(decoding: body, as: UTF8.self), savedAt: now))
            return true
        } catch {
            complain(error)
            return false
        }
    }

    /// Forgets the draft of a form.
    func discardDraft(_ form: String) { try? archive.deleteDraft(form: form, worker: worker.login) }

    /// Forgets a draft.
    func discardDraft(_ draft: Draft) { try? archive.deleteDraft(form: draft.form, caseID: draft.caseID, worker: worker.login) }

    /// «5 минут назад», «вчера».
    func age(of draft: Draft) -> String {
        if draft.savedAt.date == today { return texts.count("draft.age.minutes", draft.ageInMinutes(at: now)) }
        return texts.relativeDay(draft.savedAt.date, today: today)
    }

    /// Opens the programme of a kind, with its draft where one was left behind.
    func openProgram(_ kind: String, of file: CaseFile) {
        guard let programKind = acts(of: file).programKind(kind) else { return }
        let draft = drafts().first { $0.form == "program.\(kind).\(file.header.number)" }
        navigator?.push(
            ProgramEditor(file, kind: programKind, session: self, draft: draft.flatMap(DraftForms.named)?.values))
        if let draft { say(texts("draft.taken-up", age(of: draft)), .info) }
    }
}
