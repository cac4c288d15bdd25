import Casework

extension ContactAttempt: CaseRow {
    static let columns = ["on", "at", "method", "outcome", "target", "worker", "note"]

    func bind(_ row: inout ColumnWriter) {
        row.put(on)
        row.put(at)
        row.put(method.rawValue)
        row.put(outcome.rawValue)
        row.put(target)
        row.put(worker)
        row.put(note)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let on = row.date()
        let at = row.optionalTime()
        let method = try row.choice(ContactMethod.self)
        let outcome = try row.choice(ContactOutcome.self)
        let target = row.optionalText()
        let worker = row.text()
        self.init(
            id: id, caseID: caseID, on: on, at: at, method: method, outcome: outcome, target: target, worker: worker,
            note: row.optionalText())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("at", at)
        image.put("method", method.rawValue)
        image.put("note", note)
        image.put("on", on)
        image.put("outcome", outcome.rawValue)
        image.put("target", target)
        image.put("worker", worker)
    }
}

extension Consent: CaseRow {
    static let columns = ["to", "isGiven", "on", "note"]

    func bind(_ row: inout ColumnWriter) {
        row.put(to.rawValue)
        row.put(isGiven)
        row.put(on)
        row.put(note)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let to = try row.choice(ConsentKind.self)
        let isGiven = row.bool()
        let on = row.date()
        self.init(id: id, caseID: caseID, to: to, isGiven: isGiven, on: on, note: row.optionalText())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("isGiven", isGiven)
        image.put("note", note)
        image.put("on", on)
        image.put("to", to.rawValue)
    }
}

extension Meeting: CaseRow {
    static let columns = ["agreedOn", "on", "at", "place", "status"]

    func bind(_ row: inout ColumnWriter) {
        row.put(agreedOn)
        row.put(on)
        row.put(at)
        row.put(place)
        row.put(status.rawValue)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let agreedOn = row.date()
        let on = row.date()
        let at = row.optionalTime()
        let place = row.optionalText()
        self.init(id: id, caseID: caseID, agreedOn: agreedOn, on: on, at: at, place: place, status: try row.choice())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("agreedOn", agreedOn)
        image.put("at", at)
        image.put("on", on)
        image.put("place", place)
        image.put("status", status.rawValue)
    }
}
