import Casework

/// The person's card: the same fields for a new referral and for mending a card.
enum CitizenForm {
    /// A first referral under an act: the person and the paper that brought them.
    static func newCase(under act: Regulation, session: Session) -> FormSpec {
        let referral = [
            FieldSpec(
                "source", label: "field.source", kind: .choice(act.sources.map { ($0.id, $0.title) }), isRequired: true),
            FieldSpec("received", label: "field.received-on", kind: .date, isRequired: true, initial: session.today.dotted),
        ]
        let representative = [
            FieldSpec("representative", label: "field.representative", kind: .text(maxLength: 120)),
            FieldSpec("representative-phone", label: "field.representative-phone", kind: .text(maxLength: 40)),
        ]
        return FormSpec(
            id: "new-case.\(act.id)", title: session.texts("form.new-case.title"), notes: session.note(on: act),
            fields: referral + fields(nil, session: session) + representative,
            save: { values in
                guard let received = session.readDate(values["received"] ?? "") else { return .rejected([:]) }
                switch citizen(from: values, over: nil, session: session) {
                case .failure(let errors): return .rejected(errors.messages)
                case .success(let citizen):
                    let name = values["representative"]?.nonEmpty
                    return session.open(
                        OpenCase(
                            citizen: citizen, representative: name.map { ($0, values["representative-phone"]?.nonEmpty) },
                            regulation: act.id, source: values["source"] ?? "", receivedOn: received,
                            curator: session.worker.login))
                }
            })
    }

    /// A card to mend.
    static func edit(_ file: CaseFile, session: Session) -> FormSpec {
        FormSpec(
            id: "citizen.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.citizen.title"),
            fields: fields(file.citizen, session: session),
            save: { values in
                switch citizen(from: values, over: file.citizen, session: session) {
                case .failure(let errors): return .rejected(errors.messages)
                case .success(let citizen): return session.save(EditCitizen(citizen: citizen), on: file)
                }
            })
    }

    private static func fields(_ citizen: Citizen?, session: Session) -> [FieldSpec] {
        let sexes = Sex.allCases.map { ($0.rawValue, session.wording.sex($0)) }
        let statuses = DisabilityStatus.allCases.map { ($0.rawValue, session.wording.disability($0)) }
        let yesNo = [("", session.texts("word.unknown")), ("yes", session.texts("word.yes")), ("no", session.texts("word.no"))]
        let degrees = [("0", session.texts("word.none")), ("1", "1"), ("2", "2"), ("3", "3")]
        let address = citizen?.address ?? PostalAddress()
        let person: [FieldSpec] = [
            FieldSpec(
                "family", label: "field.family", kind: .text(maxLength: 80), isRequired: true, initial: citizen?.family ?? ""),
            FieldSpec("given", label: "field.given", kind: .text(maxLength: 80), isRequired: true, initial: citizen?.given ?? ""),
            FieldSpec("patronymic", label: "field.patronymic", kind: .text(maxLength: 80), initial: citizen?.patronymic ?? ""),
            FieldSpec("born", label: "field.born", kind: .date, isRequired: true, initial: citizen?.born.dotted ?? ""),
            FieldSpec("sex", label: "field.sex", kind: .choice(sexes), initial: citizen?.sex?.rawValue ?? ""),
            FieldSpec("snils", label: "field.snils", kind: .text(maxLength: 14), initial: citizen?.snils?.printed ?? ""),
            FieldSpec(
                "phones", label: "field.phones", kind: .text(maxLength: 120),
                initial: citizen?.phones.joined(separator: "; ") ?? ""),
            FieldSpec("email", label: "field.email", kind: .text(maxLength: 120), initial: citizen?.email ?? ""),
            FieldSpec("postcode", label: "field.postcode", kind: .text(maxLength: 6), initial: address.postcode ?? ""),
            FieldSpec("address", label: "field.address", kind: .text(maxLength: 300), initial: address.text),
            FieldSpec("territory", label: "field.territory", kind: .text(maxLength: 120), initial: citizen?.territory ?? ""),
        ]
        let disability: [FieldSpec] = [
            FieldSpec(
                "disability", label: "field.disability", kind: .choice(statuses),
                initial: citizen?.disability.status.rawValue ?? DisabilityStatus.none.rawValue),
            FieldSpec("since", label: "field.disability-since", kind: .date, initial: citizen?.disability.since?.dotted ?? ""),
            FieldSpec("until", label: "field.disability-until", kind: .date, initial: citizen?.disability.until?.dotted ?? ""),
            FieldSpec(
                "first", label: "field.disability-first", kind: .choice(yesNo),
                initial: citizen?.disability.isFirst.map { $0 ? "yes" : "no" } ?? ""),
        ]
        let restrictions = LifeRestriction.allCases.map { restriction in
            FieldSpec(
                "restriction.\(restriction.rawValue)", label: "=\(session.wording.restriction(restriction))",
                kind: .choice(degrees),
                initial: String(citizen?.restrictions[restriction] ?? 0))
        }
        let flags = CitizenFlag.allCases.map { flag in
            FieldSpec(
                "flag.\(flag.rawValue)", label: "=\(session.wording.flag(flag))", kind: .choice([yesNo[2], yesNo[1]]),
                initial: citizen?.flags.contains(flag) == true ? "yes" : "no")
        }
        let ipra: [FieldSpec] = [
            FieldSpec("ipra-number", label: "field.ipra-number", kind: .text(maxLength: 60), initial: citizen?.ipraNumber ?? ""),
            FieldSpec("ipra-date", label: "field.ipra-date", kind: .date, initial: citizen?.ipraDate?.dotted ?? ""),
            FieldSpec("ipra-until", label: "field.ipra-until", kind: .date, initial: citizen?.ipraUntil?.dotted ?? ""),
        ]
        return person + disability + restrictions + ipra + flags
    }

    /// Messages by field, as an error so that a reading can fail with them.
    private struct FieldErrors: Error {
        var messages: [String: String]
    }

    private static func citizen(
        from values: [String: String], over old: Citizen?, session: Session
    ) -> Result<Citizen, FieldErrors> {
        var errors: [String: String] = [:]
        let text = { (key: String) in values[key]?.nonEmpty }
        let date = { (key: String) in values[key].flatMap(session.readDate) }
        guard let family = text("family"), let given = text("given"), let born = date("born") else {
            return .failure(FieldErrors(messages: ["": session.texts("form.incomplete")]))
        }
        var citizen = old ?? Citizen(id: session.newID(), family: family, given: given, born: born)
        citizen.family = family
        citizen.given = given
        citizen.patronymic = text("patronymic")
        citizen.born = born
        citizen.sex = values["sex"].flatMap(Sex.init)
        citizen.snils = nil
        if let snils = text("snils") {
            do throws(SNILSError) { citizen.snils = try SNILS(snils) } catch {
                errors["snils"] = session.wording.snilsError(error)
            }
        }
        citizen.phones = (text("phones") ?? "").split(separator: ";").compactMap { String($0).nonEmpty }
        citizen.email = text("email")
        // The card shows the address in one line; parts stay as they are while the line is not touched.
        if old == nil || text("address") != old?.address.text.nonEmpty {
            citizen.address = PostalAddress(line: text("address"))
        }
        citizen.address.postcode = text("postcode")
        if !citizen.address.hasValidPostcode {
            errors["postcode"] = session.texts("refusal.citizen.postcode", citizen.address.postcode ?? "")
        }
        citizen.territory = text("territory")
        citizen.disability = Disability(
            status: values["disability"].flatMap(DisabilityStatus.init) ?? .none, since: date("since"), until: date("until"),
            isFirst: values["first"] == "yes" ? true : values["first"] == "no" ? false : nil)
        for restriction in LifeRestriction.allCases {
            citizen.restrictions[restriction] = Int(values["restriction.\(restriction.rawValue)"] ?? "") ?? 0
        }
        citizen.flags = CitizenFlag.allCases.filter { values["flag.\($0.rawValue)"] == "yes" }
        citizen.ipraNumber = text("ipra-number")
        citizen.ipraDate = date("ipra-date")
        citizen.ipraUntil = date("ipra-until")
        return errors.isEmpty ? .success(citizen) : .failure(FieldErrors(messages: errors))
    }
}
