import Casework

/// Why a row is not taken: where in the row, and what is wrong. Never holds the cell's text, which may be personal data.
public struct ReferralFault: Error, Hashable, Sendable {
    /// The column's name as it stands in the header; nil where the row as a whole is meant.
    public var column: String?
    /// What is wrong.
    public var reason: Reason

    /// What is wrong with a row.
    public enum Reason: Hashable, Sendable {
        /// A key of the wording with what it needs.
        case code(String, [String])
        /// A rule of the domain.
        case refusal(Refusal)
    }

    /// A fault.
    public init(column: String?, reason: Reason) {
        self.column = column
        self.reason = reason
    }
}

/// All faults of one row, in the order in which its fields are read; never empty.
public struct ReferralFaults: Error, Hashable, Sendable {
    /// The faults.
    public var faults: [ReferralFault]

    /// Faults of a row.
    public init(_ faults: [ReferralFault]) { self.faults = faults }
}
