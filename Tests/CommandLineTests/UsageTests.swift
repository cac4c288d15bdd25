import ArgumentParser
import Foundation
import Synchronization
import Testing

@testable import MarshrutCLI

/// Words on the command line: global options, help, complaints.
struct UsageTests {
    let office: TrialOffice

    init() throws { office = try TrialOffice() }

    @Test func globalOptionsStandBeforeAndBehindTheCommand() throws {
        let other = office.path("other.sqlite")
        for words in [
            ["--db", other, "citizens"], ["citizens", "--db", other], ["--db=\(other)", "citizens"],
            ["citizens", "--db=\(other)"],
        ] {
            let ran = try office.run(words)
            #expect(ran.status == 4)
            #expect(ran.err.contains(other))
        }
        // The nearer word counts.
        #expect(try office.run("--lang", "ru", "calendar", "2031", "--lang", "en").err.contains("no production calendar") == true)
    }

    @Test func unknownWordsAreToldInRussian() throws {
        let unknown = try office.run("nonsense")
        #expect(unknown.status == 2)
        let near = try office.run("calendar", "2025", "--formet", "json")
        #expect(near.status == 2)
        #expect(near.err.contains("Возможно, это «--format»."))
        #expect(near.err.contains("Запись: marshrut calendar <year>"))
        #expect(near.err.contains("Подробнее: marshrut calendar --help"))
        #expect(try office.run("calendar", "2025", "2026").err.contains("Лишние слова: «2026»"))
        #expect(try office.run("calendar").err.contains("Не указано «<year>»"))
        #expect(try office.run("calendar", "2025", "--format", "xml").err.contains("Возможно: table, json, csv."))
        #expect(try office.run("calendar", "2025", "--format").err.contains("нет значения"))
        #expect(try office.run("--lang", "en", "calendar").err.contains("\"<year>\" is missing."))
    }

    @Test func aCommandThatIsNotThereIsNamed() throws {
        // Without options in front the first word is the command.
        let err = Box()
        let console = Console(isTerminal: false, print: { _ in }, complain: { err.add($0) })
        #expect(Program.run(["nonsense"], environment: office.environment, console: console) == 2)
        #expect(err.text.contains("Команды «nonsense» нет."))
    }

    @Test func versionAndHelpAreNoErrors() throws {
        #expect(try office.run("--version").status == 0)
        let help = try office.run("--help")
        #expect(help.status == 0)
        #expect(help.err.isEmpty)
        #expect(help.out.contains("НАЗНАЧЕНИЕ:"))
        #expect(help.out.contains("ДЕЛА — КОМАНДЫ:"))
        #expect(!help.out.contains("OVERVIEW"))
        #expect(try office.run("--lang", "en", "--help").out.contains("OVERVIEW:"))
        #expect(try office.run("help", "due").out.contains("marshrut due [параметры] <event>"))
    }

    /// Every command has an abstract in both languages, and no key shows in place of its wording.
    @Test(arguments: ["ru", "en"])
    func everyCommandExplainsItself(language: String) throws {
        for path in Self.paths(of: Marshrut.self, []) {
            let ran = try office.run(["--lang", language] + path + ["--help"])
            #expect(ran.status == 0)
            #expect(!ran.out.contains(/help\.[a-z]/), "\(path)")
            #expect(ran.out.contains(language == "ru" ? "НАЗНАЧЕНИЕ: " : "OVERVIEW: "), "\(path)")
        }
    }

    private static func paths(of command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
        let configuration = command.configuration
        let children = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        return [path] + children.flatMap { paths(of: $0, path + [$0._commandName]) }
    }

    @Test func theContractsCommandsAreAllThere() {
        let names = Set(Self.paths(of: Marshrut.self, []).map { $0.joined(separator: " ") })
        for name in [
            "init", "demo", "backup", "restore", "verify", "journal", "undo", "calendar", "due", "deadlines", "regulations",
            "regulations show", "regulations check", "eligibility", "import referrals", "citizens", "case", "contact", "meeting",
            "survey", "consent", "assign", "close", "reopen", "mark", "obligation", "referral", "program draft", "program show",
            "program check", "program agree", "print", "workers add", "workers list", "settings",
        ] {
            #expect(names.contains(name), "\(name)")
        }
    }
}

/// Text gathered from several callers.
final class Box: Sendable {
    private let held = Mutex("")

    func add(_ text: String) { held.withLock { $0 += text } }
    var text: String { held.withLock { $0 } }
}
