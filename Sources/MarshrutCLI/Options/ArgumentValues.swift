import ArgumentParser
import Casework

/// Days on the command line: `2025-03-12`, and `12.03.2025` as papers write them.
extension CivilDate: ExpressibleByArgument {
    /// Reads a day; nil when it is none.
    public init?(argument: String) {
        if let date = CivilDate(iso: argument) {
            self = date
            return
        }
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [2, 2, 4] else { return nil }
        self.init(iso: "\(parts[2])-\(parts[1])-\(parts[0])")
    }
}

/// Moments on the command line: a day, or a day with `THH:MM` (or ` HH:MM`) behind it.
extension CivilDateTime: ExpressibleByArgument {
    /// Reads a moment; nil when it is none.
    public init?(argument: String) {
        let parts = argument.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard let first = parts.first, parts.count <= 2, let date = CivilDate(argument: String(first)) else { return nil }
        if parts.count == 1 {
            self.init(date)
        } else {
            guard let time = CivilTime(parts[1]) else { return nil }
            self.init(date, time)
        }
    }
}
