import Casework

extension Regulation {
    /// A small act after the Irkutsk model: enough rules for every kind of decision, each with its point.
    public static let test = Regulation(
        id: "irkutsk-414r", title: "Модель сопровождения «От рождения через всю жизнь»", act: "414-р", inForceFrom: "2024-12-18",
        sources: [
            entry("ipra", "Выписка из ИПРА", "15.1"), entry("agency", "Обращение иной организации", "15.2"),
            entry("personal", "Личное обращение", "15.3"), entry("health", "Учреждение здравоохранения", "15.4"),
        ],
        categories: [
            category(
                "early", "Дети от рождения до трех лет", .all([.age(from: nil, below: 3), .status([.child, .limitedHealth])])),
            category("child", "Дети-инвалиды от трех до 18 лет", .all([.age(from: 3, below: 18), .status([.child])])),
            category("working-age", "Инвалиды трудоспособного возраста", .all([.age(from: 18, below: 60), .status(groups)])),
            category("senior", "Инвалиды старше 60 лет", .all([.age(from: 60, below: nil), .status(groups)])),
        ],
        needAreas: [
            NeedArea(entry: entry("medical", "Медицинская помощь", "8.15"), isSocialService: false),
            NeedArea(entry: entry("legal", "Юридическая помощь", "8.15"), isSocialService: false),
            NeedArea(entry: entry("social-service", "Социальные услуги", "30.1"), isSocialService: true),
        ],
        stages: [
            stage("identified", "Выявление", EventPattern(.referralReceived)),
            stage("contact", "Установление контакта", EventPattern(.contactAttempted, where: ["outcome": attempted])),
            stage("meeting", "Опрос", EventPattern(.surveyRecorded)),
            stage("program", "Составление программы", EventPattern(.programDrafted)),
            stage("accompaniment", "Реализация", EventPattern(.programAgreed)),
        ],
        ladder: [
            LadderStep(method: .phone, allowedWhen: [], basis: point("16.2")),
            LadderStep(
                method: .visit,
                allowedWhen: [.failedAttempts(.phone, count: nil), .outcome(.phone, [.cannotCome]), .noUsablePhone],
                basis: point("17")),
            LadderStep(method: .post, allowedWhen: [.failedAttempts(.visit, count: 1)], basis: point("18")),
        ],
        obligations: [
            rule(
                "notify", "16.2", after: signal, .workingDays(5),
                by: [EventPattern(.contactAttempted, where: ["outcome": notified])]),
            rule(
                "agree-meeting", "16.3", after: signal, .workingDays(5), by: [EventPattern(.meetingAgreed)],
                onlyAfter: [consented]),
            rule("mark-notification", "16.4", after: signal, .workingDays(5), by: [mark("notification")]),
            rule("survey", "19.1", after: EventPattern(.meetingHeld), .sameDay, by: [EventPattern(.surveyRecorded)]),
            rule("mark-survey", "19.2", after: EventPattern(.meetingHeld), .sameDay, by: [mark("survey")]),
            rule(
                "program", "30", after: EventPattern(.surveyRecorded), .officeTerm("program"), by: [EventPattern(.programDrafted)]
            ),
        ],
        roles: ["curator": "куратор"],
        programKinds: [
            ProgramKind(
                entry: entry("ipss", "Индивидуальная программа социального сопровождения", "8.17"), abbreviation: "ИПСС",
                withoutSocialServices: ProgramKind.OtherKind(use: "ippsu", basis: point("30.1"))),
            ProgramKind(
                entry: entry("ippsu", "Индивидуальная программа предоставления социальных услуг", "8.18"), abbreviation: "ИППСУ"),
        ],
        registrySubjects: [entry("notification", "Уведомление", "16.4"), entry("survey", "Опрос", "19.2")],
        closingGrounds: [
            PackEntry(id: "moved", title: "Переезд", basis: nil), PackEntry(id: "died", title: "Смерть", basis: nil),
        ],
        officeTerms: [PackEntry(id: "program", title: "Составление ИПСС", basis: nil)],
        entryKinds: [.request, .team, .agreement],
        consentBasis: point("16.3"), surveyBasis: point("19.1"), outerSystem: "АИС «ЭСРН ИО»")

    private static let groups: Set<DisabilityStatus> = [.group1, .group2, .group3]
    private static let notified: Set<String> = ["agreed", "refused", "reached", "cannot-come"]
    private static let attempted: Set<String> = notified.union(["no-answer", "wrong-number", "sent"])
    private static let signal = EventPattern(.referralReceived, where: ["source": ["ipra", "agency"]])
    private static let consented = EventPattern(.consentRecorded, where: ["to": ["accompaniment"], "answer": ["given"]])

    private static func point(_ number: String) -> LegalBasis { LegalBasis(act: "414-р", point: number) }

    private static func entry(_ id: String, _ title: String, _ number: String) -> PackEntry {
        PackEntry(id: id, title: title, basis: point(number))
    }

    private static func category(_ id: String, _ title: String, _ criterion: Criterion) -> TargetCategory {
        TargetCategory(entry: entry(id, title, "3"), criterion: criterion, coordinator: nil, reading: nil)
    }

    private static func stage(_ id: String, _ title: String, _ pattern: EventPattern) -> Stage {
        Stage(entry: PackEntry(id: id, title: title, basis: nil), reachedBy: [pattern], forms: [])
    }

    private static func mark(_ subject: String) -> EventPattern { EventPattern(.registryMarked, where: ["subject": [subject]]) }

    private static func rule(
        _ id: String, _ number: String, after trigger: EventPattern, _ due: DueRule, by events: [EventPattern],
        onlyAfter: [EventPattern] = []
    ) -> ObligationRule {
        ObligationRule(
            id: "irkutsk-414r.\(id)", title: id, trigger: trigger, due: due, satisfiedBy: events, onlyAfter: onlyAfter,
            responsible: "curator", basis: point(number))
    }
}
