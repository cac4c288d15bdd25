import Casework

extension NeedsSurvey: CaseRow {
    static let columns = ["meetingID", "on", "needs", "note"]

    func bind(_ row: inout ColumnWriter) {
        row.put(meetingID)
        row.put(on)
        row.put(JSONColumn.text(needs))
        row.put(note)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let meetingID = try row.optionalID()
        let on = row.date()
        let needs = try JSONColumn.value(row.text(), as: [Need].self)
        self.init(id: id, caseID: caseID, meetingID: meetingID, on: on, needs: needs, note: row.optionalText())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("meetingID", meetingID)
        image.put("needs", needs) {
            $0.put("area", $1.area)
            $0.put("text", $1.text)
        }
        image.put("note", note)
        image.put("on", on)
    }
}

extension SupportProgram: CaseRow {
    static let columns = ["programKind", "ordinal", "status", "draftedOn", "agreedOn", "from", "until", "measures", "note"]

    func bind(_ row: inout ColumnWriter) {
        row.put(programKind)
        row.put(ordinal)
        row.put(status.rawValue)
        row.put(draftedOn)
        row.put(agreedOn)
        row.put(from)
        row.put(until)
        row.put(JSONColumn.text(measures))
        row.put(note)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let programKind = row.text()
        let ordinal = row.int()
        let status = try row.choice(ProgramStatus.self)
        let draftedOn = row.date()
        let agreedOn = row.optionalDate()
        let from = row.optionalDate()
        let until = row.optionalDate()
        let measures = try JSONColumn.value(row.text(), as: [Measure].self)
        self.init(
            id: id, caseID: caseID, programKind: programKind, ordinal: ordinal, draftedOn: draftedOn, from: from, until: until,
            measures: measures, note: row.optionalText())
        self.version = version
        self.status = status
        self.agreedOn = agreedOn
    }

    func write(_ image: inout ImageWriter) {
        image.put("agreedOn", agreedOn)
        image.put("draftedOn", draftedOn)
        image.put("from", from)
        image.put("measures", measures) {
            $0.put("area", $1.area)
            $0.put("duration", $1.duration)
            $0.put("executor", $1.executor)
            $0.put("periodicity", $1.periodicity)
            $0.put("title", $1.title)
            $0.put("volume", $1.volume)
        }
        image.put("note", note)
        image.put("ordinal", ordinal)
        image.put("programKind", programKind)
        image.put("status", status.rawValue)
        image.put("until", until)
    }
}

extension ObligationOverride: CaseRow {
    static let columns = ["rule", "triggerID", "decision", "until", "reason", "on", "worker"]

    func bind(_ row: inout ColumnWriter) {
        row.put(rule)
        row.put(triggerID)
        row.put(decision.rawValue)
        row.put(until)
        row.put(reason)
        row.put(on)
        row.put(worker)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let rule = row.text()
        let triggerID = try row.id()
        let decision = try row.choice(OverrideKind.self)
        let until = row.optionalDate()
        let reason = row.text()
        let on = row.date()
        self.init(
            id: id, caseID: caseID, rule: rule, triggerID: triggerID, decision: decision, until: until, reason: reason, on: on,
            worker: row.text())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("decision", decision.rawValue)
        image.put("on", on)
        image.put("reason", reason)
        image.put("rule", rule)
        image.put("triggerID", triggerID)
        image.put("until", until)
        image.put("worker", worker)
    }
}

extension RegistryMark: CaseRow {
    static let columns = ["subject", "on", "worker"]

    func bind(_ row: inout ColumnWriter) {
        row.put(subject)
        row.put(on)
        row.put(worker)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let subject = row.text()
        let on = row.date()
        self.init(id: id, caseID: caseID, subject: subject, on: on, worker: row.text())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("on", on)
        image.put("subject", subject)
        image.put("worker", worker)
    }
}
