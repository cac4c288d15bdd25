import ArgumentParser
import CaseStore

/// `marshrut backup FILE`: a whole, checked copy of the store while it is in use.
struct BackupCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup", abstract: HelpTexts.abstract("backup"), discussion: HelpTexts.discussion("backup"))
    }

    @Argument(help: HelpTexts.option("backup-file", value: "file"))
    var file: String

    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let archive = try wiring.storing { () throws(StoreError) in try CaseArchive.open(at: wiring.databasePath) }
        do throws(StoreError) {
            try archive.backup(to: file)
        } catch {
            throw CommandFailure.store(error, at: file)
        }
        wiring.console.print(wiring.texts("backup.done", file) + "\n")
    }
}
