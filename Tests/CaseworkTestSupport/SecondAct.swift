import Casework

extension Regulation {
    /// A second act with words of its own, some of which the first one has too, and without a ladder: for cases that stand
    /// under several.
    public static let second = Regulation(
        id: "second-act", title: "Порядок сопровождаемого проживания", act: "2-п", inForceFrom: "2024-01-01",
        sources: [entry("personal", "Личное обращение"), entry("visit", "Обход")],
        categories: [
            TargetCategory(
                entry: entry("supported-living", "Сопровождаемое проживание"),
                criterion: .all([.age(from: 18, below: nil), .flag(.cannotLiveAlone)]), coordinator: nil, reading: nil)
        ],
        groups: [
            TargetCategory(
                entry: entry("adults", "Взрослые"), criterion: .age(from: 18, below: nil), coordinator: nil, reading: nil)
        ],
        needAreas: [
            NeedArea(entry: entry("household", "Быт"), isSocialService: true),
            NeedArea(entry: entry("legal", "Юридические услуги"), isSocialService: false),
        ],
        stages: [
            stage("second-start", "Начало", EventPattern(.referralReceived)),
            stage("second-survey", "Обследование", EventPattern(.surveyRecorded)),
            stage("second-plan", "План", EventPattern(.programDrafted, where: ["kind": ["plan"]])),
        ],
        obligations: [
            ObligationRule(
                id: "second-act.answer", title: "Ответить", trigger: EventPattern(.referralReceived), due: .calendarDays(10),
                satisfiedBy: [EventPattern(.meetingAgreed)], responsible: "curator", basis: LegalBasis(act: "2-п", point: "2")),
            ObligationRule(
                id: "second-act.plan", title: "Составить план", trigger: EventPattern(.surveyRecorded), due: .workingDays(3),
                satisfiedBy: [EventPattern(.programDrafted, where: ["kind": ["plan"]])], responsible: "curator",
                basis: LegalBasis(act: "2-п", point: "3")),
        ],
        roles: ["curator": "ответственный работник"],
        programKinds: [
            ProgramKind(entry: entry("plan", "План сопровождения"), abbreviation: "План"),
            ProgramKind(entry: entry("ippsu", "ИППСУ по второму порядку"), abbreviation: "ИППСУ-2"),
        ],
        registrySubjects: [entry("journal", "Журнал")], closingGrounds: [entry("learned", "Научился жить сам")],
        consentBasis: LegalBasis(act: "2-п", point: "4"), surveyBasis: LegalBasis(act: "2-п", point: "5"))

    private static func entry(_ id: String, _ title: String) -> PackEntry {
        PackEntry(id: id, title: title, basis: LegalBasis(act: "2-п", point: "1"))
    }

    private static func stage(_ id: String, _ title: String, _ pattern: EventPattern) -> Stage {
        Stage(entry: PackEntry(id: id, title: title, basis: nil), reachedBy: [pattern], forms: [])
    }
}
