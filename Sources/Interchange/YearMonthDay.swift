/// A day of the calendar as a foreign file gives it, checked to exist.
public struct YearMonthDay: Sendable, Hashable, Comparable {
    /// The year, one of ``years``.
    public let year: Int
    /// The month, 1–12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Years that a person's papers can speak of; outside them a year is a slip of the finger.
    public static let years = 1850...2150

    /// Checks that the day exists.
    ///
    /// - Throws: ``ValueError/noSuchDay``, ``ValueError/yearOutOfRange``.
    public init(year: Int, month: Int, day: Int) throws(ValueError) {
        guard Self.years.contains(year) else { throw .yearOutOfRange }
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year) else { throw .noSuchDay }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads a date written in one of the formats.
    ///
    /// Spreadsheets write dates with a midnight behind them (`05.03.2025 0:00`), people with a «г.»; both are passed over.
    ///
    /// - Parameters:
    ///   - text: Clean text.
    ///   - formats: The formats that are accepted.
    /// - Throws: ``ValueError``: what is wrong with it as a date.
    public init(_ text: String, formats: Set<DateFormat> = Set(DateFormat.allCases)) throws(ValueError) {
        var rest = Array(text.utf8)[...]
        let parts = try Self.numbers(from: &rest)
        try Self.assertNothingMeant(by: rest)
        switch parts.separator {
        case 0x2D where parts.digits.0 == 4 && formats.contains(.yearMonthDay):
            guard parts.digits.1 == 2, parts.digits.2 == 2 else { throw .notADate }
            try self.init(year: parts.values.0, month: parts.values.1, day: parts.values.2)
        case 0x2E where formats.contains(.dayMonthYear), 0x2F where formats.contains(.dayMonthYearSlashed):
            guard parts.digits.0 <= 2, parts.digits.1 <= 2 else { throw .notADate }
            if parts.digits.2 == 2 { throw .twoDigitYear }
            guard parts.digits.2 == 4 else { throw .notADate }
            try self.init(year: parts.values.2, month: parts.values.1, day: parts.values.0)
        default: throw .notADate
        }
    }

    /// Earlier days come first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private struct Parts {
        var values = (0, 0, 0)
        var digits = (0, 0, 0)
        var separator: UInt8 = 0
    }

    /// Three numbers with one and the same separator between them.
    private static func numbers(from text: inout ArraySlice<UInt8>) throws(ValueError) -> Parts {
        var parts = Parts()
        (parts.values.0, parts.digits.0) = try number(from: &text)
        guard let separator = text.popFirst() else { throw .notADate }
        parts.separator = separator
        (parts.values.1, parts.digits.1) = try number(from: &text)
        guard text.popFirst() == separator else { throw .notADate }
        (parts.values.2, parts.digits.2) = try number(from: &text)
        return parts
    }

    private static func number(from text: inout ArraySlice<UInt8>) throws(ValueError) -> (value: Int, digits: Int) {
        var value = 0
        var digits = 0
        while let byte = text.first, (0x30...0x39).contains(byte), digits <= 4 {
            value = value * 10 + Int(byte - 0x30)
            digits += 1
            text.removeFirst()
        }
        guard digits > 0, digits <= 4 else { throw .notADate }
        return (value, digits)
    }

    private static func assertNothingMeant(by rest: ArraySlice<UInt8>) throws(ValueError) {
        if rest.isEmpty { return }
        guard let rest = String(validating: rest, as: UTF8.self) else { throw .notADate }
        if ["г", "г.", " г", " г."].contains(rest) { return }
        guard let first = rest.first, first == " " || first == "T" else { throw .notADate }
        let time = rest.dropFirst()
        guard !time.isEmpty, time.contains(":"), time.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }) else {
            throw .notADate
        }
        if time.contains(where: { $0 != "0" && $0 != ":" && $0 != "." }) { throw .unexpectedTime }
    }
}

/// Ways to write a date. The raw value is the spelling in a mapping file.
public enum DateFormat: String, Sendable, CaseIterable {
    /// `05.03.2025`, `5.3.2025`.
    case dayMonthYear = "D.M.YYYY"
    /// `05/03/2025`: the day first, as everywhere but in America; therefore only where a mapping asks for it.
    case dayMonthYearSlashed = "D/M/YYYY"
    /// `2025-03-05`.
    case yearMonthDay = "YYYY-MM-DD"
}
