/// A mark that something was entered in the outer system (IRK п. 16.4, 19.2, 30: АИС «ЭСРН ИО»).
public struct MarkRegistry: CaseAction {
    /// `mark-registry`
    public let name = ActionName.markRegistry
    /// What was entered, by the pack's id.
    public var subject: String
    /// The day.
    public var on: CivilDate

    /// A mark to make.
    public init(subject: String, on: CivilDate) {
        self.subject = subject
        self.on = on
    }

    /// The mark.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let subjects = try context.acts(of: file).registrySubjects
        guard subjects.contains(where: { $0.id == subject }) else {
            throw Refusal("registry.subject-unknown", arguments: [subject, subjects.map(\.id).joined(separator: ", ")])
        }
        let mark = RegistryMark(id: context.newID(), caseID: file.header.id, subject: subject, on: on, worker: context.worker)
        return file.decision([mark], in: context)
    }
}
