import CaseStore
import Casework
import StoreTestSupport

/// Makes the store that is kept for tests of later schemas: `StoreProbe freeze Tests/CaseStoreTests/Frozen/schema-N.sqlite`.
///
/// A schema that was released is frozen once and its file never changes.
enum Frozen {
    static func make(_ path: String) throws {
        let world = TrialWorld()
        let context = world.context
        let archive = try CaseArchive.create(at: path + ".new", organisationID: RecordID(high: 1, low: 1), office: world.office)
        var people = InventedPeople(seed: 1, today: world.now.date)
        for family in ["Жуков", "Ёлкин", "Ежов"] {
            var order = people.order(curator: "ivanova")
            order.citizen.family = family
            let id = try archive.open(order, context: context).file.header.id
            let today = world.now.date
            let actions: [any CaseAction] = [
                LogContactAttempt(method: .phone, outcome: .agreed, at: world.now), AgreeMeeting(at: world.now, place: "дома"),
                RecordSurvey(on: today, needs: [Need(area: "medical", text: "массаж")]), DraftProgram(kind: "ipss", on: today),
                MarkRegistry(subject: "notification", on: today),
            ]
            for action in actions { try archive.perform(action, on: id, context: context) }
            _ = try archive.undo(context: context)
        }
        try archive.backup(to: path)
        try archive.close()
    }
}
