import Casework

/// A small act in the shape of the Irkutsk one, so that the store's tests stand on their own.
public enum TrialAct {
    /// The act's id.
    public static let id = "trial-1"

    private static func basis(_ point: String) -> LegalBasis { LegalBasis(act: "проба", point: point) }

    private static func entry(_ id: String, _ title: String, _ point: String) -> PackEntry {
        PackEntry(id: id, title: title, basis: basis(point))
    }

    /// The act's rules.
    public static let regulation = Regulation(
        id: id, title: "Пробный акт", act: "проба", inForceFrom: CivilDate(dayNumber: 19_000),
        sources: [entry("ipra", "ИПРА", "15.1"), entry("personal", "Личное обращение", "15.3")],
        categories: [
            category("child", "Дети", .age(from: nil, below: 18), "3.2"),
            category("working-age", "Трудоспособные", .age(from: 18, below: 60), "3.3"),
            category("senior", "Пожилые", .age(from: 60, below: nil), "3.4"),
        ],
        needAreas: [NeedArea(entry: entry("medical", "Медицинская помощь", "30"), isSocialService: false)],
        stages: [
            Stage(entry: entry("referral", "Обращение", "7.1"), reachedBy: [EventPattern(.referralReceived)], forms: []),
            Stage(entry: entry("contact", "Контакт", "7.2"), reachedBy: [EventPattern(.contactAttempted)], forms: []),
            Stage(
                entry: entry("consent", "Согласие", "7.3"),
                reachedBy: [EventPattern(.consentRecorded, where: ["answer": ["given"]])],
                forms: []),
            Stage(entry: entry("survey", "Опрос", "7.4"), reachedBy: [EventPattern(.surveyRecorded)], forms: []),
        ],
        ladder: [
            LadderStep(method: .phone, allowedWhen: [], basis: basis("16.2")),
            LadderStep(method: .visit, allowedWhen: [.failedAttempts(.phone, count: nil), .noUsablePhone], basis: basis("17")),
        ],
        obligations: [
            ObligationRule(
                id: "trial-1.assign", title: "Назначить куратора", trigger: EventPattern(.referralReceived), due: .workingDays(1),
                satisfiedBy: [EventPattern(.curatorAssigned)], responsible: "head", basis: basis("16")),
            ObligationRule(
                id: "trial-1.contact", title: "Связаться", trigger: EventPattern(.referralReceived), due: .workingDays(5),
                satisfiedBy: [EventPattern(.contactAttempted)], responsible: "curator", basis: basis("16.2")),
            ObligationRule(
                id: "trial-1.meet", title: "Встретиться", trigger: EventPattern(.consentRecorded, where: ["answer": ["given"]]),
                due: .workingDays(10), satisfiedBy: [EventPattern(.meetingHeld)], responsible: "curator", basis: basis("19")),
            ObligationRule(
                id: "trial-1.program", title: "Составить", trigger: EventPattern(.surveyRecorded), due: .officeTerm("program"),
                satisfiedBy: [EventPattern(.programAgreed)], responsible: "curator", basis: basis("30")),
        ],
        roles: ["curator": "Куратор", "head": "Руководитель"],
        programKinds: [ProgramKind(entry: entry("ipss", "Программа", "30.2"), abbreviation: "ИПСС")],
        registrySubjects: [entry("notification", "Уведомление", "16.4")],
        closingGrounds: [entry("moved", "Переезд", "31")],
        entryKinds: [
            EntryKind(
                entry: entry("request", "Запрос", "27"), asksTime: true,
                fields: [
                    EntryField(entry: entry("via", "Канал", "27"), kind: .text, isRequired: true),
                    EntryField(entry: entry("subject", "Предмет", "27"), kind: .note),
                ]),
            EntryKind(
                entry: entry("agreement", "Соглашение", "5"), scope: .office,
                fields: [EntryField(entry: entry("number", "Номер", "5"), kind: .text, isRequired: true)]),
        ], consentBasis: basis("16.3"), surveyBasis: basis("19.1"))

    private static func category(_ id: String, _ title: String, _ criterion: Criterion, _ point: String) -> TargetCategory {
        TargetCategory(entry: entry(id, title, point), criterion: criterion, coordinator: nil, reading: nil)
    }

    /// An office that works under the act.
    public static let office = OfficeSettings(organisation: "Пробное учреждение", regulations: [id])

    /// A calendar of plain weeks.
    public static let calendar = ProductionCalendar(
        years: Dictionary(
            uniqueKeysWithValues: (2020...2030).map {
                ($0, ProductionCalendar.Year(holidays: [:], movedDaysOff: [:], shortDays: [], workingWeekends: []))
            }), fixedHolidays: [:])
}
