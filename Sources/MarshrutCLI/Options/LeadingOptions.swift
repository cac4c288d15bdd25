import ArgumentParser
import MarshrutResources

/// Global options written before the subcommand: `marshrut --db FILE due …`.
///
/// argument-parser gives such options to the root only; here they are taken off the front and laid under the
/// subcommand's own.
enum LeadingOptions {
    private static let names = ["--db", "--lang", "--today", "--user"]

    /// The options before the first other word, and the rest.
    static func split(_ arguments: [String]) throws -> (GlobalOptions, [String]) {
        var end = 0
        while end < arguments.count {
            if names.contains(arguments[end]) {
                end = min(end + 2, arguments.count)
            } else if names.contains(where: { arguments[end].hasPrefix($0 + "=") }) {
                end += 1
            } else {
                break
            }
        }
        return (try GlobalOptions.parse(Array(arguments[..<end])), Array(arguments[end...]))
    }

    /// The language asked for anywhere among the words, for help and for complaints about the words themselves.
    static func language(in arguments: [String]) -> Language {
        for (index, word) in arguments.enumerated().reversed() {
            if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) { return language }
            if word == "--lang", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) {
                return language
            }
        }
        return .ru
    }
}
