import Casework

extension Texts {
    /// Where a register stands in the act; ours where the act is silent.
    public func place(of register: RegisterDefinition) -> String { register.entry.basis.map(basis) ?? self("register.ours") }

    /// The lines above a register's table: its title, where it stands, whose it is and of which day, what must be known.
    public func heading(of register: RegisterDefinition, organisation: String, on date: CivilDate) -> [String] {
        let place = self("register.heading", place(of: register), organisation, date.dotted)
        return [register.entry.title, place] + [register.note].compactMap { $0 }
    }
}
