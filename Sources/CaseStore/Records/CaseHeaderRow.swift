import Casework

extension CaseHeader: StoredRecord {
    static let columns = [
        "number", "citizenID", "regulations", "stage", "category", "categoryUntil", "curator", "curatorSince", "openedOn",
        "closedOn",
        "closingGround", "reopeningGround", "leftActs",
    ]

    func bind(_ row: inout ColumnWriter) {
        row.put(number)
        row.put(citizenID)
        row.put(TextList.joined(regulations))
        row.put(stage)
        row.put(category)
        row.put(categoryUntil)
        row.put(curator)
        row.put(curatorSince)
        row.put(openedOn)
        row.put(closedOn)
        row.put(closingGround)
        row.put(reopeningGround)
        row.put(endings.isEmpty ? nil : JSONColumn.text(endings))
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let number = row.int()
        let citizenID = try row.id()
        let regulations = TextList.parts(row.text())
        let stage = row.text()
        let category = row.optionalText()
        let categoryUntil = row.optionalDate()
        let curator = row.optionalText()
        let curatorSince = row.optionalDate()
        self.init(
            id: id, number: number, citizenID: citizenID, regulations: regulations, stage: stage, openedOn: row.date(),
            curator: curator)
        self.version = version
        self.category = category
        self.categoryUntil = categoryUntil
        self.curatorSince = curatorSince
        closedOn = row.optionalDate()
        closingGround = row.optionalText()
        reopeningGround = row.optionalText()
        endings = try row.optionalText().map { try JSONColumn.value($0) } ?? []
    }

    func write(_ image: inout ImageWriter) {
        image.put("category", category)
        image.put("categoryUntil", categoryUntil)
        image.put("citizenID", citizenID)
        image.put("closedOn", closedOn)
        image.put("closingGround", closingGround)
        image.put("curator", curator)
        image.put("curatorSince", curatorSince)
        if !endings.isEmpty {
            image.put("leftActs", endings) { image, ending in
                image.put("ground", ending.ground)
                image.put("on", ending.on)
                image.put("regulation", ending.regulation)
            }
        }
        image.put("number", number)
        image.put("openedOn", openedOn)
        image.put("regulations", regulations)
        image.put("reopeningGround", reopeningGround)
        image.put("stage", stage)
    }
}

extension Referral: CaseRow {
    static let columns = ["receivedOn", "receivedAt", "source", "regulation", "sender", "paperNumber", "note"]

    func bind(_ row: inout ColumnWriter) {
        row.put(receivedOn)
        row.put(receivedAt)
        row.put(source)
        row.put(regulation)
        row.put(sender)
        row.put(number)
        row.put(note)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let receivedOn = row.date()
        let receivedAt = row.optionalTime()
        let source = row.text()
        let regulation = row.text()
        let sender = row.optionalText()
        let number = row.optionalText()
        self.init(
            id: id, caseID: caseID, receivedOn: receivedOn, receivedAt: receivedAt, source: source, regulation: regulation,
            sender: sender, number: number, note: row.optionalText())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("note", note)
        image.put("number", number)
        image.put("receivedAt", receivedAt)
        image.put("receivedOn", receivedOn)
        image.put("regulation", regulation)
        image.put("sender", sender)
        image.put("source", source)
    }
}
