extension CaseFile {
    /// The day the case came under an act: that of the first referral under it.
    public func start(under regulation: String) -> CivilDate? {
        referrals.first { $0.regulation == regulation }?.receivedOn
    }

    /// What happened in the case as far as one of its acts is concerned, the entries of that act's kinds among it.
    ///
    /// A referral or an entry under one act is nothing to another; what happened before the case came under the act, or
    /// after it left it, neither sets off the act's terms nor fulfils them.
    public func events(concerning act: Regulation) -> [CaseEvent] {
        let start = header.regulations.count > 1 ? start(under: act.id) : nil
        let end = header.ending(of: act.id)?.on
        return events(under: [act]).filter { event in
            event.attributes["regulation"].map { $0 == act.id } ?? true && event.at.date >= start ?? event.at.date
                && event.at.date <= end ?? event.at.date
        }
    }
}
