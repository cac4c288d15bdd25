import Casework
import MarshrutResources

// «Кто по порядку»: what the person is under each act of the case, and how far the case has come there.
extension CaseView {
    /// One act for programs: category, groups, centres, stages with their days.
    func act(_ act: Regulation) -> JSONValue {
        let standing = Eligibility(of: file.citizen, under: act, on: office.context.now.date)
        let progress = file.progress(under: act)
        let ending = file.header.ending(of: act.id)
        return .object([
            ("regulation", .text(act.id)), ("act", .text(act.act)), ("since", .date(file.start(under: act.id))),
            ("endedOn", .date(ending?.on)), ("ground", .optional(ending?.ground)), ("stage", .text(file.stage(under: act))),
            ("nextStage", .optional(progress.next?.entry.id)), ("category", .optional(standing.category?.entry.id)),
            ("groups", .array(standing.groups.map { .text($0.entry.id) })),
            ("centres", .array(centres(act).map { .text($0) })),
            (
                "stages",
                .array(
                    progress.steps.map {
                        .object([("stage", .text($0.stage.entry.id)), ("reachedOn", .date($0.reachedOn))])
                    })
            ),
        ])
    }

    /// The acts for people; one section each.
    func addActs(to page: inout PageOfFacts) {
        let texts = office.texts
        let acts = office.acts(of: file.header)
        for act in acts {
            let standing = Eligibility(of: file.citizen, under: act, on: office.context.now.date)
            let progress = file.progress(under: act)
            page.section(verbatim: act.act)
            if let ending = file.header.ending(of: act.id) {
                let ground = act.closingGrounds.first { $0.id == ending.ground }?.title ?? ending.ground
                page.fact("law.left", "\(ending.on.dotted), \(ground)")
            }
            // The cover tells of a single act already.
            if acts.count > 1 {
                page.fact("field.stage", progress.current?.entry.title)
                page.fact("field.category", standing.category?.entry.title ?? texts("case.no-category"))
            }
            page.fact("law.groups", standing.groups.map(\.entry.title).joined(separator: "; "))
            page.fact("case.centre", centres(act).joined(separator: "; "))
            page.fact("law.next", progress.next?.entry.title)
        }
    }

    private func centres(_ act: Regulation) -> [String] {
        let pack = office.packs.first { $0.id == act.id }
        return pack?.centres(for: file.citizen, on: office.context.now.date).map(\.entry.title) ?? []
    }
}
