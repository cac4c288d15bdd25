import Casework
import Foundation

/// The person of `eligibility --json FILE`, as `shared/design/command-line.md` describes the file.
struct PersonFile: Decodable {
    struct DisabilityPart: Decodable {
        var status: DisabilityStatus
        var since: CivilDate?
        var first: Bool?
    }

    var born: CivilDate
    var sex: Sex?
    var disability: DisabilityPart?
    var restrictions: [String: Int]?
    var flags: [CitizenFlag]?
    var territory: String?

    /// Reads the file.
    /// - Throws: bad input that names the place within the file.
    static func read(_ path: String, newID: RecordID) throws -> Citizen {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.badInput("input.unreadable", path)
        }
        do {
            return try JSONDecoder().decode(PersonFile.self, from: data).citizen(newID, path)
        } catch let error as DecodingError {
            throw CommandFailure.badInput("input.json", path, place(of: error))
        }
    }

    private func citizen(_ id: RecordID, _ path: String) throws -> Citizen {
        var citizen = Citizen(id: id, family: "", given: "", born: born)
        citizen.sex = sex
        citizen.territory = territory
        if let disability {
            citizen.disability = Disability(status: disability.status, since: disability.since, isFirst: disability.first)
        }
        for (name, degree) in restrictions ?? [:] {
            guard let restriction = LifeRestriction(rawValue: name), (0...3).contains(degree) else {
                throw CommandFailure.badInput("input.json", path, "restrictions.\(name)")
            }
            citizen.restrictions[restriction] = degree
        }
        citizen.flags = flags ?? []
        return citizen
    }

    /// The keys that lead to the fault, such as `disability.status`.
    private static func place(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
