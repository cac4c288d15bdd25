import Casework
import Foundation
import Yams

/// Reads the files of one pack, section by section, in the order in which they refer to each other.
///
/// A section, such as `obligations`, may stand in any `.yaml` file of the folder and in several; `pointsOf` at the head
/// of a file names the act whose points the file quotes, where it is not the pack's own.
final class PackReader {
    let folder: String
    let faults = FaultLog()
    /// The sections found, by name, each with the act whose points it quotes.
    var sections: [String: [Section]] = [:]
    var shortName = ""
    var readings: [Reading] = []
    var roles: [PackEntry] = []
    var centres: [ResourceCentre] = []
    var sources: [PackEntry] = []
    var programKinds: [ProgramKind] = []
    var registrySubjects: [PackEntry] = []
    var officeTerms: [PackEntry] = []
    var readingChoices: [ReadingChoice] = []
    /// Days of office terms while the office has set none, by their id.
    var officeDefaults: [String: Int] = [:]
    /// The ids of the categories, for rules that ask for one.
    var categoryIDs: [String] = []
    /// Events that the pack's own records tell of, with the values of each attribute; nil: any value.
    var declared: [EventName: [String: Set<String>?]] = [:]
    /// The title of the first kind of record that tells of an event.
    var declaredTitles: [EventName: String] = [:]
    /// The kinds of records that the pack declares.
    var declaredKinds: [String] = []

    /// One section of one file.
    struct Section {
        var value: Located
        var pointsOf: String?
    }

    static let sectionNames = [
        "act", "readings", "roles", "centres", "sources", "categories", "groups", "needAreas", "stages", "ladder", "obligations",
        "programKinds", "registrySubjects", "closingGrounds", "officeTerms", "callScript", "entries", "technologies",
        "standards", "fee", "living", "group", "readingChoices", "conflicts", "plan", "quality",
    ]

    init(folder: String) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    func read() -> RegulationPack? {
        guard collect() else { return nil }
        // A fault in the act's own data must not hide the faults of the other sections.
        let act = readAct()
        readReadings()
        readingChoices = readReadingChoices()
        roles = entries("roles")
        centres = readCentres()
        sources = readSources()
        let areas = readNeedAreas()
        programKinds = readProgramKinds()
        registrySubjects = entries("registrySubjects")
        officeTerms = readOfficeTerms()
        findDeclaredEvents()
        let entryKinds = readEntryKinds()
        let stages = readStages()
        let categories = readCategories("categories")
        categoryIDs = categories.map(\.entry.id)
        let groups = readCategories("groups")
        let ladder = readLadder()
        let obligations = readObligations(packID: act?.id ?? "")
        let conflicts = readConflicts(packID: act?.id ?? "", rules: obligations)
        let closingGrounds = entries("closingGrounds")
        let technologies = entries("technologies")
        let directory = readDirectory(regulation: act?.id ?? "")
        let standards = readStandards()
        let fees = readFees()
        let living = readLiving()
        let group = readGroup(packID: act?.id ?? "", obligations: obligations, kinds: entryKinds)
        let plans = readPlans(packID: act?.id ?? "", obligations: obligations)
        let quality = readQuality()
        guard let act else { return nil }
        checkStage(act.refusedStage, key: "refusedStage", stages: stages)
        checkStage(act.closedStage, key: "closedStage", stages: stages)
        var regulation = Regulation(
            id: act.id, title: act.title, act: shortName, inForceFrom: act.from, inForceUntil: act.until, sources: sources,
            categories: categories, groups: groups, needAreas: areas, stages: stages,
            refusedStage: act.refusedStage, closedStage: act.closedStage, ladder: ladder,
            obligations: obligations,
            roles: Dictionary(roles.map { ($0.id, $0.title) }) { first, _ in first }, programKinds: programKinds,
            registrySubjects: registrySubjects, closingGrounds: closingGrounds,
            readings: Dictionary(readings.map { ($0.id, $0.text) }) { first, _ in first }, officeTerms: officeTerms,
            entryKinds: entryKinds,
            consentBasis: LegalBasis(act: shortName, point: act.consent),
            surveyBasis: LegalBasis(act: shortName, point: act.survey), outerSystem: act.outerSystem,
            callScript: (sections["callScript"]?.first?.value).flatMap(faults.text)
        )
        regulation.readingChoices = readingChoices
        regulation.conflicts = conflicts
        regulation.declaredEvents = declaredTitles
        regulation.officeDefaults = officeDefaults
        regulation.fees = fees
        regulation.living = living
        regulation.group = group
        var pack = RegulationPack(
            written: regulation, regulation: regulation.read(with: [:]), folder: folder, roles: roles, centres: centres,
            readings: readings)
        pack.registers = readRegisters(of: regulation)
        pack.technologies = technologies
        pack.directory = directory
        pack.standards = standards
        pack.plans = plans
        pack.quality = quality
        return pack
    }

    // MARK: Files

    /// Finds the sections in the folder's files; false when there is nothing to read.
    private func collect() -> Bool {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            faults.report(.unreadable, at: Place(file: "", line: 0), folder)
            return false
        }
        for name in names.sorted() where name.hasSuffix(".yaml") {
            guard let root = compose(name) else { continue }
            guard let file = faults.fields(root, known: PackReader.sectionNames + ["pointsOf"]) else { continue }
            let pointsOf = faults.optional("pointsOf", in: file)
            for key in file.keys where key != "pointsOf" {
                if let value = file[key] { sections[key, default: []].append(Section(value: value, pointsOf: pointsOf)) }
            }
        }
        return true
    }

    /// The root node of a file; nil after its fault was reported, or when the file is empty.
    func compose(_ name: String) -> Located? {
        let place = Place(file: name, line: 0)
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), let text = String(data: data, encoding: .utf8)
        else {
            faults.report(.unreadable, at: place, name)
            return nil
        }
        do {
            // No resolver: every scalar stays the text it was written as, so `16.10` is a point and not a number.
            return try Yams.compose(yaml: text, .basic).map { Located(node: $0, file: name) }
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            faults.report(.duplicateKey, at: Place(file: name, line: context.mark.line), keys.joined(separator: ", "))
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            faults.report(.syntax, at: Place(file: name, line: mark.line), problem)
        } catch {
            faults.report(.syntax, at: place, "YAML")
        }
        return nil
    }

    // MARK: The act itself

    private struct Act {
        var id: String
        var title: String
        var from: CivilDate
        var until: CivilDate?
        var consent: String
        var survey: String
        var refusedStage: String
        var closedStage: String
        var outerSystem: String?
    }

    private func readAct() -> Act? {
        guard let section = sections["act"]?.first else {
            faults.report(.missingKey, at: Place(file: "act.yaml", line: 0), "act")
            return nil
        }
        if let second = sections["act"]?.dropFirst().first { faults.report(.duplicateKey, at: second.value.place, "act") }
        let known = [
            "id", "short", "title", "inForce", "consentPoint", "surveyPoint", "refusedStage", "closedStage", "outerSystem",
        ]
        guard let fields = faults.fields(section.value, known: known) else { return nil }
        let id = faults.required("id", in: fields)
        // «.» is the folder one stands in.
        let folderName = URL(filePath: folder).standardizedFileURL.lastPathComponent
        if let id, id != folderName { faults.report(.idNotFolder, at: fields["id"]?.place ?? fields.place, id, folderName) }
        let short = faults.required("short", in: fields)
        let title = faults.required("title", in: fields)
        let consent = faults.required("consentPoint", in: fields)
        let survey = faults.required("surveyPoint", in: fields)
        let refused = faults.required("refusedStage", in: fields)
        let closed = faults.required("closedStage", in: fields)
        let term = readTerm(of: fields)
        guard let id, let short, let title, let consent, let survey, let refused, let closed, let term else { return nil }
        shortName = short
        return Act(
            id: id, title: title, from: term.from, until: term.until, consent: consent, survey: survey, refusedStage: refused,
            closedStage: closed, outerSystem: faults.optional("outerSystem", in: fields))
    }

    private func readTerm(of fields: Fields) -> (from: CivilDate, until: CivilDate?)? {
        guard let value = fields["inForce"] else {
            faults.report(.missingKey, at: fields.place, "inForce")
            return nil
        }
        guard let term = faults.fields(value, known: ["from", "until"]) else { return nil }
        if term["from"] == nil { faults.report(.missingKey, at: term.place, "from") }
        guard let from = faults.date("from", in: term) else { return nil }
        let until = faults.date("until", in: term)
        if let until, until < from { faults.report(.datesReversed, at: term.place, from.iso, until.iso) }
        return (from, until)
    }

    private func readReadings() {
        for section in sections["readings"] ?? [] {
            guard case .mapping(let mapping) = section.value.node else {
                faults.report(.wrongShape, at: section.value.place, "mapping")
                continue
            }
            for (key, value) in mapping {
                guard let id = key.scalar?.string, let text = faults.text(Located(node: value, file: section.value.file)) else {
                    continue
                }
                readings.append(Reading(id: id, text: text))
            }
        }
    }

    private func checkStage(_ id: String, key: String, stages: [Stage]) {
        guard let act = sections["act"]?.first?.value, let node = act.node.mapping?[Node(key)] else { return }
        faults.check(
            id, isIn: stages.map(\.entry.id), kind: "stage", at: Located(node: node, file: act.file).place)
    }
}
