import ArgumentParser
import Casework
import MarshrutResources

/// What every command may be told about its surroundings.
protocol GlobalValues {
    /// The store's file.
    var db: String? { get }
    /// What counts as today.
    var today: CivilDateTime? { get }
    /// The worker's login.
    var user: String? { get }
}

/// The store, the language and today; commands whose `--user` means somebody else take these only.
struct OfficeOptions: ParsableArguments, GlobalValues {
    @Option(help: HelpTexts.option("db", value: "file"))
    var db: String?

    @Option(help: HelpTexts.option("lang", value: "ru|en"))
    var lang: Language?

    @Option(help: HelpTexts.option("today", value: "date"))
    var today: CivilDateTime?

    var user: String? { nil }
}

/// The options of `shared/design/command-line.md`, «Global options».
struct GlobalOptions: ParsableArguments, GlobalValues {
    @OptionGroup var office: OfficeOptions

    @Option(help: HelpTexts.option("user", value: "login"))
    var user: String?

    var db: String? { office.db }
    var today: CivilDateTime? { office.today }
}

/// No options.
struct NoGlobals: GlobalValues {
    var db: String? { nil }
    var today: CivilDateTime? { nil }
    var user: String? { nil }
}

extension Language: ExpressibleByArgument {}
