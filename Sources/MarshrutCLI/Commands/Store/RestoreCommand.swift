import ArgumentParser
import CaseStore

/// `marshrut restore FILE`: a backup in the store's place; the store that stood there is kept.
struct RestoreCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore", abstract: HelpTexts.abstract("restore"), discussion: HelpTexts.discussion("restore"))
    }

    @Argument(help: HelpTexts.option("restore-file", value: "file"))
    var file: String

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        do throws(StoreError) {
            try CaseArchive.restore(file, to: wiring.databasePath)
        } catch .inUse {
            throw CommandFailure.store(.inUse, at: wiring.databasePath)
        } catch {
            // The backup is the file that does not do.
            throw CommandFailure.store(error, at: file)
        }
        wiring.console.print(wiring.texts("restore.done", file, wiring.databasePath) + "\n")
    }
}
