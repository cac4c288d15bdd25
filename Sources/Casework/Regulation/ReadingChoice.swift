/// An unclear place of an act that an office may read in one of several ways, such as TYU п. 2.1 (X-TYU-05).
public struct ReadingChoice: Hashable, Sendable {
    /// Code, what is unclear, and where it stands.
    public var entry: PackEntry
    /// The reading that explains the place and the default, by its id in the pack.
    public var reading: String
    /// The ways to read it, the default first.
    public var options: [PackEntry]

    /// A choice; `options` must not be empty.
    public init(entry: PackEntry, reading: String, options: [PackEntry]) {
        self.entry = entry
        self.reading = reading
        self.options = options
    }

    /// The option that stands under the office's settings: the one it chose, else the default. An option that the pack no
    /// longer knows does not count.
    public func chosen(in readings: [String: String]) -> PackEntry {
        options.first { $0.id == readings[entry.id] } ?? options[0]
    }
}

extension Regulation {
    /// The act as the office reads it: every place that hangs on a ``ReadingChoice`` settled, rules of other readings left out.
    /// - Parameter readings: options by choice, as in ``OfficeSettings/readings``; a choice not named takes its default.
    public func read(with readings: [String: String]) -> Regulation {
        let chosen = Dictionary(uniqueKeysWithValues: readingChoices.map { ($0.entry.id, $0.chosen(in: readings).id) })
        func settled(_ target: TargetCategory) -> TargetCategory {
            var target = target
            target.criterion = target.criterion.settled(by: chosen)
            return target
        }
        var act = self
        act.categories = categories.map(settled)
        act.groups = groups.map(settled)
        act.obligations = obligations.filter { rule in rule.underReading.allSatisfy { chosen[$0.key] == $0.value } }
        act.living = living?.settled(by: chosen)
        return act
    }
}

extension Criterion {
    /// Holds for everybody.
    private static let always = Criterion.all([])
    /// Holds for nobody.
    private static let never = Criterion.any([])

    /// The condition with every `reading` answered by the chosen options, and without the parts that this leaves idle.
    func settled(by chosen: [String: String]) -> Criterion {
        switch self {
        case .reading(let choice, let option): return chosen[choice] == option ? .always : .never
        case .all(let parts):
            let settled = parts.map { $0.settled(by: chosen) }.filter { $0 != .always }
            if settled.contains(.never) { return .never }
            return settled.count == 1 ? settled[0] : .all(settled)
        case .any(let parts):
            let settled = parts.map { $0.settled(by: chosen) }.filter { $0 != .never }
            if settled.contains(.always) { return .always }
            return settled.count == 1 ? settled[0] : .any(settled)
        case .none(let parts):
            let settled = parts.map { $0.settled(by: chosen) }.filter { $0 != .never }
            if settled.contains(.always) { return .never }
            return settled.isEmpty ? .always : .none(settled)
        default: return self
        }
    }
}
