/// The case given to a curator (IRK п. 14, 16).
public struct AssignCurator: CaseAction {
    /// `assign-curator`
    public let name = ActionName.assignCurator
    /// The curator's login.
    public var curator: String

    /// The case given to a curator.
    public init(curator: String) { self.curator = curator }

    /// The cover with the new curator.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        guard let login = curator.nonEmpty else { throw Refusal("curator.empty") }
        if file.header.curator == login { throw Refusal("curator.same", arguments: [login]) }
        var header = file.header
        header.curator = login
        header.curatorSince = context.now.date
        return file.decision([header], in: context)
    }
}
