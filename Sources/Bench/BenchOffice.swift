import CaseStore
import Casework
import Foundation
import MarshrutResources
import Regulations
import Synchronization

/// The invented office that everything is measured in: its day, its workers, its act and calendar.
enum BenchOffice {
    /// The day of the measurement, so that a run tomorrow measures the same.
    static let now = CivilDateTime(CivilDate(year: 2025, month: 11, day: 20) ?? CivilDate(dayNumber: 0), CivilTime("10:15"))
    static let regulation = "irkutsk-414r"
    static let settings = OfficeSettings(organisation: "УСЗСОН по Ангарскому району", regulations: [regulation])
    /// One case in fifty has no curator; the others are led by as many curators as offices of a whole region have.
    static let curators = 400
    /// Sees everybody's cases: the hardest worker for the screens.
    static let head = Worker(login: "head", name: "Громова Т. Л.", role: "head")

    static func curator(_ number: Int) -> Worker { Worker(login: "curator\(number)", name: "Куратор \(number)", role: "curator") }

    /// The packs, read anew at every call.
    static func packs() -> [RegulationPack] {
        RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: nil, only: [regulation]).packs
    }

    static func calendar() throws -> ProductionCalendar { try ShippedCalendar.load(officeFolder: nil) }

    /// The world of decisions, with identifiers that are the same in every run.
    static func context(worker: String = head.login) throws -> DecisionContext {
        DecisionContext(
            regulations: packs().map(\.regulation), calendar: try calendar(), office: settings, now: now, worker: worker,
            newID: IDs().next)
    }

    /// Identifiers of version 7 that grow, as real ones do.
    private final class IDs: Sendable {
        private let state = Mutex((milliseconds: UInt64(1_700_000_000_000), numbers: SeededNumbers(seed: 7)))

        @Sendable func next() -> RecordID {
            state.withLock { state in
                state.milliseconds += 1
                return RecordID(milliseconds: state.milliseconds, random: (state.numbers.next(), state.numbers.next()))
            }
        }
    }
}
