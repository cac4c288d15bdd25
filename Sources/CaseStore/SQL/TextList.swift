import Foundation

/// Several short texts in one column, one to a line.
///
/// A line break inside a text would not survive, so it becomes a space: telephone numbers and codes have none.
enum TextList {
    static func joined(_ parts: [String]) -> String {
        switch parts.count {
        case 0: ""
        case 1 where !parts[0].utf8.contains(10): parts[0]
        default:
            parts.map { $0.utf8.contains(10) ? $0.split(separator: "\n").joined(separator: " ") : $0 }.joined(separator: "\n")
        }
    }

    static func parts(_ text: String) -> [String] {
        text.isEmpty ? [] : text.utf8.contains(10) ? text.split(separator: "\n").map(String.init) : [text]
    }
}

/// Lists of values in one column, as JSON.
enum JSONColumn {
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Only values of our own, all of texts, numbers and days: they encode or the program is wrong.
        guard let data = try? encoder.encode(value) else { preconditionFailure("a value that does not encode") }
        return String(decoding: data, as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(text.utf8)) } catch { throw StoreError.damaged }
    }
}
