import Casework

/// A foreign table of referrals, opened and with its columns found: gives out each row as an order to open a case, or says
/// why the row cannot be one.
///
/// ```swift
/// let table = try ReferralTable(path: "выписки.csv", mapping: mapping, acts: acts, today: today, newID: newID)
/// while let row = try table.next() { … }
/// ```
public final class ReferralTable {
    /// Why a table cannot be read as a list of referrals at all.
    public enum Failure: Error, Sendable, Equatable {
        /// The file itself.
        case file(ForeignFileError)
        /// Its header.
        case header([ColumnPlan.Problem])
    }

    /// One row, taken or not.
    public struct Row: Sendable {
        /// The 1-based line on which it begins.
        public var line: Int
        /// The cells as they are in the file.
        public var fields: [String]
        /// The order, or every fault of the row.
        public var reading: Result<OpenCase, ReferralFaults>
    }

    private let reader: DelimitedReader
    private let plan: ColumnPlan
    private let translator: ReferralTranslator

    /// Opens the table and finds its columns.
    /// - Parameters:
    ///   - acts: the acts by whose sources the column of sources is read; the first that knows a source takes the row.
    ///   - newID: identifiers for people, replaced when cases are opened.
    /// - Throws: ``Failure``; no row was read then.
    public init(
        path: String, encoding: EncodingChoice = .auto, mapping: HeaderMapping, acts: [Regulation], today: CivilDate,
        newID: @escaping @Sendable () -> RecordID
    ) throws(Failure) {
        do throws(ForeignFileError) {
            reader = try DelimitedReader(try ForeignFile(path: path, encoding: encoding))
        } catch {
            throw .file(error)
        }
        plan = mapping.plan(for: reader.header)
        if !plan.problems.isEmpty { throw .header(plan.problems) }
        translator = ReferralTranslator(
            plan: plan, mapping: mapping, header: reader.header, acts: acts, today: today, newID: newID)
    }

    /// The path as it was given.
    public var path: String { reader.file.path }
    /// The columns' names as they are in the file.
    public var header: [String] { reader.header }
    /// Columns that no field claims, but for the reasons that ``RejectedRows`` adds.
    public var unknownColumns: [String] { plan.unknown.map(\.name).filter { !RejectedRows.isReason($0) } }
    /// The encoding found, and how sure it is.
    public var encoding: EncodingFinding { reader.file.encoding }
    /// What stands between cells.
    public var delimiter: Delimiter { reader.delimiter }
    /// Rows given out so far.
    public var rowsRead: Int { reader.rowsRead }

    /// The next row; nil at the end.
    /// - Throws: ``ForeignFileError``: the table is broken and nothing of it should count.
    public func next() throws(ForeignFileError) -> Row? {
        guard let record = try reader.next() else { return nil }
        return Row(line: record.line, fields: record.fields, reading: translator.read(record))
    }
}
