/// The sections in the order of the second line.
public enum WorkbenchSections {
    /// A screen for every section that works.
    public static func all(_ session: Session) -> [any Screen] {
        let sections: [any Screen] = [
            DeskScreen(session: session), Registry(session: session), ContactQueue(session: session),
            ProgramList(session: session),
            DeadlineBoard(session: session), DirectoryScreen(session: session), RegisterList(session: session),
        ]
        return sections + [LivingScreen(session: session)].compactMap { $0 }
    }
}
