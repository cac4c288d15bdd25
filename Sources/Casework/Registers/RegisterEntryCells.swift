/// An entry of a case or of the office, as a row or a column sees it.
struct RegisterOwnEntry {
    let kind: EntryKind?
    let on: CivilDate
    let at: CivilTime?
    let values: [String: String]
    let worker: String

    init(_ entry: CaseEntry, _ surroundings: RegisterSurroundings) {
        kind = surroundings.regulation.entryKind(entry.entryKind)
        (on, at, values, worker) = (entry.on, entry.at, entry.values, entry.worker)
    }

    init(_ entry: OfficeEntry, _ surroundings: RegisterSurroundings) {
        kind = surroundings.regulation.entryKind(entry.entryKind)
        (on, at, values, worker) = (entry.on, entry.at, entry.values, entry.worker)
    }
}

extension RegisterEntryField {
    /// What is shown of an entry.
    func cell(of entry: RegisterOwnEntry, _ surroundings: RegisterSurroundings) -> RegisterCell {
        switch self {
        case .date: .date(entry.on)
        case .time: entry.at.map(RegisterCell.time) ?? .empty
        case .worker: .text(surroundings.workers[entry.worker] ?? entry.worker)
        case .field(let id): entry.values[id].map { entry.kind?.field(id)?.cell(of: $0, surroundings) ?? .text($0) } ?? .empty
        }
    }
}

extension EntryField {
    /// A kept value as a cell of its kind; one that no longer fits its field is shown as it stands.
    func cell(of value: String, _ surroundings: RegisterSurroundings) -> RegisterCell {
        switch kind {
        case .text, .note, .organisation: .optional(value)
        case .date: CivilDate(iso: value).map(RegisterCell.date) ?? .text(value)
        case .time: CivilTime(value).map(RegisterCell.time) ?? .text(value)
        case .number: Int(value).map(RegisterCell.number) ?? .text(value)
        case .money: Money(value).map(RegisterCell.money) ?? .text(value)
        case .choice: coded(value)
        case .checks: .joining(value.split(separator: ",").map { coded(String($0)) })
        case .flag: .flag(value == "yes")
        case .worker: .coded(value, title: surroundings.workers[value] ?? value)
        case .entry: .coded(value, title: surroundings.entryNames[value] ?? value)
        case .rule:
            .coded(value, title: surroundings.regulation.obligations.first { $0.id == value }?.title ?? value)
        }
    }

    private func coded(_ id: String) -> RegisterCell {
        .coded(id, title: choices.first { $0.id == id }?.title ?? id)
    }
}
