import Foundation

/// The languages of the interface.
public enum Language: String, Sendable, CaseIterable {
    /// Russian, the first language.
    case ru
    /// English.
    case en
}

/// All wording of the program in one language, by key.
///
/// Placeholders in a text: `{0}` is the first argument as it is; `{0:outcome}` the text of the key `outcome.` with the
/// argument behind it; `{0#day}` the argument as a number with the word in its right form.
public struct Texts: Sendable {
    /// The rooms the wording is split into; each is a file `<room>.strings` in both languages.
    static let rooms = [
        "common", "refusals", "findings", "store", "import", "cli", "screens", "calendar", "actions", "pack", "papers", "help",
        "living", "directory", "office",
    ]

    /// The language.
    public let language: Language
    private let table: [String: String]

    /// The shipped wording of a language.
    public init(language: Language) {
        self.init(language: language, folder: ResourceFolder.path("\(language.rawValue).lproj"))
    }

    /// The wording in `folder`. A file that cannot be read leaves its keys to show themselves.
    init(language: Language, folder: String) {
        var table: [String: String] = [:]
        table.reserveCapacity(1024)
        for room in Texts.rooms {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(room).strings") else { continue }
            data.withUnsafeBytes { try? StringsFile.read($0, into: &table) }
        }
        self.language = language
        self.table = table
    }

    /// All keys, for the tests and the tools.
    public var keys: some Collection<String> { table.keys }

    /// Whether there is wording for the key.
    public func has(_ key: String) -> Bool { table[key] != nil }

    /// The wording with its placeholders unfilled, or nil.
    public func raw(_ key: String) -> String? { table[key] }

    /// The wording of the key with its arguments; the key itself where there is none.
    public func callAsFunction(_ key: String, _ arguments: String...) -> String { self(key, arguments: arguments) }

    /// The wording of the key with its arguments; the key itself where there is none.
    public func callAsFunction(_ key: String, arguments: [String]) -> String {
        guard let text = table[key] else {
            return arguments.isEmpty ? key : "\(key) (\(arguments.joined(separator: ", ")))"
        }
        return fill(text, arguments)
    }

    /// The wording for a number of things; `{0}` is the number, `{1}` … the further arguments.
    public func count(_ key: String, _ number: Int, _ arguments: String...) -> String {
        self("\(key)#\(form(of: number))", arguments: [String(number)] + arguments)
    }

    /// The grammatical form that goes with a number: `one`, `few` or `many`; English knows no `few`.
    func form(of number: Int) -> String {
        let value = abs(number)
        guard language == .ru else { return value == 1 ? "one" : "many" }
        if (11...14).contains(value % 100) { return "many" }
        switch value % 10 {
        case 1: return "one"
        case 2...4: return "few"
        default: return "many"
        }
    }

    private func fill(_ text: String, _ arguments: [String]) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += filled(rest[rest.index(after: open)..<close], arguments) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func filled(_ placeholder: Substring, _ arguments: [String]) -> String? {
        let digits = placeholder.prefix { $0.isNumber }
        guard let index = Int(digits), arguments.indices.contains(index) else { return nil }
        let argument = arguments[index]
        let rest = placeholder.dropFirst(digits.count)
        switch rest.first {
        case ":": return self("\(rest.dropFirst()).\(argument)")
        case "#": return Int(argument).map { count(String(rest.dropFirst()), $0) } ?? argument
        default: return argument
        }
    }
}
