import ArgumentParser

/// The case's number, the first word behind most commands.
struct CaseArgument: ParsableArguments {
    @Argument(help: HelpTexts.option("case", value: "case"))
    var number: String
}
