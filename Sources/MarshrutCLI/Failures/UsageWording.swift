import MarshrutResources
import Terminal

/// argument-parser's complaints in the program's own words.
///
/// The library words its errors in English only and keeps their cases to itself; its sentences are recognised by how
/// they begin, and what they quote is put into our wording. An unknown sentence is printed as it is.
struct UsageWording {
    let texts: Texts

    private static let beginnings: [(beginning: String, key: String)] = [
        ("Unknown option", "usage.unknown-option"),
        ("Missing value for", "usage.missing-value"),
        ("The option", "usage.needless-value"),
        ("Unexpected argument", "usage.unexpected"),
        ("Missing expected argument", "usage.missing"),
        ("Missing one of", "usage.missing-one-of"),
        ("Missing required subcommand", "usage.missing-subcommand"),
        ("The value", "usage.bad-value"),
        ("Invalid option", "usage.unknown-option"),
        ("Value to be set with", "usage.contradiction"),
    ]

    /// The complaint, the command's form and where to read more, each on its line.
    func words(message: String, full: String, arguments: [String]) -> String {
        let lines = full.split(separator: "\n")
        var result = [safe(sentence(message, arguments))]
        if let usage = lines.first(where: { $0.hasPrefix("Usage: ") }) {
            result.append(texts("usage.form", safe(String(usage.dropFirst(7)))))
        }
        if let more = lines.last(where: { $0.hasPrefix("  See '") }), let command = UsageWording.quoted(String(more)).first {
            result.append(texts("usage.more", command))
        }
        return result.joined(separator: "\n") + "\n"
    }

    private func sentence(_ message: String, _ arguments: [String]) -> String {
        let quoted = UsageWording.quoted(message)
        guard let key = UsageWording.beginnings.first(where: { message.hasPrefix($0.beginning) })?.key else {
            // «2 unexpected arguments: 'a', 'b'».
            return message.contains("unexpected arguments") ? texts("usage.unexpected", quoted.joined(separator: " ")) : message
        }
        switch key {
        case "usage.unknown-option" where quoted.count > 1: return texts("usage.unknown-option-near", arguments: quoted)
        case "usage.unexpected" where quoted.first == arguments.first: return texts("usage.unknown-command", arguments: quoted)
        case "usage.bad-value" where quoted.count > 2:
            return texts("usage.bad-value-of", quoted[0], quoted[1], quoted[2...].joined(separator: ", "))
        case "usage.missing-one-of": return texts(key, quoted.joined(separator: ", "))
        default: return texts(key, arguments: quoted)
        }
    }

    /// What stands between single quotes.
    static func quoted(_ text: String) -> [String] {
        let parts = text.split(separator: "'", omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count - (parts.count % 2 == 0 ? 1 : 0), by: 2).map { String(parts[$0]) }
    }
}
