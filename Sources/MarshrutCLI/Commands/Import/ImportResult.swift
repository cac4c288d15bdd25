import Interchange
import MarshrutResources
import Terminal

/// What became of every row of an import.
struct ImportResult {
    /// A row that was not taken.
    struct Rejection {
        var line: Int
        var faults: [ReferralFault]

        /// All faults in words, each with its column.
        func words(_ texts: Texts) -> String {
            faults.map { fault in
                let reason = fault.words(texts)
                return fault.column.map { texts("import.fault", $0, reason) } ?? reason
            }.joined(separator: " ")
        }
    }

    /// A row about somebody who is there already.
    struct DuplicateRow {
        var line: Int
        /// The case that is there.
        var caseNumber: Int?
        /// The earlier row of the file.
        var earlierLine: Int?
        /// The case holds this very referral.
        var isRepeated: Bool
    }

    var read = 0
    var added = 0
    var updated = 0
    var duplicates: [DuplicateRow] = []
    var rejections: [Rejection] = []
    var entry: Int?
    var numbers: ClosedRange<Int>?
    var isRehearsal = false
    var unknownColumns: [String] = []
    var encoding: TextEncoding = .utf8
    var rejectsFile: String?

    /// The data; the first five keys are the contract's.
    func json(_ texts: Texts) -> JSONValue {
        .object([
            ("read", .number(read)), ("added", .number(added)), ("updated", .number(updated)),
            ("duplicates", .number(duplicates.count)), ("rejected", .array(rejections.map { rejected($0, texts) })),
            ("duplicateRows", .array(duplicates.map(duplicate))), ("dryRun", .bool(isRehearsal)), ("entry", .optional(entry)),
            ("cases", numbers.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null),
            ("unknownColumns", .array(unknownColumns.map { .text($0) })), ("encoding", .text(encoding.rawValue)),
            ("rejectsFile", .optional(rejectsFile)),
        ])
    }

    private func rejected(_ rejection: Rejection, _ texts: Texts) -> JSONValue {
        let first = rejection.faults.first
        return .object([
            ("line", .number(rejection.line)), ("column", .optional(first?.column)),
            ("reason", .optional(first?.words(texts))),
            (
                "more",
                .array(
                    rejection.faults.dropFirst().map {
                        .object([("column", .optional($0.column)), ("reason", .text($0.words(texts)))])
                    })
            ),
        ])
    }

    private func duplicate(_ row: DuplicateRow) -> JSONValue {
        .object([
            ("line", .number(row.line)), ("case", .optional(row.caseNumber.map(String.init))),
            ("earlierLine", .optional(row.earlierLine)), ("repeated", .bool(row.isRepeated)),
        ])
    }

    /// For people: the sums, then what needs a look.
    func text(_ texts: Texts) -> String {
        var lines = [
            texts(
                isRehearsal ? "import.rehearsed" : "import.done", String(read), String(added), String(updated),
                String(duplicates.count), String(rejections.count))
        ]
        if let numbers, !isRehearsal {
            lines.append(texts("import.cases", String(numbers.lowerBound), String(numbers.upperBound)))
        }
        if let entry { lines.append(texts("import.entry", String(entry))) }
        if !unknownColumns.isEmpty { lines.append(texts("import.unknown-columns", unknownColumns.joined(separator: ", "))) }
        if let rejectsFile { lines.append(texts("import.rejects", rejectsFile)) }
        var page = lines.map { safe($0) + "\n" }.joined()
        if !duplicates.isEmpty {
            var table = TextTable([texts("cli.column.line"), texts("import.duplicates")], rightAligned: [0])
            for row in duplicates { table.append([String(row.line), words(row, texts)]) }
            page += "\n" + table.text(empty: "")
        }
        if !rejections.isEmpty {
            var table = TextTable([texts("cli.column.line"), texts("import.rejected")], rightAligned: [0])
            for row in rejections { table.append([String(row.line), row.words(texts)]) }
            page += "\n" + table.text(empty: "")
        }
        return page
    }

    private func words(_ row: DuplicateRow, _ texts: Texts) -> String {
        if row.isRepeated { return texts("import.repeated") }
        if let number = row.caseNumber { return texts("import.duplicate-case", String(number)) }
        return texts("import.duplicate-line", String(row.earlierLine ?? 0))
    }
}

extension ReferralFault {
    /// The fault in words, without its column.
    func words(_ texts: Texts) -> String {
        switch reason {
        case .code(let key, let arguments): texts(key, arguments: arguments)
        case .refusal(let refusal): texts.refusal(refusal)
        }
    }
}
