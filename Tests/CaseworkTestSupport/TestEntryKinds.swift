import Casework

extension EntryKind {
    /// A request to another body: an answer may come later, and completes the same record (IRK п. 27).
    public static let request = EntryKind(
        entry: entry("request", "Межведомственный запрос", "27"), asksTime: true,
        fields: [
            EntryField(
                entry: entry("via", "Канал"), kind: .choice, isRequired: true,
                choices: [entry("smev", "СМЭВ"), entry("other", "Иной")]),
            EntryField(entry: entry("subject", "Предмет"), kind: .note),
            EntryField(entry: entry("answered", "Дата ответа"), kind: .date),
            EntryField(entry: entry("sum", "Сумма"), kind: .money),
            EntryField(entry: entry("copies", "Копий"), kind: .number, most: 9),
            EntryField(entry: entry("urgent", "Срочно"), kind: .flag),
            EntryField(
                entry: entry("papers", "Документы"), kind: .checks,
                choices: [entry("passport", "Паспорт"), entry("ipra", "ИПРА"), entry("consent", "Согласие")]),
        ],
        events: [
            EntryEvent(.init(rawValue: "request-sent"), attributes: ["via": .field("via")]),
            EntryEvent(.init(rawValue: "request-answered"), dateField: "answered", attributes: ["via": .field("via")]),
            EntryEvent(.init(rawValue: "papers-complete"), onlyWhen: ["papers": ["consent"]]),
        ])

    /// The team around a person: one in a case, after the survey only (IRK п. 32.2).
    public static let team = EntryKind(
        entry: entry("team", "Междисциплинарная команда", "32.2"), repeats: false, requires: [EventPattern(.surveyRecorded)],
        fields: [EntryField(entry: entry("members", "Состав"), kind: .text, isRequired: true)])

    /// An agreement of the office with another organisation (IRK п. 5).
    public static let agreement = EntryKind(
        entry: entry("agreement", "Соглашение", "5"), scope: .office,
        fields: [
            EntryField(entry: entry("number", "Номер"), kind: .text, isRequired: true),
            EntryField(entry: entry("until", "Действует до"), kind: .date),
        ])

    private static func entry(_ id: String, _ title: String, _ number: String? = nil) -> PackEntry {
        PackEntry(id: id, title: title, basis: number.map { LegalBasis(act: "414-р", point: $0) })
    }
}
