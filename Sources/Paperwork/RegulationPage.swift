import Casework
import MarshrutResources
import Regulations

/// An act as a page to read: every rule with its point.
public struct RegulationPage: Sendable {
    /// The act.
    public let pack: RegulationPack
    /// The wording.
    public let texts: Texts

    /// A page of the act in the language of the texts; the act's own words stay Russian.
    public init(_ pack: RegulationPack, texts: Texts) {
        self.pack = pack
        self.texts = texts
    }

    /// The page.
    public func document() -> PaperDocument {
        let act = pack.regulation
        let term =
            act.inForceUntil.map { texts("page.in-force-until", act.inForceFrom.dotted, $0.dotted) }
            ?? texts("page.in-force", act.inForceFrom.dotted)
        var blocks: [PaperBlock] = [.paragraph(act.title), .paragraph("\(act.id). \(term)")]
        func section(_ key: String, _ lines: [PaperLine]) {
            if !lines.isEmpty { blocks += [.section(texts(key)), .fields(lines)] }
        }
        section("page.obligations", act.obligations.map(obligation))
        section("page.ladder", act.ladder.map { PaperLine(label: point($0.basis), value: rung($0)) })
        section("page.categories", act.categories.map(category))
        section("page.groups", act.groups.map(category))
        section("page.sources", act.sources.map(entry))
        section("page.needs", act.needAreas.map { entry($0.entry) })
        section("page.stages", act.stages.map(stage))
        section("page.programs", act.programKinds.map { entry($0.entry, $0.abbreviation) })
        section("page.registry", act.registrySubjects.map(entry))
        section("page.office-terms", act.officeTerms.map(officeTerm))
        section("page.closing", act.closingGrounds.map(entry))
        section("page.roles", pack.roles.map(entry))
        section("page.centres", pack.centres.map { entry($0.entry, $0.duty) })
        section("page.choices", act.readingChoices.map(choice))
        section("page.conflicts", act.conflicts.map { entry($0.entry) })
        section("page.readings", pack.readings.map { PaperLine(label: $0.id, value: $0.text) })
        return PaperDocument(title: act.title, blocks: blocks)
    }

    // MARK: Lines

    func point(_ basis: LegalBasis?) -> String {
        guard let basis else { return texts("page.ours") }
        return texts.basis(basis)
    }

    private func entry(_ entry: PackEntry) -> PaperLine {
        PaperLine(label: point(entry.basis), value: "\(entry.title) [\(entry.id)]")
    }

    private func entry(_ entry: PackEntry, _ more: String) -> PaperLine {
        PaperLine(label: point(entry.basis), value: "\(entry.title) [\(entry.id)]\n\(more)")
    }

    private func choice(_ choice: ReadingChoice) -> PaperLine {
        entry(choice.entry, choice.options.map { "\($0.id): \($0.title)" }.joined(separator: "\n"))
    }

    private func category(_ category: TargetCategory) -> PaperLine {
        var lines = [texts("page.who", texts.criterion(category.criterion))]
        if let centre = pack.centres.first(where: { $0.entry.id == category.coordinator }) {
            lines.append(texts("page.coordinator", centre.entry.title))
        }
        if let reading = category.reading { lines.append(texts("page.reading", reading)) }
        return entry(category.entry, lines.joined(separator: "\n"))
    }

    private func stage(_ stage: Stage) -> PaperLine {
        var lines: [String] = stage.phase.map { [$0] } ?? []
        if !stage.forms.isEmpty { lines.append(texts("page.methods", stage.forms.joined(separator: ", "))) }
        return lines.isEmpty ? entry(stage.entry) : entry(stage.entry, lines.joined(separator: "\n"))
    }

    private func officeTerm(_ term: PackEntry) -> PaperLine {
        guard let days = pack.regulation.officeDefaults[term.id] else { return entry(term) }
        return entry(term, texts("page.default-days", texts.count("due.working-days", days)))
    }

    private func rung(_ step: LadderStep) -> String {
        let method = step.method.rawValue
        if step.allowedWhen.isEmpty { return texts("ladder.always", method) }
        let conditions = step.allowedWhen.map { condition in
            switch condition {
            case .failedAttempts(let method, nil): texts("ladder.failed-office", method.rawValue)
            case .failedAttempts(let method, .some(let count)): texts("ladder.failed", method.rawValue, String(count))
            case .outcome(let method, let outcomes):
                texts(
                    "ladder.outcome", method.rawValue,
                    outcomes.map { texts("outcome.\($0.rawValue)") }.sorted().joined(separator: ", "))
            case .noUsablePhone: texts("ladder.no-phone")
            }
        }
        return texts("ladder.when", method, conditions.joined(separator: texts("page.or")))
    }
}
