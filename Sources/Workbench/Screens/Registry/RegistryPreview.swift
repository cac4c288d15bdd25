import CaseStore
import Casework
import Terminal

/// The lines below the registry: what a worker wants to see of the selected person without opening the case.
enum RegistryPreview {
    static func lines(_ row: RegistryRow?, session: Session) -> [(text: String, style: Style)] {
        guard let row else { return [] }
        let texts = session.texts
        let age = texts.count("year-of-age", row.born.fullYears(on: session.today))
        let category = row.category.map { session.categoryTitle($0) } ?? texts("case.no-category")
        let head = [age, category, row.territory].compactMap { $0 }.joined(separator: " · ")
        let stage = [session.stageTitle(row.stage), row.curator.map(session.workerName) ?? texts("case.no-curator")].joined(
            separator: " · ")
        let contact =
            stage + " · " + texts("preview.last", row.lastContactOn?.dotted ?? texts("preview.none"), String(row.attempts))
        let due: (String, Style)
        if let next = row.nextDue, let rule = row.nextRule {
            due = (
                texts("preview.due", next.dotted, "\(session.wording.ruleTitle(rule)) (\(session.wording.ruleBasis(rule)))"),
                next < session.today ? .bad : .normal
            )
        } else {
            due = (texts("preview.no-due"), .dim)
        }
        return [(head, .title), (contact, .normal), due]
    }
}
