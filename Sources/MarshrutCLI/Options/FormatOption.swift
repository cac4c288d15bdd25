import ArgumentParser

/// How a result is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case table
    /// For programs; keys are fixed by `shared/design/command-line.md`.
    case json
    /// For spreadsheets and programs.
    case csv
}

/// `--format`: a table on a terminal, JSON elsewhere, unless told.
struct FormatOption: ParsableArguments {
    @Option(help: HelpTexts.option("format", value: "table|json|csv"))
    var format: OutputFormat?
}

extension FormatOption {
    /// The form that a result takes at a wiring.
    func option(at wiring: Wiring) -> OutputFormat { format ?? (wiring.console.isTerminal ? .table : .json) }

    /// A table, whatever the output is.
    static var table: FormatOption {
        var option = FormatOption()
        option.format = .table
        return option
    }
}
