import CaseStore
import Casework
import Terminal

/// The forms of supported living; what may be chosen comes from the act's own kinds of entries.
struct LivingForms {
    let session: Session
    let act: Regulation

    private func choices(_ kind: LivingEntryKind, _ field: String) -> [(id: String, title: String)] {
        act.entryKind(kind.rawValue)?.field(field)?.choices.map { ($0.id, $0.title) } ?? []
    }

    private func help(_ kind: LivingEntryKind) -> [String] { act.entryKind(kind.rawValue)?.help.map { [$0] } ?? [] }

    private func date(_ label: String) -> FieldSpec {
        FieldSpec("date", label: label, kind: .date, isRequired: true, initial: session.today.dotted)
    }

    private var yesNo: [(id: String, title: String)] { [("yes", session.texts("yes")), ("no", session.texts("no"))] }

    func flat() -> FormSpec {
        FormSpec(
            id: "living.flat", title: session.texts("form.living.flat"), notes: help(.dwelling),
            fields: [
                FieldSpec("name", label: "field.living.name", kind: .text(maxLength: 60), isRequired: true),
                FieldSpec("address", label: "field.address", kind: .text(maxLength: 200), isRequired: true),
                FieldSpec("building", label: "field.living.building", kind: .text(maxLength: 60)),
                FieldSpec("neighbours", label: "field.living.neighbours", kind: .text(maxLength: 60)),
                FieldSpec(
                    "form", label: "field.living.form", kind: .choice(choices(.dwelling, "form")), isRequired: true,
                    initial: LivingForm.group.rawValue),
                FieldSpec(
                    "purpose", label: "field.living.purpose", kind: .choice(choices(.dwelling, "purpose")), isRequired: true,
                    initial: LivingPurpose.permanent.rawValue),
                FieldSpec("housing", label: "field.living.housing", kind: .choice(choices(.dwelling, "housing"))),
                date("field.living.from"),
            ],
            keepsDraft: false, save: { record(.dwelling, $0) })
    }

    func room(of flat: LivingFlat) -> FormSpec {
        FormSpec(
            id: "living.room.\(flat.dwelling.id.text)", title: session.texts("form.living.room"),
            notes: [flat.dwelling.name] + help(.room),
            fields: [
                FieldSpec("name", label: "field.living.room", kind: .text(maxLength: 60), isRequired: true),
                FieldSpec("places", label: "field.living.places", kind: .text(maxLength: 2), isRequired: true, initial: "1"),
                FieldSpec("area", label: "field.living.area", kind: .text(maxLength: 10)), date("field.living.from"),
            ],
            keepsDraft: false,
            save: { values in
                guard let places = Int(values["places"] ?? ""), places > 0 else {
                    return .rejected(["places": session.texts("form.living.places-number")])
                }
                return record(.room, values.merging(["dwelling": flat.dwelling.id.text, "places": String(places)]) { $1 })
            })
    }

    func place(in flat: LivingFlat) -> FormSpec {
        FormSpec(
            id: "living.place.\(flat.dwelling.id.text)", title: session.texts("form.living.place"),
            notes: [flat.dwelling.name] + help(.placement),
            fields: [
                FieldSpec("case", label: "field.living.case", kind: .text(maxLength: 9), isRequired: true),
                FieldSpec("room", label: "field.living.room", kind: .choice(flat.rooms.map { ($0.id.text, $0.name) })),
                date("field.living.placed"),
                FieldSpec(
                    "group", label: "field.living.group-consent", kind: .choice(yesNo), isRequired: true, initial: "no"),
                FieldSpec(
                    "share", label: "field.living.share-consent", kind: .choice(yesNo), isRequired: true, initial: "no"),
                FieldSpec("level", label: "field.living.level", kind: .choice(choices(.placement, "level"))),
            ],
            keepsDraft: false,
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                return withCase(values["case"]) { file in
                    let order = LivingOrders.place(
                        in: flat.dwelling, room: flat.rooms.first { $0.id.text == values["room"] }, on: date,
                        agreesToGroup: values["group"] == "yes", agreesToShare: values["share"] == "yes",
                        level: values["level"].flatMap { Int($0) })
                    return session.save(order, on: file)
                }
            })
    }

    func leave(_ flat: LivingFlat) -> FormSpec {
        let people = flat.residents.map { ($0.placement.caseID.text, "\($0.person.name), \($0.person.number)") }
        return FormSpec(
            id: "living.leave.\(flat.dwelling.id.text)", title: session.texts("form.living.leave"), notes: [flat.dwelling.name],
            fields: [
                FieldSpec(
                    "person", label: "field.living.person", kind: .choice(people), isRequired: true,
                    initial: people.count == 1 ? people[0].0 : ""),
                date("field.living.left"), FieldSpec("reason", label: "field.living.reason", kind: .area(rows: 2)),
            ],
            keepsDraft: false,
            save: { values in
                guard let date = session.readDate(values["date"] ?? ""), let id = values["person"].flatMap({ RecordID($0) }),
                    let file = session.caseFile(id),
                    let order = LivingOrders.leave(file, on: date, reason: values["reason"]?.nonEmpty)
                else { return .rejected(["": session.texts("form.incomplete")]) }
                return session.save(order, on: file)
            })
    }

    func wait() -> FormSpec {
        FormSpec(
            id: "living.wait", title: session.texts("form.living.wait"), notes: help(.waiting),
            fields: [
                FieldSpec("case", label: "field.living.case", kind: .text(maxLength: 9), isRequired: true),
                FieldSpec(
                    "purpose", label: "field.living.purpose", kind: .choice(choices(.waiting, "purpose")), isRequired: true,
                    initial: LivingPurpose.permanent.rawValue),
                date("field.living.since"), FieldSpec("wishes", label: "field.living.wishes", kind: .area(rows: 2)),
            ],
            keepsDraft: false,
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                return withCase(values["case"]) { file in
                    let order = LivingOrders.wait(
                        for: values["purpose"].flatMap(LivingPurpose.init) ?? .permanent, regulation: act.id, on: date,
                        wishes: values["wishes"]?.nonEmpty)
                    return session.save(order, on: file)
                }
            })
    }

    private func withCase(_ number: String?, _ work: (CaseFile) -> SaveOutcome) -> SaveOutcome {
        guard let number = number?.nonEmpty.flatMap({ Int($0) }), let id = session.caseID(number: number),
            let file = session.caseFile(id)
        else { return .rejected(["case": session.texts("form.living.no-case")]) }
        return work(file)
    }

    private func record(_ kind: LivingEntryKind, _ values: [String: String]) -> SaveOutcome {
        guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
        var values = values.compactMapValues(\.nonEmpty)
        values["date"] = nil
        return session.save(OfficeRecord(kind: kind.rawValue, regulation: act.id, on: date, values: values))
    }
}
