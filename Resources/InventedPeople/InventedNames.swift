import Foundation

/// Lists from which people are invented (`Resources/Names`); every name in them is common, none is a person's.
public struct InventedNames: Sendable {
    /// A word in its two forms.
    struct Pair: Sendable {
        var male: String
        var female: String
    }

    /// A place with its postcode.
    struct Settlement: Sendable {
        var postcode: String
        var region: String
        var district: String?
        var name: String
        var territory: String
    }

    let families: [Pair]
    let patronymics: [Pair]
    let givenMale: [String]
    let givenFemale: [String]
    let streets: [String]
    let settlements: [Settlement]

    /// The shipped lists.
    public init() {
        families = InventedNames.pairs("families")
        patronymics = InventedNames.pairs("patronymics")
        givenMale = InventedNames.rows("given-male").map { $0[0] }
        givenFemale = InventedNames.rows("given-female").map { $0[0] }
        streets = InventedNames.rows("streets").map { $0[0] }
        settlements = InventedNames.rows("settlements").compactMap { row in
            guard row.count == 5 else { return nil }
            return Settlement(
                postcode: row[0], region: row[1], district: row[2].isEmpty ? nil : row[2], name: row[3], territory: row[4])
        }
    }

    private static func pairs(_ list: String) -> [Pair] {
        rows(list).compactMap { $0.count == 2 ? Pair(male: $0[0], female: $0[1]) : nil }
    }

    /// The lines of a list that are not comments, each parted at its tabs.
    private static func rows(_ list: String) -> [[String]] {
        let data = FileManager.default.contents(atPath: ResourceFolder.path("Names", "\(list).txt")) ?? Data()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
