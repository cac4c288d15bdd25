import Foundation

/// One row of the result: ours beside bare.
struct Row {
    var name: String
    var unit: String
    var ours: Samples
    var bare: Samples?
    /// Bytes sent to the terminal, the mean of a frame.
    var bytes: Double?
    /// What the row must keep to.
    var aims: [Aim] = []

    /// A bound and how it is told.
    enum Aim {
        /// The 95th percentile in the row's unit.
        case p95(Double)
        /// The median in the row's unit.
        case median(Double)
        /// So many times the bare work, by the 95th percentiles; by the medians where there are few measurements.
        case ratio(Double)
        /// Bytes of a frame.
        case bytes(Double)
    }

    /// Too few measurements for percentiles: the medians are compared.
    private var isShort: Bool { ours.values.count < 20 }

    var ratio: Double? {
        guard let bare, bare.median > 0 else { return nil }
        return isShort ? ours.median / bare.median : ours.p95 / bare.p95
    }

    /// What is missed and by how much; empty when nothing is.
    var misses: [String] {
        aims.compactMap { aim in
            switch aim {
            case .p95(let bound) where ours.p95 > bound: "p95 \(Row.short(ours.p95)) > \(Row.short(bound)) \(unit)"
            case .median(let bound) where ours.median > bound: "\(Row.short(ours.median)) > \(Row.short(bound)) \(unit)"
            case .ratio(let bound): ratio.flatMap { $0 > bound ? "\(Row.short($0))x > \(Row.short(bound))x bare" : nil }
            case .bytes(let bound): bytes.flatMap { $0 > bound ? "\(Int($0)) > \(Int(bound)) bytes" : nil }
            default: nil
            }
        }
    }

    var cells: [String] {
        let verdict = aims.isEmpty ? "" : misses.isEmpty ? "met" : "MISSED: " + misses.joined(separator: "; ")
        return [
            name, unit, Row.short(ours.median), isShort ? "" : Row.short(ours.p95), bare.map { Row.short($0.median) } ?? "",
            bare.flatMap { isShort ? nil : Row.short($0.p95) } ?? "", ratio.map { Row.short($0) + "x" } ?? "",
            bytes.map { String(Int($0.rounded())) } ?? "", verdict,
        ]
    }

    static let heading = ["", "unit", "p50", "p95", "bare p50", "bare p95", "ratio", "bytes", "aim"]

    /// Three significant digits.
    static func short(_ value: Double) -> String {
        let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
        return String(format: "%.\(digits)f", value)
    }
}

/// The rows as a Markdown table, which reads well in a terminal too.
struct Table {
    var rows: [Row] = []

    var text: String {
        let cells = [Row.heading] + rows.map(\.cells)
        let widths = Row.heading.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        func line(_ texts: [String]) -> String {
            let padded = zip(texts, widths).enumerated().map { index, pair in
                let gap = String(repeating: " ", count: pair.1 - pair.0.count)
                return (2...7).contains(index) ? gap + pair.0 : pair.0 + gap
            }
            return "| " + padded.joined(separator: " | ") + " |\n"
        }
        let rule = widths.enumerated().map { index, width in
            (2...7).contains(index)
                ? String(repeating: "-", count: max(1, width - 1)) + ":" : String(repeating: "-", count: width)
        }
        return line(cells[0]) + line(rule) + cells.dropFirst().map(line).joined()
    }
}
