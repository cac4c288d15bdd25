import CaseStore
import Casework
import MarshrutResources
import Terminal

/// A case's journal as lines: who, when, what, and the fields before and after, in the words of the card.
struct HistoryLines: Sendable {
    let texts: Texts
    /// Workers' names by login.
    let names: [String: String]
    /// Titles of the packs' codes (stages, areas, sources, grounds …) by code.
    let titles: [String: String]
    /// Titles of the fields of entries by field id.
    let fields: [String: String]

    func row(_ entry: HistoryEntry) -> HistoryRow {
        let summary = entry.summary
        let name = names[summary.worker] ?? summary.worker
        let what = summary.action.map { texts("done.\($0.rawValue)") } ?? ""
        let undone = entry.undoneBy.map { " " + texts("history.undone", String($0)) } ?? ""
        var details: [HelpLine] = [
            .heading(what + undone), .text(texts("history.by", name, summary.at.dotted)),
            .text(texts("history.number", String(summary.sequence))),
        ]
        if let note = entry.note { details.append(.text(note)) }
        let changes = entry.changes.compactMap(change)
        if !changes.isEmpty { details.append(.heading(texts("history.changes"))) }
        return HistoryRow(when: summary.at.dotted, worker: name, action: what + undone, details: details + changes)
    }

    /// One field before and after; nil for fields that say nothing to a worker, such as identifiers.
    private func change(_ change: FieldChange) -> HelpLine? {
        let field = change.field.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
        guard let name = name(of: field) else { return nil }
        let after = value(change.after, of: field)
        let before = change.before.map { value($0, of: field) + " → " } ?? ""
        let label = "\(texts("record.\(change.kind.rawValue)")), \(name)"
        return .entry(key: label, text: before + after)
    }

    /// What a field is called; nil for those that say nothing to a worker.
    private func name(of field: String) -> String? {
        if field.hasPrefix("values.") { return fields[String(field.dropFirst("values.".count))] }
        return texts.has("journal.\(field)") ? texts("journal.\(field)") : nil
    }

    /// A stored value in words: dates dotted, codes by their titles.
    private func value(_ value: String?, of field: String) -> String {
        guard let value, !value.isEmpty else { return "—" }
        if let date = CivilDate(iso: value) { return date.dotted }
        if value == "true" { return texts("word.yes") }
        if value == "false" { return texts("word.no") }
        for prefix in HistoryLines.enumerations[field] ?? [] where texts.has("\(prefix).\(value)") {
            return texts("\(prefix).\(value)")
        }
        return names[value] ?? titles[value] ?? value
    }

    /// Which enumerations' wording a field's values have.
    private static let enumerations: [String: [String]] = [
        "method": ["method"], "outcome": ["outcome"], "to": ["consent"], "status": ["meeting-status", "program-status"],
        "disability.status": ["status"], "sex": ["sex"], "flags": ["flag"], "decision": ["decision"],
    ]
}
