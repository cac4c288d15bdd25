/// The case closed on a ground of the pack; the Irkutsk act names none (X-IRK-06), so the grounds are the office's.
///
/// Named with an act, the case is ended under that act alone and goes on under the others; it is closed with the last.
public struct CloseCase: CaseAction {
    /// `close-case`
    public let name = ActionName.closeCase
    /// The ground by the pack's id.
    public var ground: String
    /// The day.
    public var on: CivilDate
    /// The act under which the case ends; nil for all of them.
    public var regulation: String?

    /// A case to close.
    public init(ground: String, on: CivilDate, regulation: String? = nil) {
        self.ground = ground
        self.on = on
        self.regulation = regulation
    }

    /// The cover closed, planned meetings called off; open obligations fall with the case, or with the act.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let acts = try context.acts(of: file, only: regulation)
        let grounds = acts.closingGrounds
        guard grounds.contains(where: { $0.id == ground }) else {
            throw Refusal("close.ground-unknown", arguments: [ground, grounds.map(\.id).joined(separator: ", ")])
        }
        var header = file.header
        if let act = acts.first, regulation != nil, header.runningActs.count > 1 {
            if let start = file.start(under: act.id), on < start {
                throw Refusal("date.before-referral", arguments: [on.dotted, start.dotted])
            }
            header.endings.append(ActEnding(regulation: act.id, on: on, ground: ground))
            return file.decision([header], in: context)
        }
        header.closedOn = on
        header.closingGround = ground
        return file.decision([header] + file.calledOffMeetings(), in: context)
    }
}

/// A closed case opened again, with the reason; its open obligations come back. So does an open case under an act it left.
public struct ReopenCase: CaseAction {
    /// `reopen-case`
    public let name = ActionName.reopenCase
    /// Why, in words; must not be empty.
    public var reason: String
    /// The act under which an open case shall run again; nil for the whole case.
    public var regulation: String?

    /// A case to reopen.
    public init(reason: String, regulation: String? = nil) {
        self.reason = reason
        self.regulation = regulation
    }

    /// The cover open again.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        var header = file.header
        let left = regulation.flatMap(header.ending)
        if header.isOpen, left == nil { throw Refusal("case.open") }
        guard let reason = reason.nonEmpty else { throw Refusal("reopen.no-reason") }
        if let left { header.endings.removeAll { $0 == left } }
        header.closedOn = nil
        header.closingGround = nil
        header.reopeningGround = reason
        return file.decision([header], in: context)
    }
}
