import ArgumentParser
import MarshrutResources

/// The wording of `--help`, in the language of the run.
///
/// argument-parser asks for help texts in static places; a task-local value gives them the run's language without a
/// global that tests would fight over.
enum HelpTexts {
    @TaskLocal static var current = Texts(language: .ru)

    /// What a command does, in a line.
    static func abstract(_ command: String) -> String { current("help.\(command)") }

    /// Longer help and examples.
    static func discussion(_ command: String) -> String { current("help.\(command).more") }

    /// A text by its whole key.
    static func of(_ key: String) -> String { current(key) }

    /// The help of an option or argument, and the name of its value.
    static func option(_ name: String, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: current("help.option.\(name)"), value)
    }

    /// The library's own words in a finished help screen, put into the language.
    static func translated(_ screen: String, _ texts: Texts) -> String {
        guard texts.language != .en else { return screen }
        var lines: [Substring] = []
        for line in screen.split(separator: "\n", omittingEmptySubsequences: false) {
            let heading = headings.first { line.hasPrefix($0.word) }
            lines.append(heading.map { Substring(texts($0.key)) + line.dropFirst($0.word.count) } ?? line)
        }
        var result = lines.joined(separator: "\n")
        for (words, key) in phrases { result = replacing(words, with: texts(key), in: result) }
        return result
    }

    private static let headings: [(word: String, key: String)] = [
        ("OVERVIEW:", "help.heading.overview"), ("USAGE:", "help.heading.usage"), ("ARGUMENTS:", "help.heading.arguments"),
        ("OPTIONS:", "help.heading.options"), ("SUBCOMMANDS:", "help.heading.subcommands"),
    ]

    private static let phrases: [(words: String, key: String)] = [
        ("Show help information.", "help.phrase.help"), ("Show the version.", "help.phrase.version"),
        ("(default: ", "help.phrase.default"), ("(values: ", "help.phrase.values"), ("; default: ", "help.phrase.and-default"),
        ("[<options>]", "help.phrase.options"), ("<options>", "help.phrase.options"), ("<subcommand>", "help.phrase.subcommand"),
        ("for detailed help.", "help.phrase.detailed"), ("  See '", "help.phrase.see"), (" SUBCOMMANDS:", "help.phrase.commands"),
    ]

    private static func replacing(_ words: String, with other: String, in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: words) {
            result += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}

extension ArgumentHelp {
    fileprivate init(stringLiteral text: String, _ valueName: String?) {
        self.init(text, valueName: valueName)
    }
}
