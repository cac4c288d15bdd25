import Casework
import Regulations

/// A value that a form needs and the case does not have.
public struct PaperGap: Hashable, Sendable {
    /// What is missing; its wording is `placeholder.<raw value>`.
    public var placeholder: FormPlaceholder
    /// The number of the table's row from 1, for values of rows.
    public var row: Int?
}

/// Why a paper cannot be composed.
public enum PaperError: Error, Hashable, Sendable {
    /// Values are missing; each is named once.
    case missing([PaperGap])
    /// The form prints a programme of this kind and none was given.
    case noProgram(kind: String)
}

/// Fills a form with the facts of a case.
public struct PaperComposer: Sendable {
    /// The form.
    public let form: FormTemplate
    /// The facts.
    public let facts: PaperFacts

    /// A form to be filled with facts.
    public init(form: FormTemplate, facts: PaperFacts) {
        self.form = form
        self.facts = facts
    }

    /// What must be entered before the paper can be printed; empty when nothing is missing.
    public func preflight() -> [PaperGap] {
        var filling = Filling(facts: facts)
        _ = blocks(&filling)
        return filling.gaps
    }

    /// The paper.
    /// - Throws: ``PaperError`` naming everything that is missing; a paper with an empty place is never made.
    public func compose() throws(PaperError) -> PaperDocument {
        if let kind = form.programKind, facts.programKind != kind { throw .noProgram(kind: kind) }
        var filling = Filling(facts: facts)
        let blocks = blocks(&filling)
        if !filling.gaps.isEmpty { throw .missing(filling.gaps) }
        return PaperDocument(title: form.title, blocks: blocks)
    }

    private func blocks(_ filling: inout Filling) -> [PaperBlock] {
        var result: [PaperBlock] = []
        for block in form.blocks where filling.holds(block.condition) {
            switch block.content {
            case .heading(let text): result.append(.heading(filling.fill(text)))
            case .paragraph(let text): result.append(.paragraph(filling.fill(text)))
            case .aside(let text): result.append(.aside(filling.fill(text)))
            case .fields(let lines): result.append(.fields(self.lines(lines, &filling, after: ":")))
            case .signatures(let lines): result.append(.signatures(self.lines(lines, &filling, after: "")))
            case .measures(let columns): result.append(.table(table(columns, &filling)))
            case .space: result.append(.space)
            }
        }
        return result
    }

    private func lines(_ lines: [FormLine], _ filling: inout Filling, after: String) -> [PaperLine] {
        var result: [PaperLine] = []
        for line in lines where filling.holds(line.condition) {
            let value = line.value.map { filling.fill($0) } ?? ""
            result.append(PaperLine(label: filling.fill(line.label) + after, value: value))
        }
        return result
    }

    private func table(_ columns: [FormColumn], _ filling: inout Filling) -> PaperTable {
        var rows: [[String]] = []
        for index in facts.rows.indices {
            var row: [String] = []
            for column in columns { row.append(column.value.map { filling.fill($0, row: index) } ?? "") }
            rows.append(row)
        }
        var titles: [PaperTable.Column] = []
        for column in columns { titles.append(PaperTable.Column(title: filling.fill(column.title), width: column.width)) }
        return PaperTable(columns: titles, rows: rows)
    }
}

/// Fills texts and remembers what was missing.
private struct Filling {
    let facts: PaperFacts
    var gaps: [PaperGap] = []

    func holds(_ condition: FormCondition) -> Bool {
        if let placeholder = condition.onlyWith, facts.values[placeholder] == nil { return false }
        if let placeholder = condition.onlyWithout, facts.values[placeholder] != nil { return false }
        return true
    }

    mutating func fill(_ text: FormText, row: Int? = nil) -> String {
        var result = ""
        for piece in text.pieces {
            switch piece {
            case .words(let words): result += words
            case .value(let placeholder, let orElse):
                let value = placeholder.isOfRow ? row.flatMap { facts.rows[$0][placeholder] } : facts.values[placeholder]
                if let value = value ?? orElse {
                    result += value
                } else {
                    let gap = PaperGap(placeholder: placeholder, row: placeholder.isOfRow ? row.map { $0 + 1 } : nil)
                    if !gaps.contains(gap) { gaps.append(gap) }
                }
            }
        }
        return result
    }
}
