/// How far a case has come on the way that an act describes (IRK глава 7).
public struct StageProgress: Hashable, Sendable {
    /// One stage, and the day it was reached first.
    public struct Step: Hashable, Sendable {
        /// The stage.
        public var stage: Stage
        /// The first day on which something of it happened; nil when nothing did.
        public var reachedOn: CivilDate?
    }

    /// The act's stages in order, without those of refusal and closing.
    public var steps: [Step]
    /// The furthest stage reached.
    public var current: Stage?
    /// The stage that comes after it; nil at the end of the way.
    public var next: Stage?
}

extension CaseFile {
    /// The progress under an act, from what happened in the case since it came under it.
    public func progress(under act: Regulation) -> StageProgress {
        let events = events(concerning: act)
        let way = act.stages.filter { $0.entry.id != act.refusedStage && $0.entry.id != act.closedStage }
        let steps = way.map { stage in
            let days = events.filter { event in stage.reachedBy.contains { $0.matches(event) } }.map(\.at.date)
            return StageProgress.Step(stage: stage, reachedOn: days.min())
        }
        let furthest = steps.lastIndex { $0.reachedOn != nil }
        let ahead = (furthest ?? -1) + 1
        return StageProgress(
            steps: steps, current: furthest.map { way[$0] }, next: ahead < way.count ? way[ahead] : nil)
    }

    /// The stage in which the case stands under an act: the furthest that something reached; a refusal and an ending have
    /// stages of their own, which the acts do not name (X-IRK-06, X-IRK-07).
    public func stage(under act: Regulation) -> String {
        if !header.isOpen || header.ending(of: act.id) != nil { return act.closedStage }
        if isRefused { return act.refusedStage }
        return (progress(under: act).current ?? act.stages.first)?.entry.id ?? ""
    }
}
