/// Where a rule stands: the act and its point as printed.
public struct LegalBasis: Hashable, Sendable, Codable {
    /// The act's short name, such as `414-р`.
    public var act: String
    /// The point as printed, such as `16` or `8.17`; nil for the act as a whole.
    public var point: String?

    /// A point of an act.
    public init(act: String, point: String? = nil) {
        self.act = act
        self.point = point
    }
}

/// An entry of a pack's list: a code, its title and its point.
public struct PackEntry: Hashable, Sendable {
    /// The code used in data and on the command line.
    public var id: String
    /// The title as the interface shows it.
    public var title: String
    /// Where it stands; nil where the entry is ours because the act is silent.
    public var basis: LegalBasis?
    /// How the act's own forms abbreviate it, such as «БД» (TYU Прил. 1), where they do.
    public var short: String?

    /// An entry of a pack's list.
    public init(id: String, title: String, basis: LegalBasis?, short: String? = nil) {
        self.id = id
        self.title = title
        self.basis = basis
        self.short = short
    }
}
