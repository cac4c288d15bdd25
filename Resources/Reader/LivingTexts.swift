import Casework

// Fees and supported living in words.
extension Texts {
    /// A step of a fee's arithmetic.
    /// - Parameter titles: the title of a category or a service by its id.
    public func feeStep(_ step: FeeStep, titles: (String) -> String) -> String {
        self("fee.step.\(step.kind.rawValue)", step.subject.map(titles) ?? "", step.formula)
    }

    /// «групповая» or «учебная, групповая».
    public func livingForm(_ dwelling: Dwelling) -> String {
        let form = self("living.form.\(dwelling.form.rawValue)")
        return dwelling.purpose == .training ? self("living.training-flat", form) : form
    }
}
