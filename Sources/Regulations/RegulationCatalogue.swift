import Casework
import Foundation

/// The packs at hand: those shipped and an office's own, by id; an office's pack replaces the shipped one of its id.
public struct RegulationCatalogue: Sendable {
    /// Packs fit for use, in id order.
    public let packs: [RegulationPack]
    /// Packs that were refused, in the order of their folders.
    public let refused: [PackError]

    /// A catalogue of the given packs.
    public init(packs: [RegulationPack], refused: [PackError] = []) {
        self.packs = packs.sorted { $0.id < $1.id }
        self.refused = refused
    }

    /// Reads the packs in the folders of the shipped and of the office's own packs; either may be absent.
    ///
    /// A pack that is wrong is left out and told of in ``refused``; an office's wrong pack does not fall back to the
    /// shipped one of its id, for then terms would silently follow other rules than the office believes.
    /// - Parameter only: ids to read; nil reads all. A program that works under one act need not read the others.
    public static func load(shipped: String, office: String?, only: Set<String>? = nil) -> RegulationCatalogue {
        var folders: [String: String] = [:]
        for root in [shipped, office].compactMap({ $0 }) {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
                let folder = "\(root)/\(name)"
                if only.map({ $0.contains(name) }) ?? true, FileManager.default.fileExists(atPath: "\(folder)/act.yaml") {
                    folders[name] = folder
                }
            }
        }
        var packs: [RegulationPack] = []
        var refused: [PackError] = []
        for (_, folder) in folders.sorted(by: { $0.key < $1.key }) {
            do throws(PackError) { packs.append(try RegulationPack.load(folder)) } catch { refused.append(error) }
        }
        return RegulationCatalogue(packs: packs, refused: refused)
    }

    /// The pack of an id.
    public subscript(id: String) -> RegulationPack? { packs.first { $0.id == id } }

    /// The rules of all packs, for the domain.
    public var regulations: [Regulation] { packs.map(\.regulation) }
}
