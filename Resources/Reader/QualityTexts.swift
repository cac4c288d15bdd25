import Casework

extension QualityReport {
    /// The result in a few lines: how many cases, the whole score and those of the aspects.
    public func summary(_ texts: Texts) -> [String] {
        let share = { (score: Int?) in score.map { "\($0) %" } ?? "–" }
        return [
            texts("quality.cases", String(cases)),
            texts("quality.score", share(score()), share(score(.completeness)), share(score(.timeliness))),
        ]
    }
}
