import Casework

/// A reading chosen where the act contradicts itself or is silent.
public struct Reading: Hashable, Sendable {
    /// The inconsistency's id, such as `X-IRK-04`.
    public var id: String
    /// How it was read, in words.
    public var text: String
}

/// A rule's category or group routed to a coordinating centre, or what else a centre does.
public struct ResourceCentre: Hashable, Sendable {
    /// Code, name and point.
    public var entry: PackEntry
    /// What it coordinates, in words.
    public var duty: String
}

/// An act read from its folder: the rules for the domain and what only pages and papers need.
public struct RegulationPack: Hashable, Sendable {
    /// The act as the pack writes it, with every way to read its unclear places.
    let written: Regulation
    /// The rules, read as the office reads them; by default where it has not said.
    public private(set) var regulation: Regulation
    /// The folder it was read from.
    public var folder: String
    /// Roles with their local titles, in the pack's order.
    public var roles: [PackEntry]
    /// Coordinating centres, in the pack's order.
    public var centres: [ResourceCentre]
    /// How the act was read, in the pack's order.
    public var readings: [Reading]
    /// The registers that the act wants kept, in the order of their files.
    public var registers: [RegisterDefinition] = []
    /// The vocabulary of services that organisations offer (414-р, п. 10, 8.15), in the pack's order.
    public var technologies: [PackEntry] = []
    /// The act's organisations, bodies of power behind them.
    public var directory: [Organisation] = []
    /// The table of service standards; nil where the act has none.
    public var standards: StandardsTable?
    /// The region's plans, by year.
    public var plans: [RegionalPlan] = []
    /// By what the keeping of the register is judged, in the pack's order.
    public var quality: [QualityCriterion] = []

    /// The pack's id.
    public var id: String { regulation.id }

    /// The pack with its unclear places read as the office reads them.
    public func read(by office: OfficeSettings) -> RegulationPack {
        var pack = self
        pack.regulation = written.read(with: office.readings)
        return pack
    }

    /// The centre that coordinates a person: that of the category, then those of the groups.
    public func centres(for citizen: Citizen, on date: CivilDate) -> [ResourceCentre] {
        regulation.coordinators(of: citizen, on: date).compactMap { id in centres.first { $0.entry.id == id } }
    }

    /// What the pack's registers are made with.
    /// - Parameter workers: names by login.
    public func registerSurroundings(workers: [String: String], on date: CivilDate) -> RegisterSurroundings {
        RegisterSurroundings(regulation: regulation, centres: centres.map(\.entry), workers: workers, today: date)
    }

    /// Reads the pack in a folder.
    /// - Throws: ``PackError`` with every fault found, each with file and line.
    public static func load(_ folder: String) throws(PackError) -> RegulationPack {
        let reader = PackReader(folder: folder)
        let pack = reader.read()
        guard let pack, reader.faults.problems.isEmpty else {
            throw PackError(folder: folder, problems: reader.faults.problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
        }
        return pack
    }

    /// Everything wrong with the pack in a folder, its forms included; empty when it may be used.
    public static func check(_ folder: String) -> [PackProblem] {
        let reader = PackReader(folder: folder)
        _ = reader.read()
        reader.checkForms()
        return reader.faults.problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }
}
