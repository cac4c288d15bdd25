/// Why the store cannot work. Never holds wording or a person's data: the wording is found by ``code``.
public enum StoreError: Error, Hashable, Sendable {
    /// No file at the path.
    case missing
    /// A file stands where a new store should be made.
    case alreadyThere
    /// The file is not a store of this program.
    case notAStore
    /// A newer version of the program wrote it; its schema's number.
    case newer(schema: Int)
    /// The file is damaged; it was not touched.
    case damaged
    /// The file or its folder may not be written.
    case readOnly
    /// The file or its folder may not be read.
    case noAccess
    /// Another process holds the store for longer than the busy timeout.
    case locked
    /// Another process has the store open, and the work needs it alone.
    case inUse
    /// The disk, or the quota, is full; nothing of the transaction was written.
    case diskFull
    /// The operating system refused to write (a file-size limit, a failing disk); nothing of the transaction was written.
    case writeFailed
    /// The folder is on a network file system, where SQLite's locks do not hold.
    case networkFileSystem
    /// No case, entry, draft or worker of that identifier or number.
    case notFound
    /// The caller called it off; nothing was written.
    case cancelled
    /// Anything else; SQLite's extended result code, <https://sqlite.org/rescode.html>.
    case unexpected(code: Int32)

    /// The wording's key in `Resources/*.lproj` under `store.`.
    public var code: String {
        switch self {
        case .missing: "missing"
        case .alreadyThere: "already-there"
        case .notAStore: "not-a-store"
        case .newer: "newer"
        case .damaged: "damaged"
        case .readOnly: "read-only"
        case .noAccess: "no-access"
        case .locked: "locked"
        case .inUse: "in-use"
        case .diskFull: "disk-full"
        case .writeFailed: "write-failed"
        case .networkFileSystem: "network-file-system"
        case .notFound: "not-found"
        case .cancelled: "cancelled"
        case .unexpected: "unexpected"
        }
    }

    /// What the wording needs, in order.
    public var arguments: [String] {
        switch self {
        case .newer(let schema): [String(schema)]
        case .unexpected(let code): [String(code)]
        default: []
        }
    }
}
