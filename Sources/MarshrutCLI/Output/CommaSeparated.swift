extension JSONValue {
    /// The same data as a table by RFC 4180: a list gives a row an entry, nested objects give columns such as `basis.act`;
    /// lists of objects have no place in a table and are left out.
    var commaSeparated: String {
        let entries: [JSONValue]
        if case .array(let elements) = self { entries = elements } else { entries = [self] }
        var columns: [String] = []
        var rows: [[String: String]] = []
        for entry in entries {
            var row: [String: String] = [:]
            entry.flatten(under: "", into: &row, columns: &columns)
            rows.append(row)
        }
        let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
        return lines.map { $0.map(JSONValue.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// An entry as a row alone, for lists whose entries all have the same keys.
    var commaSeparatedRow: String {
        let whole = commaSeparated
        guard let end = whole.firstRange(of: "\r\n") else { return whole }
        return String(whole[end.upperBound...])
    }

    private static func cell(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private func flatten(under name: String, into row: inout [String: String], columns: inout [String]) {
        switch self {
        case .object(let members):
            for (key, value) in members {
                value.flatten(under: name.isEmpty ? key : "\(name).\(key)", into: &row, columns: &columns)
            }
        case .array(let elements):
            let texts = elements.compactMap(\.plain)
            if texts.count == elements.count { put(texts.joined(separator: "; "), name, &row, &columns) }
        default: put(plain ?? "", name, &row, &columns)
        }
    }

    private func put(_ value: String, _ name: String, _ row: inout [String: String], _ columns: inout [String]) {
        if !columns.contains(name) { columns.append(name) }
        row[name] = value
    }

    /// A single value without quotes; nil for lists and objects.
    private var plain: String? {
        switch self {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .number(let value): String(value)
        case .text(let value): value
        case .array, .object: nil
        }
    }
}
