/// The end of a case under one of its acts while it goes on under others.
public struct ActEnding: Hashable, Sendable, Codable {
    /// The act by pack id.
    public var regulation: String
    /// The last day under it.
    public var on: CivilDate
    /// Why, by the ground's id in that act's pack.
    public var ground: String

    /// An act left.
    public init(regulation: String, on: CivilDate, ground: String) {
        self.regulation = regulation
        self.on = on
        self.ground = ground
    }
}

extension CaseHeader {
    /// The acts under which the case was ended, though it may go on under others, in the order they were left.
    public var endings: [ActEnding] {
        get { leftActs ?? [] }
        set { leftActs = newValue.isEmpty ? nil : newValue }
    }

    /// How the case was ended under an act; nil while it runs there, or is closed whole.
    public func ending(of regulation: String) -> ActEnding? { endings.first { $0.regulation == regulation } }

    /// The acts under which the case has not been ended, in its own order.
    public var runningActs: [String] { regulations.filter { ending(of: $0) == nil } }
}
