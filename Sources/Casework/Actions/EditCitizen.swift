/// What must be true of a person's facts whoever writes them.
enum CitizenRules {
    /// The longest life that is believed, in years; a birth date further back is a slip of the pen.
    static let longestLife = 125

    /// Refuses facts that cannot be.
    static func check(_ citizen: Citizen, on today: CivilDate) throws(Refusal) {
        if citizen.family.nonEmpty == nil || citizen.given.nonEmpty == nil { throw Refusal("citizen.name-empty") }
        if citizen.born > today { throw Refusal("citizen.born-future", arguments: [citizen.born.dotted]) }
        if citizen.born.fullYears(on: today) > longestLife {
            throw Refusal("citizen.born-too-early", arguments: [citizen.born.dotted])
        }
        if !citizen.address.hasValidPostcode {
            throw Refusal("citizen.postcode", arguments: [citizen.address.postcode ?? ""])
        }
        if let since = citizen.disability.since {
            if since > today { throw Refusal("date.future", arguments: [since.dotted, today.dotted]) }
            if since < citizen.born { throw Refusal("date.before-birth", arguments: [since.dotted]) }
            if let until = citizen.disability.until, until < since {
                throw Refusal("citizen.disability-dates", arguments: [since.dotted, until.dotted])
            }
        }
        if let date = citizen.ipraDate {
            if date > today { throw Refusal("date.future", arguments: [date.dotted, today.dotted]) }
            if date < citizen.born { throw Refusal("date.before-birth", arguments: [date.dotted]) }
            if let until = citizen.ipraUntil, until < date {
                throw Refusal("citizen.ipra-dates", arguments: [date.dotted, until.dotted])
            }
        }
    }
}

/// The person's card mended by a worker.
public struct EditCitizen: CaseAction {
    /// `edit-citizen`
    public let name = ActionName.editCitizen
    /// The person as the card shall read.
    public var citizen: Citizen

    /// The card with its new text.
    public init(citizen: Citizen) { self.citizen = citizen }

    /// The person with the new facts; category and cover follow.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try CitizenRules.check(citizen, on: context.now.date)
        if citizen == file.citizen { throw Refusal("nothing-changed") }
        return file.decision([citizen], in: context)
    }
}
