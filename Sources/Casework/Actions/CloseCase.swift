/// The case closed on a ground of the pack; the Irkutsk act names none (X-IRK-06), so the grounds are the office's.
public struct CloseCase: CaseAction {
    /// `close-case`
    public let name = ActionName.closeCase
    /// The ground by the pack's id.
    public var ground: String
    /// The day.
    public var on: CivilDate

    /// A case to close.
    public init(ground: String, on: CivilDate) {
        self.ground = ground
        self.on = on
    }

    /// The cover closed, planned meetings called off; open obligations fall with the case.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let regulation = try context.regulation(of: file)
        guard regulation.closingGrounds.contains(where: { $0.id == ground }) else {
            throw Refusal(
                "close.ground-unknown", arguments: [ground, regulation.closingGrounds.map(\.id).joined(separator: ", ")])
        }
        var header = file.header
        header.closedOn = on
        header.closingGround = ground
        return file.decision([header] + file.calledOffMeetings(), in: context)
    }
}

/// A closed case opened again, with the reason; its open obligations come back.
public struct ReopenCase: CaseAction {
    /// `reopen-case`
    public let name = ActionName.reopenCase
    /// Why, in words; must not be empty.
    public var reason: String

    /// A case to reopen.
    public init(reason: String) { self.reason = reason }

    /// The cover open again.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        if file.header.isOpen { throw Refusal("case.open") }
        guard let reason = reason.nonEmpty else { throw Refusal("reopen.no-reason") }
        var header = file.header
        header.closedOn = nil
        header.closingGround = nil
        header.reopeningGround = reason
        return file.decision([header], in: context)
    }
}
