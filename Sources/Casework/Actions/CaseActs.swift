extension DecisionContext {
    /// The acts at hand under which the case runs, in the case's own order; of a closed case all it stood under.
    public func acts(of header: CaseHeader) -> [Regulation] {
        header.runningActs.compactMap { id in regulations.first { $0.id == id } }
    }

    /// The acts that an action speaks of: those of the case, or the one that is named.
    /// - Throws: ``Refusal`` when none is at hand, the case does not stand under the named one, or was ended under it.
    func acts(of file: CaseFile, only id: String? = nil) throws(Refusal) -> [Regulation] {
        guard let id else {
            let acts = acts(of: file.header)
            if acts.isEmpty { throw Refusal("regulation.missing", arguments: [file.header.regulations.joined(separator: ", ")]) }
            return acts
        }
        guard let act = regulations.first(where: { $0.id == id }) else { throw Refusal("regulation.missing", arguments: [id]) }
        guard file.header.regulations.contains(id) else { throw Refusal("regulation.not-of-case", arguments: [act.act]) }
        try file.mustRun(under: act)
        return [act]
    }
}

extension CaseFile {
    /// Refuses work under an act that the case has left.
    func mustRun(under act: Regulation) throws(Refusal) {
        if let ending = header.ending(of: act.id) {
            throw Refusal("regulation.ended", arguments: [act.act, ending.on.dotted])
        }
    }
}
