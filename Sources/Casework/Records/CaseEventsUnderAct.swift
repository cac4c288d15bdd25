extension CaseFile {
    /// The day the case came under an act: that of the first referral under it.
    public func start(under regulation: String) -> CivilDate? {
        referrals.first { $0.regulation == regulation }?.receivedOn
    }

    /// What happened in the case as far as one of its acts is concerned.
    ///
    /// A referral under one act is nothing to another; what happened before the case came under the act, or after it left
    /// it, neither sets off the act's terms nor fulfils them.
    public func events(under regulation: String) -> [CaseEvent] { events(events, under: regulation) }

    /// The same of events that were made already.
    func events(_ events: [CaseEvent], under regulation: String) -> [CaseEvent] {
        let start = header.regulations.count > 1 ? start(under: regulation) : nil
        let end = header.ending(of: regulation)?.on
        return events.filter { event in
            event.attributes["regulation"].map { $0 == regulation } ?? true && event.at.date >= start ?? event.at.date
                && event.at.date <= end ?? event.at.date
        }
    }
}
