/// Where a particular table holds our fields.
public struct ColumnPlan: Sendable {
    /// A column that no field claims; it is listed and kept aside.
    public struct UnknownColumn: Sendable, Equatable {
        /// The column's name as it stands in the header.
        public let name: String
        /// Its 1-based number.
        public let column: Int
    }

    /// Why a table's header does not do.
    public enum Problem: Error, Sendable, Equatable {
        /// No column for a required field; with the name that was looked for first.
        case missing(field: String, header: String)
        /// Several columns for one field: which is meant?
        case ambiguous(field: String, columns: [Int])

        /// The stable key of the wording, e.g. `header.missing`.
        public var code: String {
            switch self {
            case .missing: "header.missing"
            case .ambiguous: "header.ambiguous"
            }
        }
    }

    /// The 0-based column of each field that has one.
    public let columns: [String: Int]
    /// Columns that no field claims.
    public let unknown: [UnknownColumn]
    /// Why the header does not do; empty when it does. Rows must not be read before that.
    public let problems: [Problem]

    private let mapping: HeaderMapping
    private let header: [String]
    private let places: [String: Place]

    /// A field and the column that holds it.
    private struct Place {
        let field: HeaderMapping.Field
        let index: Int
    }

    init(_ mapping: HeaderMapping, header: [String]) {
        self.mapping = mapping
        self.header = header
        let fieldsByKey = Dictionary(
            mapping.fields.flatMap { field in field.headers.map { (NameKey.key(of: $0), field.id) } }
        ) { first, _ in first }

        var found: [String: [Int]] = [:]
        var unknown: [UnknownColumn] = []
        for (index, name) in header.enumerated() {
            if let field = fieldsByKey[NameKey.key(of: name)] {
                found[field, default: []].append(index)
            } else {
                unknown.append(UnknownColumn(name: name, column: index + 1))
            }
        }
        self.unknown = unknown
        let columns = found.compactMapValues(\.first)
        self.columns = columns
        places = Dictionary(
            mapping.fields.compactMap { field in columns[field.id].map { (field.id, Place(field: field, index: $0)) } }
        ) { first, _ in first }
        problems = mapping.fields.compactMap { field in
            let columns = found[field.id, default: []]
            if columns.count > 1 { return .ambiguous(field: field.id, columns: columns.map { $0 + 1 }) }
            if columns.isEmpty, field.isRequired { return .missing(field: field.id, header: field.headers.first ?? field.id) }
            return nil
        }
    }

    /// Reads a field of a row.
    ///
    /// - Parameters:
    ///   - field: The field's id.
    ///   - record: The row.
    /// - Returns: The value; nil where the table has no such column or the cell is empty.
    /// - Throws: ``CellError``, which says where.
    public func value(of field: String, in record: DelimitedRecord) throws(CellError) -> CellValue? {
        guard let place = places[field] else { return nil }
        let raw = place.index < record.fields.count ? record.fields[place.index] : ""
        do throws(ValueError) {
            return try mapping.value(raw, of: place.field)
        } catch {
            throw CellError(
                line: record.line, column: place.index + 1, header: header[place.index], field: field, reason: error)
        }
    }
}

/// A cell that cannot be used, and where it stands.
public struct CellError: Error, Sendable, Equatable {
    /// The 1-based line of the file on which the row begins.
    public let line: Int
    /// The 1-based number of the column.
    public let column: Int
    /// The column's name as it stands in the header.
    public let header: String
    /// Our name of the field.
    public let field: String
    /// What is wrong; its raw value is the key of the wording.
    public let reason: ValueError

    /// Creates an error.
    public init(line: Int, column: Int, header: String, field: String, reason: ValueError) {
        self.line = line
        self.column = column
        self.header = header
        self.field = field
        self.reason = reason
    }
}
