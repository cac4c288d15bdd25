import Foundation

/// Where the shipped data lies: packs, calendars, names and wording.
///
/// First beside the real executable (a symbolic link to an installed binary is followed through `/proc/self/exe`), then
/// in `../share/marshrut` from there, then where SwiftPM's own bundle says. `Bundle.module` alone looks beside the link, not beside what it points to.
public enum ResourceFolder {
    /// The folder SwiftPM lays the resources of this room into.
    static let bundleName = "marshrut_MarshrutResources.resources"

    /// The folder found, once per run.
    public static let shipped: String = besideExecutable() ?? Bundle.module.bundlePath

    /// A folder or file of the shipped data, such as `Regulations`.
    public static func path(_ parts: String...) -> String {
        ([shipped] + parts).joined(separator: "/")
    }

    /// The folder of packs that come with the program.
    public static var regulations: String { path("Regulations") }

    /// An office's own folder, `$XDG_CONFIG_HOME/marshrut` or `~/.config/marshrut`; it need not exist.
    public static func office(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") { return config + "/marshrut" }
        return (environment["HOME"] ?? "") + "/.config/marshrut"
    }

    private static func besideExecutable() -> String? {
        guard let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            let slash = executable.lastIndex(of: "/")
        else { return nil }
        let folder = executable[..<slash]
        return ["\(folder)/\(bundleName)", "\(folder)/../share/marshrut/\(bundleName)"].first {
            FileManager.default.fileExists(atPath: $0)
        }
    }
}
