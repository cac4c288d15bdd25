import ArgumentParser
import CaseStore
import Casework

/// `marshrut demo`: a new store filled with invented people at all stages.
struct DemoCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "demo", abstract: HelpTexts.abstract("demo"), discussion: HelpTexts.discussion("demo"))
    }

    @Option(help: HelpTexts.option("demo-citizens", value: "n"))
    var citizens: Int = 500

    @Option(help: HelpTexts.option("demo-seed", value: "n"))
    var seed: Int = 1

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard (0...5_000_000).contains(citizens) else { throw CommandFailure.usage("usage.demo-citizens", String(citizens)) }
        let count = try Demonstration(wiring: wiring, seed: UInt64(bitPattern: Int64(seed))).fill(citizens: citizens)
        wiring.console.print(wiring.texts("demo.done", wiring.databasePath, wiring.texts.count("citizen", count)) + "\n")
    }
}
