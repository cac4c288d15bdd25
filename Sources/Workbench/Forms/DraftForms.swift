import CaseStore
import Casework
import Foundation
import Terminal

/// From a draft's name back to its form: what was half typed is offered where it was typed.
enum DraftForms {
    /// What a draft's body holds: how to name it on the desk, and every field's text.
    struct Named: Codable, Hashable {
        var title: String
        var caseNumber: Int?
        var values: [String: String]
    }

    /// The body of a draft; nil when it is not one of ours.
    static func named(_ draft: Draft) -> Named? { try? JSONDecoder().decode(Named.self, from: Data(draft.body.utf8)) }

    /// Opens the form or the editor of a draft; false when its case or form is gone.
    static func open(_ draft: Draft, session: Session) -> Bool {
        guard let named = named(draft) else { return false }
        let parts = draft.form.split(separator: ".").map(String.init)
        if parts.first == "new-case" {
            let act = session.regulations.first { $0.id == parts.dropFirst().first } ?? session.regulations.first
            guard let act else { return false }
            let form = CitizenForm.newCase(under: act, session: session)
            session.navigator?.push(FormScreen(form, session: session, draft: named.values))
            return true
        }
        if parts.first == "office-entry", parts.count >= 3 {
            guard let spec = EntryForms.office(kind: parts[2], of: parts[1], session: session) else { return false }
            session.navigator?.push(FormScreen(spec, session: session, draft: named.values))
            return true
        }
        if parts.first == "organisation" {
            guard let spec = OrganisationForm.spec(draft: parts, session: session) else { return false }
            session.navigator?.push(FormScreen(spec, session: session, draft: named.values))
            return true
        }
        guard let number = named.caseNumber, let id = session.caseID(number: number), let file = session.caseFile(id) else {
            return false
        }
        if parts.first == "program", parts.count >= 2 {
            guard let kind = session.acts(of: file).programKind(parts[1]) else {
                return false
            }
            session.navigator?.push(ProgramEditor(file, kind: kind, session: session, draft: named.values))
            return true
        }
        guard let spec = spec(parts, file: file, session: session) else { return false }
        session.navigator?.push(FormScreen(spec, session: session, draft: named.values))
        return true
    }

    private static func spec(_ parts: [String], file: CaseFile, session: Session) -> FormSpec? {
        switch parts.first {
        case "attempt":
            parts.dropFirst().first.flatMap(ContactMethod.init).map { AttemptForm.spec(file, method: $0, session: session) }
        case "consent": CaseForms.consent(file, session: session)
        case "meeting": CaseForms.meeting(file, session: session)
        case "settle-meeting": CaseForms.settleMeeting(file, session: session)
        case "survey": CaseForms.survey(file, session: session)
        case "assign": CaseForms.assign(file, session: session)
        case "mark": CaseForms.mark(file, session: session)
        case "close": CaseForms.close(file, session: session)
        case "reopen": CaseForms.reopen(file, session: session)
        case "referral":
            (session.regulations.first { $0.id == parts.dropFirst(2).first } ?? session.regulation(of: file)).map {
                CaseForms.addReferral(file, under: $0, session: session)
            }
        case "representative": CaseForms.representative(file, session: session)
        case "citizen": CitizenForm.edit(file, session: session)
        case "entry" where parts.count >= 4:
            EntryForms.spec(
                kind: parts[3], of: parts[2], over: parts.dropFirst(4).first.flatMap(RecordID.init), file: file, session: session)
        case "decide": decision(parts, file: file, session: session)
        case "fee":
            FeeForm.act(of: file, session: session).flatMap { pack in
                pack.regulation.fees.map { FeeForm.spec(file, pack, $0, session: session) }
            }
        default: nil
        }
    }

    /// `decide.<number>.<pack>.<rule>`
    private static func decision(_ parts: [String], file: CaseFile, session: Session) -> FormSpec? {
        let rule = parts.dropFirst(2).joined(separator: ".")
        guard let obligation = session.engine.obligations(of: file).last(where: { $0.rule == rule && $0.fulfilledAt == nil })
        else { return nil }
        return CaseForms.decide(obligation, file, session: session)
    }
}
