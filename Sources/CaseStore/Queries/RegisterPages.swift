import Casework
import GRDB

/// Which cases a register is made over, beside what the register itself leaves out.
public struct RegisterNarrowing: Hashable, Sendable {
    /// Cases of this curator only.
    public var curator: String?
    /// The first referral under the act came on this day or later.
    public var from: CivilDate?
    /// The first referral under the act came on this day or earlier.
    public var until: CivilDate?
    /// Rows whose words hold this, whatever case and Ё; empty holds everywhere.
    public var text: String

    /// A narrowing; with no arguments none.
    public init(curator: String? = nil, from: CivilDate? = nil, until: CivilDate? = nil, text: String = "") {
        self.curator = curator
        self.from = from
        self.until = until
        self.text = text
    }
}

/// The rows of a register, page by page, in the register's order.
///
/// The order is found once and kept as identifiers, sixteen bytes a case; whole case files are read a page at a time,
/// so a register over everybody needs the memory of a page. Every page is one consistent state; a case that another
/// worker changes between two pages appears as it stands then.
///
/// ```swift
/// var pages = try archive.register(definition, narrowing, in: surroundings)
/// while case let rows = try pages.next(200, words: { texts($0) }), !rows.isEmpty { … }
/// ```
public struct RegisterPages {
    private let archive: CaseArchive
    private let definition: RegisterDefinition
    private let surroundings: RegisterSurroundings
    private let sought: String
    private var waiting: ArraySlice<RegisterKey>
    private var number = 1

    /// Case files read at once.
    private static let atOnce = 100

    init(
        _ archive: CaseArchive, _ definition: RegisterDefinition, _ narrowing: RegisterNarrowing,
        _ surroundings: RegisterSurroundings
    ) throws(StoreError) {
        self.archive = archive
        self.definition = definition
        var surroundings = surroundings
        sought = SearchKey.fold(narrowing.text)
        (waiting, surroundings.entryNames) = try archive.reading { database in
            let cases = RegisterCases(database: database)
            return (try cases.keys(definition, narrowing)[...], try cases.entryNames(surroundings.regulation))
        }
        self.surroundings = surroundings
    }

    /// The next rows; empty when there are no more.
    /// - Parameters:
    ///   - count: rows at least, where so many are left; up to as many more as one reading brings.
    ///   - words: the wording of a key, for seeking a text in what is shown.
    public mutating func next(_ count: Int, words: (String) -> String) throws(StoreError) -> [RegisterRow] {
        var rows: [RegisterRow] = []
        while rows.count < count, !waiting.isEmpty {
            let keys = waiting.prefix(RegisterPages.atOnce)
            waiting = waiting.dropFirst(RegisterPages.atOnce)
            for subject in try archive.reading({ try RegisterCases(database: $0).subjects(keys) }) {
                guard let row = row(of: subject) else { continue }
                // A row keeps its number in the register when others are not sought.
                number += 1
                if isSought(row, words) { rows.append(row) }
            }
        }
        return rows
    }

    private func row(of subject: RegisterCases.Subject) -> RegisterRow? {
        switch subject {
        case .file(let file, let entry): definition.row(of: file, entry: entry, number: number, in: surroundings)
        case .office(let entry): definition.row(of: entry, number: number, in: surroundings)
        }
    }

    private func isSought(_ row: RegisterRow, _ words: (String) -> String) -> Bool {
        sought.isEmpty || row.cells.contains { SearchKey.fold($0.text(words)).contains(sought) }
    }
}

extension CaseArchive {
    /// The rows of a register.
    public func register(
        _ definition: RegisterDefinition, _ narrowing: RegisterNarrowing = RegisterNarrowing(),
        in surroundings: RegisterSurroundings
    ) throws(StoreError) -> RegisterPages {
        try RegisterPages(self, definition, narrowing, surroundings)
    }
}
