import Casework
import MarshrutResources
import Regulations

/// Acts as JSON.
enum RegulationJSON {
    /// What a list says of an act.
    static func summary(_ act: Regulation) -> JSONValue { .object(head(act)) }

    /// The whole act.
    static func whole(_ pack: RegulationPack, _ texts: Texts) -> JSONValue {
        let act = pack.regulation
        return .object(
            head(act) + [
                ("sources", entries(act.sources)), ("categories", .array(act.categories.map { category($0, texts) })),
                ("groups", .array(act.groups.map { category($0, texts) })), ("roles", entries(pack.roles)),
                ("needAreas", entries(act.needAreas.map(\.entry))), ("stages", entries(act.stages.map(\.entry))),
                ("obligations", .array(act.obligations.map { rule($0, texts) })),
                ("programKinds", entries(act.programKinds.map(\.entry))), ("registrySubjects", entries(act.registrySubjects)),
                ("closingGrounds", entries(act.closingGrounds)), ("officeTerms", entries(act.officeTerms)),
                ("centres", entries(pack.centres.map(\.entry))), ("technologies", entries(pack.technologies)),
                ("readings", .array(pack.readings.map { .object([("id", .text($0.id)), ("text", .text($0.text))]) })),
            ])
    }

    private static func head(_ act: Regulation) -> [(String, JSONValue)] {
        [
            ("id", .text(act.id)), ("act", .text(act.act)), ("title", .text(act.title)), ("inForceFrom", .date(act.inForceFrom)),
            ("inForceUntil", .date(act.inForceUntil)),
        ]
    }

    private static func entries(_ entries: [PackEntry]) -> JSONValue { .array(entries.map { .object(entry($0)) }) }

    private static func entry(_ entry: PackEntry) -> [(String, JSONValue)] {
        [("id", .text(entry.id)), ("title", .text(entry.title)), ("basis", .basis(entry.basis))]
    }

    private static func category(_ category: TargetCategory, _ texts: Texts) -> JSONValue {
        .object(
            entry(category.entry) + [
                ("who", .text(texts.criterion(category.criterion))), ("coordinator", .optional(category.coordinator)),
                ("reading", .optional(category.reading)),
            ])
    }

    private static func rule(_ rule: ObligationRule, _ texts: Texts) -> JSONValue {
        .object([
            ("rule", .text(rule.id)), ("title", .text(rule.title)), ("event", .text(rule.trigger.name.rawValue)),
            ("term", .text(texts.due(rule.due))), ("officeTerm", .bool(rule.isOfficeTerm)),
            ("responsible", .text(rule.responsible)), ("severity", .text(rule.severity.rawValue)), ("basis", .basis(rule.basis)),
            ("reading", .optional(rule.reading)), ("from", .date(rule.edition?.from)), ("until", .date(rule.edition?.until)),
            ("periodic", .bool(rule.isPeriodic)), ("print", .optional(rule.form)), ("next", .optional(rule.next)),
        ])
    }
}
