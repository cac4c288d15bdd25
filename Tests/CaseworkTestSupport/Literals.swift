import Casework

/// Dates in tests are written as people read them: `"2025-03-12"`.
extension CivilDate: ExpressibleByStringLiteral {
    /// A day from an ISO literal; a wrong literal is a mistake of the test and stops it.
    public init(stringLiteral text: String) {
        guard let date = CivilDate(iso: text) else { preconditionFailure("«\(text)» is not an ISO date") }
        self = date
    }
}

/// Times in tests are written as `"14:30"`.
extension CivilTime: ExpressibleByStringLiteral {
    /// A time from an `HH:MM` literal; a wrong literal is a mistake of the test and stops it.
    public init(stringLiteral text: String) {
        guard let time = CivilTime(text) else { preconditionFailure("«\(text)» is not a time") }
        self = time
    }
}

/// Moments in tests are written as `"2025-03-12T14:30"`, or as a day alone.
extension CivilDateTime: ExpressibleByStringLiteral {
    /// A moment from an ISO literal; a wrong literal is a mistake of the test and stops it.
    public init(stringLiteral text: String) {
        guard let moment = CivilDateTime(iso: text) else { preconditionFailure("«\(text)» is not an ISO moment") }
        self = moment
    }
}
