import Casework
import Foundation

/// The text form of a programme's lines, for the store's drafts.
enum ProgramDraft {
    /// The lines as JSON text.
    static func write(_ measures: [Measure]) -> String {
        (try? JSONEncoder().encode(measures)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// The lines of a draft; nil when the text is not one.
    static func read(_ text: String) -> [Measure]? { try? JSONDecoder().decode([Measure].self, from: Data(text.utf8)) }
}
