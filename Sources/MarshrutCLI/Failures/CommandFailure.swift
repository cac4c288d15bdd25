import Casework
import MarshrutResources
import Regulations
import Terminal

/// The exit statuses of `shared/design/command-line.md`.
enum ExitStatus: Int32 {
    /// Done.
    case done = 0
    /// Refused by a rule.
    case refused = 1
    /// Wrong usage.
    case usage = 2
    /// A bad input file.
    case badInput = 3
    /// The store cannot be used.
    case store = 4
}

/// Why a command did not do its work: a status, a key of the wording and what the wording needs.
struct CommandFailure: Error {
    /// The exit status.
    var status: ExitStatus
    /// The key in `Resources/*.lproj`.
    var key: String
    /// What the wording needs, in order; may be data, so it is printed through `safe`.
    var arguments: [String]
    /// Further lines, such as each fault of a pack.
    var details: [String] = []
    /// The store's file, for failures of the store.
    var place: String?

    /// The failure in words, without a line's end.
    func words(_ texts: Texts) -> String {
        let text = texts(key, arguments: arguments.map { safe($0) })
        let location = place.map { [texts("store.place", safe($0))] } ?? []
        return ([text] + details.map { safe($0) } + location).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Wrong usage.
    static func usage(_ key: String, _ arguments: String...) -> CommandFailure {
        CommandFailure(status: .usage, key: key, arguments: arguments)
    }

    /// A bad input file.
    static func badInput(_ key: String, _ arguments: String..., details: [String] = []) -> CommandFailure {
        CommandFailure(status: .badInput, key: key, arguments: arguments, details: details)
    }

    /// A bad input file.
    static func badInput(_ key: String, arguments: [String], details: [String] = []) -> CommandFailure {
        CommandFailure(status: .badInput, key: key, arguments: arguments, details: details)
    }

    /// Refused by a rule that is not of the domain.
    static func refused(_ key: String, _ arguments: String...) -> CommandFailure {
        CommandFailure(status: .refused, key: key, arguments: arguments)
    }

    /// A production calendar that cannot be used.
    static func badCalendar(_ error: CalendarError) -> CommandFailure {
        switch error {
        case .unreadable(let file): badInput("calendar.unreadable", file)
        case .malformed(let file, let place): badInput("calendar.malformed", file, place)
        case .misplaced(let file, let year): badInput("calendar.misplaced", file, year)
        }
    }

    /// A pack with faults, each as `file:line: reason`.
    static func badPack(_ error: PackError, _ texts: Texts) -> CommandFailure {
        badInput("pack.refused", error.folder, details: error.problems.map { $0.words(in: error.folder, texts) })
    }
}

extension PackProblem {
    /// `folder/file:line: reason`; the line is left out where the fault is the file's as a whole.
    func words(in folder: String, _ texts: Texts) -> String {
        let place = [folder, file].filter { !$0.isEmpty }.joined(separator: "/") + (line > 0 ? ":\(line)" : "")
        return "\(place): \(texts("pack.\(code.rawValue)", arguments: arguments))"
    }
}
