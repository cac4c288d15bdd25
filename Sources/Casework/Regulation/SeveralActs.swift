/// Several acts as one vocabulary: an id is looked for in each, in order; what two acts have alike is shown once.
extension Sequence<Regulation> {
    /// The first act that has something, and what it has.
    public func first<Value>(having find: (Regulation) -> Value?) -> (act: Regulation, value: Value)? {
        for act in self { if let value = find(act) { return (act, value) } }
        return nil
    }

    /// Sources of referrals of all the acts.
    public var sources: [PackEntry] { unique(\.sources) { $0.id } }
    /// Areas of needs of all the acts.
    public var needAreas: [NeedArea] { unique(\.needAreas) { $0.entry.id } }
    /// Kinds of programmes of all the acts.
    public var programKinds: [ProgramKind] { unique(\.programKinds) { $0.entry.id } }
    /// What all the acts want entered in outer systems.
    public var registrySubjects: [PackEntry] { unique(\.registrySubjects) { $0.id } }
    /// Grounds for closing of all the acts.
    public var closingGrounds: [PackEntry] { unique(\.closingGrounds) { $0.id } }

    /// The kind of programme of the given id.
    public func programKind(_ id: String) -> ProgramKind? { first { $0.programKind(id) }?.value }

    private func unique<Value>(_ list: (Regulation) -> [Value], by id: (Value) -> String) -> [Value] {
        var seen: Set<String> = []
        return flatMap(list).filter { seen.insert(id($0)).inserted }
    }
}

extension Regulation {
    /// The kind of programme of the given id.
    public func programKind(_ id: String) -> ProgramKind? { programKinds.first { $0.entry.id == id } }
}
