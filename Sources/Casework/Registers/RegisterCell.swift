/// A cell of a register with its kind kept, so that a table writes a day as a day and a number as a number.
public indirect enum RegisterCell: Hashable, Sendable {
    /// Nothing is known.
    case empty
    /// Words of the data or of the pack.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A sum.
    case money(Money)
    /// A day.
    case date(CivilDate)
    /// A time of day.
    case time(CivilTime)
    /// A code of the pack with its title.
    case coded(String, title: String)
    /// Yes or no.
    case flag(Bool)
    /// A value of the domain, by the key of its wording, such as `status.group-1`.
    case word(String)
    /// Several cells in one.
    case joined([RegisterCell], by: String)

    /// A text, or nothing where it is absent or blank.
    static func optional(_ text: String?) -> RegisterCell { text?.nonEmpty.map(RegisterCell.text) ?? .empty }

    /// A day, or nothing.
    static func optional(_ date: CivilDate?) -> RegisterCell { date.map(RegisterCell.date) ?? .empty }

    /// Several cells in one; empty ones leave no trace.
    static func joining(_ cells: [RegisterCell], by separator: String = ", ") -> RegisterCell {
        let filled = cells.filter { $0 != .empty }
        return filled.count > 1 ? .joined(filled, by: separator) : filled.first ?? .empty
    }

    /// The cell in words: days dotted, yes and no and values of the domain by their wording.
    /// - Parameter words: the wording of a key.
    public func text(_ words: (String) -> String) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .money(let money): money.text
        case .coded(_, let title): title
        case .date(let date): date.dotted
        case .time(let time): time.text
        case .flag(let isSet): words(isSet ? "yes" : "no")
        case .word(let key): words(key)
        case .joined(let cells, let separator): cells.map { $0.text(words) }.joined(separator: separator)
        }
    }

    /// What the form's words are chosen by.
    var code: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .money(let money): money.plain
        case .coded(let code, _): code
        case .date(let date): date.iso
        case .time(let time): time.text
        case .flag(let isSet): isSet ? "true" : "false"
        case .word(let key): key.split(separator: ".").last.map(String.init) ?? key
        case .joined(let cells, let separator): cells.map(\.code).joined(separator: separator)
        }
    }
}
