import Casework
import GRDB

/// A form's unsaved text, offered back after an accident.
public struct Draft: Hashable, Sendable {
    /// The form's name, such as `log-contact-attempt`.
    public var form: String
    /// The case, where the form is about one.
    public var caseID: RecordID?
    /// The worker's login.
    public var worker: String
    /// The fields, as JSON of the form's own.
    public var body: String
    /// When it was saved, by the office's clock.
    public var savedAt: CivilDateTime

    /// A draft to save.
    public init(form: String, caseID: RecordID? = nil, worker: String, body: String, savedAt: CivilDateTime) {
        self.form = form
        self.caseID = caseID
        self.worker = worker
        self.body = body
        self.savedAt = savedAt
    }

    /// Whole minutes since it was saved; 0 when the clock went back.
    public func ageInMinutes(at now: CivilDateTime) -> Int { max(0, Moment.number(now) - Moment.number(savedAt)) }
}

/// A registry query that a worker named.
public struct SavedView: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The query.
    public var query: RegistryQuery

    /// A named query.
    public init(name: String, query: RegistryQuery) {
        self.name = name
        self.query = query
    }
}

extension CaseArchive {
    /// Keeps a form's text over the earlier one of the same form, case and worker; not journalled.
    public func save(_ draft: Draft) throws(StoreError) {
        try writing { database in
            try database.run(
                """
                INSERT INTO draft ("worker", "form", "caseID", "body", "savedAt") VALUES (?, ?, ?, ?, ?)
                ON CONFLICT ("worker", "form", "caseID") DO UPDATE SET "body" = excluded."body", "savedAt" = excluded."savedAt"
                """
            ) {
                $0.put(draft.worker)
                $0.put(draft.form)
                $0.put(draft.caseID ?? Drafts.noCase)
                $0.put(draft.body)
                $0.put(Moment.number(draft.savedAt))
            }
        }
    }

    /// The worker's draft of a form, or nil.
    public func draft(form: String, caseID: RecordID? = nil, worker: String) throws(StoreError) -> Draft? {
        try drafts(worker: worker).first { $0.form == form && $0.caseID == caseID }
    }

    /// The worker's drafts, the latest first.
    public func drafts(worker: String) throws(StoreError) -> [Draft] {
        try reading { database in
            try database.prepared(
                #"SELECT "form", "caseID", "body", "savedAt" FROM draft WHERE "worker" = ? ORDER BY "savedAt" DESC, "form""#
            ).all({ $0.put(worker) }) { row in
                let form = row.text()
                let caseID = try row.id()
                return Draft(
                    form: form, caseID: caseID == Drafts.noCase ? nil : caseID, worker: worker, body: row.text(),
                    savedAt: Moment.value(row.int()))
            }
        }
    }

    /// Throws a draft away, as when its form was saved.
    public func deleteDraft(form: String, caseID: RecordID? = nil, worker: String) throws(StoreError) {
        try writing { database in
            try database.run(#"DELETE FROM draft WHERE "worker" = ? AND "form" = ? AND "caseID" = ?"#) {
                $0.put(worker)
                $0.put(form)
                $0.put(caseID ?? Drafts.noCase)
            }
        }
    }

    /// The worker's saved views, by name.
    public func savedViews(worker: String) throws(StoreError) -> [SavedView] {
        try reading { database in
            try database.prepared(#"SELECT "name", "query" FROM savedView WHERE "worker" = ? ORDER BY "name""#)
                .all({ $0.put(worker) }) { SavedView(name: $0.text(), query: try JSONColumn.value($0.text())) }
        }
    }

    /// Keeps a view over the earlier one of the same name; not journalled.
    public func save(_ view: SavedView, worker: String) throws(StoreError) {
        try writing { database in
            try database.run(
                """
                INSERT INTO savedView ("worker", "name", "query") VALUES (?, ?, ?)
                ON CONFLICT ("worker", "name") DO UPDATE SET "query" = excluded."query"
                """
            ) {
                $0.put(worker)
                $0.put(view.name)
                $0.put(JSONColumn.text(view.query))
            }
        }
    }

    /// Throws a view away.
    public func deleteSavedView(_ name: String, worker: String) throws(StoreError) {
        try writing { database in
            try database.run(#"DELETE FROM savedView WHERE "worker" = ? AND "name" = ?"#) {
                $0.put(worker)
                $0.put(name)
            }
        }
    }
}

private enum Drafts {
    /// What stands for «about no case» in the key.
    static let noCase = RecordID(high: 0, low: 0)
}
