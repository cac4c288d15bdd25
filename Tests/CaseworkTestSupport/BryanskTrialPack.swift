import Foundation

/// A copy of the Bryansk pack, for tests that put faults into it.
public enum BryanskTrialPack {
    /// The folder of a copy, made anew at every call.
    public static func make() throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "bryansk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let folder = root.appending(path: "bryansk-1206")
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try FileManager.default.copyItem(at: repository.appending(path: "Resources/Regulations/bryansk-1206"), to: folder)
        return folder
    }
}
