import Casework
import GRDB

/// Writes one journal entry with its changes, inside the transaction of the change itself.
struct JournalWriter {
    /// The entry's number.
    let sequence: Int
    private let database: Database
    private let at: Int
    private let worker: String
    private let action: ActionName
    private let undoes: Int?
    private let note: String?
    private let previous: [UInt8]
    private let chain: JournalChain
    private var ordinal = 0
    private var caseStart: (id: RecordID, ordinal: Int)?
    private let putChange: Prepared
    private let putCase: Prepared

    /// Begins the entry after the last one.
    init(_ database: Database, _ action: ActionName, _ context: DecisionContext, undoes: Int? = nil, note: String? = nil) throws {
        try self.init(database, action, worker: context.worker, at: context.now, undoes: undoes, note: note)
    }

    /// As above, for changes that ask nothing of the acts.
    init(
        _ database: Database, _ action: ActionName, worker: String, at: CivilDateTime, undoes: Int? = nil, note: String? = nil
    ) throws {
        self.database = database
        self.at = Moment.number(at)
        self.worker = worker
        self.action = action
        self.undoes = undoes
        self.note = note
        let last = try database.prepared(#"SELECT "sequence", "hash" FROM journal ORDER BY "sequence" DESC LIMIT 1"#)
            .first { (sequence: $0.int(), hash: $0.bytes()) }
        sequence = (last?.sequence ?? 0) + 1
        previous = last?.hash ?? JournalChain.origin
        chain = JournalChain(
            after: previous, sequence: sequence, at: self.at, worker: worker, action: action.rawValue, undoes: undoes, note: note)
        putChange = try database.prepared(
            """
            INSERT INTO journalChange ("entry", "ordinal", "kind", "caseID", "rowID", "version", "before", "after")
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        putCase = try database.prepared(
            #"INSERT INTO journalCase ("caseID", "entry", "firstOrdinal", "lastOrdinal") VALUES (?, ?, ?, ?)"#)
    }

    /// Whether nothing was added.
    var isEmpty: Bool { ordinal == 0 }

    /// Adds a row's change; changes of one case come one after another.
    /// - Parameter version: after the change; before it, for a removal.
    mutating func add(_ kind: RecordKind, caseID: RecordID, rowID: RecordID, version: Int, before: [UInt8]?, after: [UInt8]?)
        throws
    {
        if caseStart?.id != caseID {
            try endCase()
            caseStart = (caseID, ordinal + 1)
        }
        try add(kind: kind.rawValue, caseID: caseID, rowID: rowID, version: version, before: before, after: after)
    }

    /// Adds a change of something that is not a case's row, such as a setting.
    mutating func add(
        kind: String, caseID: RecordID? = nil, rowID: RecordID? = nil, version: Int = 0, before: [UInt8]?, after: [UInt8]?
    ) throws {
        ordinal += 1
        chain.add(kind: kind, caseID: caseID, rowID: rowID, version: version, before: before, after: after)
        try putChange.run { row in
            row.put(sequence)
            row.put(ordinal)
            row.put(kind)
            row.put(caseID)
            row.put(rowID)
            row.put(version)
            if let before { row.put(text: before) } else { row.null() }
            if let after { row.put(text: after) } else { row.null() }
        }
    }

    /// Writes the entry with its hash.
    mutating func finish() throws {
        try endCase()
        let hash = chain.finish()
        try database.run(
            """
            INSERT INTO journal ("sequence", "at", "worker", "action", "undoes", "note", "changes", "previousHash", "hash")
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ) { row in
            row.put(sequence)
            row.put(at)
            row.put(worker)
            row.put(action.rawValue)
            row.put(undoes)
            row.put(note)
            row.put(ordinal)
            row.put(blob: previous)
            row.put(blob: hash)
        }
    }

    private mutating func endCase() throws {
        guard let start = caseStart else { return }
        caseStart = nil
        try putCase.run { row in
            row.put(start.id)
            row.put(sequence)
            row.put(start.ordinal)
            row.put(ordinal)
        }
    }
}
