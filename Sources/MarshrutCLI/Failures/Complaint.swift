import ArgumentParser
import Casework
import MarshrutResources
import Terminal

/// Tells whatever a command threw, in words, and says with which status the program ends.
struct Complaint {
    let texts: Texts
    let console: Console
    let arguments: [String]

    /// Prints the error (help goes to the output, being no error).
    func tell(_ error: any Error) -> ExitStatus {
        switch error {
        case let failure as CommandFailure:
            console.complain(failure.words(texts) + "\n")
            return failure.status
        case let refusal as Refusal:
            console.complain(safe(texts.refusal(refusal)) + "\n")
            return .refused
        default:
            if Marshrut.exitCode(for: error) == .success {
                console.print(HelpTexts.translated(Marshrut.fullMessage(for: error, columns: nil), texts) + "\n")
                return .done
            }
            console.complain(
                UsageWording(texts: texts).words(
                    message: Marshrut.message(for: error), full: Marshrut.fullMessage(for: error), arguments: arguments))
            return .usage
        }
    }
}
