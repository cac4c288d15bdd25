import ArgumentParser
import Casework
import Foundation
import MarshrutResources
import Regulations

/// What a command works with: wording, clock, identifiers, calendar, acts, the store's place and the console.
///
/// Made once per run; nothing in it is global, so tests run commands beside each other.
public struct Wiring: Sendable {
    /// The wording in the language asked for.
    public let texts: Texts
    /// Today and the time: the real ones, or those of `--today`.
    public let now: CivilDateTime
    /// True when `--today` was given.
    public let isNowGiven: Bool
    /// The store's file.
    public let databasePath: String
    /// The login given by `--user` or `$MARSHRUT_USER`, where it was.
    public let givenLogin: String?
    /// The name of the system's account.
    public let accountName: String
    /// Where results and complaints go.
    public let console: Console
    /// The surroundings of the process.
    public let environment: [String: String]

    /// Joins the options before the subcommand, the subcommand's own and the surroundings; the nearest word counts.
    init(
        leading: GlobalOptions, own: any GlobalValues, environment: [String: String], console: Console, texts: Texts
    ) throws {
        self.texts = texts
        self.console = console
        self.environment = environment
        let today = own.today ?? leading.today
        now = today ?? Clock.now()
        isNowGiven = today != nil
        givenLogin = (own.user ?? leading.user ?? environment["MARSHRUT_USER"])?.nonEmpty
        accountName = environment["USER"]?.nonEmpty ?? environment["LOGNAME"]?.nonEmpty ?? NSUserName()
        databasePath = own.db ?? leading.db ?? Wiring.defaultDatabase(environment)
    }

    /// `$MARSHRUT_DB`, else `$XDG_DATA_HOME/marshrut/marshrut.sqlite`, else the same below `~/.local/share`.
    static func defaultDatabase(_ environment: [String: String]) -> String {
        if let path = environment["MARSHRUT_DB"]?.nonEmpty { return path }
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/marshrut/marshrut.sqlite" }
        return (environment["HOME"] ?? "") + "/.local/share/marshrut/marshrut.sqlite"
    }

    /// The same surroundings at another store, as another worker, silent: for the first start's trial.
    func elsewhere(_ databasePath: String, login: String) -> Wiring {
        Wiring(
            texts: texts, now: now, isNowGiven: isNowGiven, databasePath: databasePath, givenLogin: login,
            accountName: accountName,
            console: Console(isTerminal: false, print: { _ in }, complain: { _ in }), environment: environment)
    }

    private init(
        texts: Texts, now: CivilDateTime, isNowGiven: Bool, databasePath: String, givenLogin: String?, accountName: String,
        console: Console, environment: [String: String]
    ) {
        self.texts = texts
        self.now = now
        self.isNowGiven = isNowGiven
        self.databasePath = databasePath
        self.givenLogin = givenLogin
        self.accountName = accountName
        self.console = console
        self.environment = environment
    }

    /// A new identifier.
    public func newID() -> RecordID { Clock.newID() }

    /// The production calendar with an office's own years.
    func calendar() throws -> ProductionCalendar {
        do throws(CalendarError) {
            return try ShippedCalendar.load(officeFolder: ResourceFolder.office(environment: environment) + "/calendars")
        } catch {
            throw CommandFailure.badCalendar(error)
        }
    }

    /// The acts at hand; a pack that is wrong is told of and left out.
    /// - Parameter only: ids to read; nil reads all.
    func catalogue(only: Set<String>? = nil) -> RegulationCatalogue {
        RegulationCatalogue.load(
            shipped: ResourceFolder.regulations, office: ResourceFolder.office(environment: environment) + "/regulations",
            only: only)
    }

    /// The pack of an id.
    /// - Throws: usage failure with the ids at hand; bad input when the pack is refused.
    func pack(_ id: String) throws -> RegulationPack {
        let catalogue = catalogue(only: [id])
        if let pack = catalogue[id] { return pack }
        if let refused = catalogue.refused.first { throw CommandFailure.badPack(refused, texts) }
        throw CommandFailure.usage("usage.regulation-unknown", id, self.catalogue().packs.map(\.id).joined(separator: ", "))
    }

    /// The packs of the ids; all at hand where none is named. Refused packs are told of on the errors.
    func packs(_ ids: [String]) throws -> [RegulationPack] {
        guard ids.isEmpty else { return try ids.map(pack) }
        let catalogue = catalogue()
        for refused in catalogue.refused { tell(CommandFailure.badPack(refused, texts)) }
        return catalogue.packs
    }

    /// Tells of a failure that does not stop the command.
    func tell(_ failure: CommandFailure) { console.complain(failure.words(texts) + "\n") }

    /// Prints a result in the format asked for: a table on a terminal, JSON elsewhere.
    func print(_ result: Report, as option: FormatOption) {
        switch option.option(at: self) {
        case .table: console.print(result.table())
        case .json: console.print(result.json.document)
        case .csv: console.print(result.json.commaSeparated)
        }
    }
}

/// A command that works at a wiring.
protocol WiredCommand: ParsableCommand {
    associatedtype Globals: GlobalValues
    /// The global options written behind the command.
    var globals: Globals { get }
    /// Does the work.
    /// - Throws: ``CommandFailure`` or the domain's `Refusal`.
    func run(at wiring: Wiring) throws
}
