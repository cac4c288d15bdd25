/// What is done about living together, as records of the kinds that the act declares.
///
/// Nothing here refuses more than an entry's own rules do: the act only recommends (X-BRY-17).
public enum LivingOrders {
    /// A person moves in.
    public static func place(
        in dwelling: Dwelling, room: LivingRoom?, on date: CivilDate, agreesToGroup: Bool, agreesToShare: Bool, level: Int?
    ) -> RecordEntry {
        var values = ["dwelling": dwelling.id.text, "group-consent": flag(agreesToGroup), "share-consent": flag(agreesToShare)]
        values["room"] = room?.id.text
        values["level"] = level.map(String.init)
        return RecordEntry(
            kind: LivingEntryKind.placement.rawValue, regulation: dwelling.regulation, on: date, values: values)
    }

    /// A person moves out of the flat lived in last; nil where the person lives in none.
    public static func leave(_ file: CaseFile, on date: CivilDate, reason: String?) -> RecordEntry? {
        completed(file, .placement, on: date, reason: reason)
    }

    /// A person goes on the waiting list.
    public static func wait(
        for purpose: LivingPurpose, regulation: String?, on date: CivilDate, wishes: String?
    ) -> RecordEntry {
        var values = ["purpose": purpose.rawValue]
        values["wishes"] = wishes
        return RecordEntry(kind: LivingEntryKind.waiting.rawValue, regulation: regulation, on: date, values: values)
    }

    /// A person goes off the waiting list; nil where the person is not on it.
    public static func stopWaiting(_ file: CaseFile, on date: CivilDate, reason: String?) -> RecordEntry? {
        completed(file, .waiting, on: date, reason: reason)
    }

    /// The last entry of the kind that has no end yet, with its end.
    private static func completed(
        _ file: CaseFile, _ kind: LivingEntryKind, on date: CivilDate, reason: String?
    ) -> RecordEntry? {
        guard let open = file.entries.last(where: { $0.entryKind == kind.rawValue && $0.values["until"] == nil }) else {
            return nil
        }
        var values = open.values
        values["until"] = max(date, open.on).iso
        values["reason"] = reason
        return RecordEntry(
            kind: kind.rawValue, regulation: open.regulation, entry: open.id, on: open.on, at: open.at, values: values)
    }

    private static func flag(_ value: Bool) -> String { value ? "yes" : "no" }
}
