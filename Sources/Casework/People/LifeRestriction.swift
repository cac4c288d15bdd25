/// The seven categories of ограничение жизнедеятельности (IRK п. 8.7; ИПРА).
public enum LifeRestriction: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    /// Самообслуживание.
    case selfCare
    /// Самостоятельное передвижение.
    case mobility
    /// Ориентация.
    case orientation
    /// Общение.
    case communication
    /// Контроль за своим поведением.
    case behaviour
    /// Обучение.
    case learning
    /// Трудовая деятельность.
    case work
}

/// Degrees of the seven restrictions: 1…3, absent where there is none.
public struct LifeRestrictions: Hashable, Sendable {
    /// Degrees by category, 1…3.
    public private(set) var degrees: [LifeRestriction: Int]

    /// Degrees by category; values outside 1…3 mean none.
    public init(_ degrees: [LifeRestriction: Int] = [:]) { self.degrees = degrees.filter { (1...3).contains($0.value) } }

    /// The degree, 0 (none) … 3.
    public subscript(restriction: LifeRestriction) -> Int {
        get { degrees[restriction] ?? 0 }
        set { degrees[restriction] = (1...3).contains(newValue) ? newValue : nil }
    }

    /// Whether none is recorded.
    public var isEmpty: Bool { degrees.isEmpty }
}

extension LifeRestrictions: Codable {
    /// Reads an object of degrees keyed by category.
    public init(from decoder: any Decoder) throws {
        let raw = try decoder.singleValueContainer().decode([LifeRestriction: Int].self)
        self.init(raw)
    }

    /// Writes an object of degrees keyed by category.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(degrees)
    }
}
