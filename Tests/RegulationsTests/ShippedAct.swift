import Casework
import MarshrutResources
import Testing

@testable import Regulations

/// A shipped pack with the shipped calendar, to ask terms and categories of.
struct ShippedAct {
    let pack: RegulationPack
    let calendar: ProductionCalendar

    init(_ id: String) throws {
        pack = try RegulationPack.load(ResourceFolder.path("Regulations", id))
        calendar = try ShippedCalendar.load(officeFolder: nil)
    }

    func engine(_ readings: [String: String] = [:], terms: [String: Int] = [:]) -> DeadlineEngine {
        var office = OfficeSettings(organisation: "Центр", regulations: [pack.id], officeTerms: terms)
        office.readings = readings
        return DeadlineEngine(regulations: [pack.read(by: office).regulation], calendar: calendar, office: office)
    }

    /// Terms by the rule's own id: `2025-03-12`, or `2025-03-12 14:30` where they run by the clock.
    func due(
        _ event: String, _ iso: String, _ attributes: [String: String] = [:], readings: [String: String] = [:],
        terms: [String: Int] = [:]
    ) throws -> [String: String] {
        let engine = engine(readings, terms: terms)
        let parts = iso.split(separator: " ").map(String.init)
        let at = CivilDateTime(try #require(CivilDate(iso: parts[0])), parts.count > 1 ? CivilTime(parts[1]) : nil)
        let event = CaseEvent(
            EventName(rawValue: event), at: at, recordID: RecordID(high: 1, low: 1), attributes: attributes)
        let found = engine.terms(after: event, under: engine.regulations[0])
        return Dictionary(
            uniqueKeysWithValues: found.map { rule, due in
                (String(rule.id.dropFirst(pack.id.count + 1)), due.at.date.iso + (due.at.time.map { " \($0.text)" } ?? ""))
            })
    }

    /// The category of a person on 12 March 2025; empty when there is none.
    func category(
        born: String = "1990-01-01", _ status: DisabilityStatus, sex: Sex? = nil, first: Bool? = true,
        _ restrictions: [LifeRestriction: Int] = [:], flags: [CitizenFlag] = [], on day: String = "2025-03-12",
        readings: [String: String] = [:]
    ) throws -> String {
        var citizen = Citizen(
            id: RecordID(high: 0, low: 1), family: "Ёлкина", given: "Анна", born: try #require(CivilDate(iso: born)))
        citizen.sex = sex
        citizen.disability = Disability(status: status, isFirst: first)
        for (restriction, degree) in restrictions { citizen.restrictions[restriction] = degree }
        citizen.flags = flags
        let act = engine(readings).regulations[0]
        return act.category(of: citizen, on: try #require(CivilDate(iso: day)))?.entry.id ?? ""
    }

    /// The obligations of a rule in a case that holds the given entries, each a kind, a day and its fields.
    func obligations(_ rule: String, _ entries: [(String, String, [String: String])], readings: [String: String] = [:]) throws
        -> [Obligation]
    {
        let ids = (1...20).map { RecordID(high: 1, low: UInt64($0)) }
        let citizen = Citizen(id: ids[1], family: "Ёлкина", given: "Анна", born: try #require(CivilDate(iso: "1990-01-01")))
        let header = CaseHeader(
            id: ids[0], number: 1, citizenID: citizen.id, regulations: [pack.id], stage: "",
            openedOn: try #require(CivilDate(iso: "2024-01-01")))
        var file = CaseFile(header: header, citizen: citizen)
        for (index, (kind, day, values)) in entries.enumerated() {
            file.apply(
                CaseEntry(
                    id: ids[index + 2], caseID: header.id, regulation: pack.id, entryKind: kind,
                    on: try #require(CivilDate(iso: day)), values: values, worker: "ivanova"))
        }
        return engine(readings).obligations(of: file).filter { $0.rule == "\(pack.id).\(rule)" }
    }

    /// The printed point of a rule of the act.
    func point(_ rule: String) -> String? {
        pack.regulation.obligations.first { $0.id == "\(pack.id).\(rule)" }?.basis.point
    }
}
