import CaseStore
import MarshrutResources
import Terminal

/// A case's journal as lines: who, when, what, and the fields before and after.
enum HistoryLines {
    static func row(_ entry: HistoryEntry, texts: Texts, names: [String: String]) -> HistoryRow {
        let summary = entry.summary
        let name = names[summary.worker] ?? summary.worker
        let what = summary.action.map { texts("done.\($0.rawValue)") } ?? ""
        let undone = entry.undoneBy.map { " " + texts("history.undone", String($0)) } ?? ""
        var details: [HelpLine] = [
            .heading(what + undone), .text(texts("history.by", name, summary.at.dotted)),
            .text(texts("history.number", String(summary.sequence))),
        ]
        if let note = entry.note { details.append(.text(note)) }
        details.append(.heading(texts("history.changes")))
        details += entry.changes.map { change in
            let before = change.before ?? "—"
            let after = change.after ?? "—"
            return .entry(key: texts("record.\(change.kind.rawValue)"), text: "\(change.field): \(before) → \(after)")
        }
        return HistoryRow(when: summary.at.dotted, worker: name, action: what + undone, details: details)
    }
}
