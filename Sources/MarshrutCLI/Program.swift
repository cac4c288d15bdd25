import ArgumentParser
import Casework
import Foundation
import MarshrutResources

/// The program as a function from words, surroundings and a console to an exit status; `main` and the tests both call it.
public enum Program {
    /// Runs the program with the words of this process and ends the process.
    public static func main() -> Never {
        ProcessManners.adopt()
        let console = Console.standard()
        var status = run(
            Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment, console: console)
        if !console.finish(), status == ExitStatus.done.rawValue { status = ExitStatus.refused.rawValue }
        exit(status)
    }

    /// Runs one command.
    /// - Returns: the exit status of `shared/design/command-line.md`.
    public static func run(_ arguments: [String], environment: [String: String], console: Console) -> Int32 {
        let texts = Texts(language: LeadingOptions.language(in: arguments))
        return HelpTexts.$current.withValue(texts) {
            do {
                let (leading, rest) = try LeadingOptions.split(arguments)
                let command = try Marshrut.parseAsRoot(rest)
                guard let command = command as? any WiredCommand else {
                    // The library's own `help`; it ends by throwing what is to be printed.
                    var builtIn = command
                    try builtIn.run()
                    return ExitStatus.done.rawValue
                }
                let wiring = try Wiring(
                    leading: leading, own: command.globals, environment: environment, console: console, texts: texts)
                try command.run(at: wiring)
                return ExitStatus.done.rawValue
            } catch {
                return Complaint(texts: texts, console: console, arguments: arguments).tell(error).rawValue
            }
        }
    }
}
