import Casework

/// Makes orders to open cases from rows, collecting every fault of a row instead of stopping at the first.
struct ReferralTranslator {
    let plan: ColumnPlan
    let mapping: HeaderMapping
    let header: [String]
    let acts: [Regulation]
    let today: CivilDate
    let newID: @Sendable () -> RecordID

    func read(_ record: DelimitedRecord) -> Result<OpenCase, ReferralFaults> {
        if let problem = record.problem {
            let counts: (expected: Int, found: Int) =
                switch problem {
                case .tooFew(let expected, let found), .tooMany(let expected, let found): (expected, found)
                }
            let arguments = [String(counts.found), String(counts.expected)]
            return .failure(ReferralFaults([ReferralFault(column: nil, reason: .code(problem.code, arguments))]))
        }
        var cells = RowCells(plan: plan, mapping: mapping, header: header, record: record)
        let family = cells.text(.family)
        let given = cells.text(.given)
        let patronymic = cells.text(.patronymic)
        let born = cells.date(.born)
        if let born {
            if born > today { cells.fault(.born, "citizen.born-future", born.dotted) }
        }
        var citizen = Citizen(
            id: newID(), family: family ?? "", given: given ?? "", patronymic: patronymic, born: born ?? CivilDate(dayNumber: 0))
        fill(&citizen, from: &cells)
        let received = cells.date(.receivedOn)
        if let received {
            if received > today {
                cells.fault(.receivedOn, "date.future", received.dotted, today.dotted)
            } else if let born, received < born {
                cells.fault(.receivedOn, "date.before-birth", received.dotted)
            }
        }
        let act = source(&cells)
        let representative = cells.text(.representative)
        let phone = cells.text(.representativePhone)
        guard cells.faults.isEmpty, let received, let act else { return .failure(ReferralFaults(cells.faults)) }
        return .success(
            OpenCase(
                citizen: citizen, representative: representative.map { ($0, phone) }, regulation: act.regulation,
                source: act.source, receivedOn: received))
    }

    private func source(_ cells: inout RowCells) -> (regulation: String, source: String)? {
        guard let text = cells.text(.source) else { return nil }
        for act in acts {
            if let source = act.source(named: text) { return (act.id, source.id) }
        }
        cells.fault(.source, "source.unknown", text, acts.flatMap(\.sources).map(\.title).joined(separator: "; "))
        return nil
    }

    private func fill(_ citizen: inout Citizen, from cells: inout RowCells) {
        citizen.sex = cells.word(.sex).flatMap(Sex.init)
        if let text = cells.text(.snils) {
            do throws(SNILSError) {
                citizen.snils = try SNILS(text)
            } catch {
                cells.fault(code: error == .checksum ? "snils.checksum" : "snils.digits", in: .snils)
            }
        }
        if let phone = cells.text(.phone) { citizen.phones = ReferralTranslator.numbers(in: phone) }
        citizen.email = cells.text(.email)
        citizen.address = PostalAddress(postcode: cells.text(.postcode), line: cells.text(.address))
        if !citizen.address.hasValidPostcode { cells.fault(.postcode, "citizen.postcode", citizen.address.postcode ?? "") }
        citizen.territory = cells.text(.territory)
        let since = cells.date(.disabilitySince)
        if let since, since > today { cells.fault(.disabilitySince, "date.future", since.dotted, today.dotted) }
        let until = cells.date(.disabilityUntil)
        if let since, let until, until < since {
            cells.fault(.disabilityUntil, "citizen.disability-dates", since.dotted, until.dotted)
        }
        citizen.disability = Disability(
            status: cells.word(.disability).flatMap(DisabilityStatus.init) ?? .none, since: since, until: until,
            isFirst: cells.answer(.disabilityFirst))
        for (field, restriction) in ReferralTranslator.restrictions {
            citizen.restrictions[restriction] = cells.degree(field) ?? 0
        }
        citizen.ipraNumber = cells.text(.ipraNumber)
        citizen.ipraDate = cells.date(.ipraDate)
        if let date = citizen.ipraDate, date > today { cells.fault(.ipraDate, "date.future", date.dotted, today.dotted) }
    }

    private static let restrictions: [(ReferralField, LifeRestriction)] = [
        (.selfCare, .selfCare), (.mobility, .mobility), (.orientation, .orientation), (.communication, .communication),
        (.behaviour, .behaviour), (.learning, .learning), (.work, .work),
    ]

    /// Several numbers in one cell are parted by `;`, `,` or a slash.
    static func numbers(in text: String) -> [String] {
        text.split { $0 == ";" || $0 == "," || $0 == "/" }.compactMap { String($0).nonEmpty }
    }
}

/// The cells of one row by field, with the faults found while they are read.
struct RowCells {
    let plan: ColumnPlan
    let mapping: HeaderMapping
    let header: [String]
    let record: DelimitedRecord
    private(set) var faults: [ReferralFault] = []

    init(plan: ColumnPlan, mapping: HeaderMapping, header: [String], record: DelimitedRecord) {
        self.plan = plan
        self.mapping = mapping
        self.header = header
        self.record = record
    }

    mutating func text(_ field: ReferralField) -> String? { value(field)?.text?.nonEmpty }
    mutating func word(_ field: ReferralField) -> String? { value(field)?.word }
    mutating func degree(_ field: ReferralField) -> Int? { value(field)?.degree }
    mutating func answer(_ field: ReferralField) -> Bool? { value(field)?.answer }

    mutating func date(_ field: ReferralField) -> CivilDate? {
        guard let day = value(field)?.day else { return nil }
        return CivilDate(year: day.year, month: day.month, day: day.day)
    }

    /// Notes a rule of the domain.
    mutating func fault(_ field: ReferralField, _ code: String, _ arguments: String...) {
        faults.append(ReferralFault(column: name(of: field), reason: .refusal(Refusal(code, arguments: arguments))))
    }

    /// Notes a fault with wording of its own.
    mutating func fault(code: String, in field: ReferralField) {
        faults.append(ReferralFault(column: name(of: field), reason: .code(code, [])))
    }

    private func name(of field: ReferralField) -> String? { plan.columns[field.rawValue].map { header[$0] } }

    private mutating func value(_ field: ReferralField) -> CellValue? {
        do throws(CellError) {
            return try plan.value(of: field.rawValue, in: record)
        } catch {
            faults.append(ReferralFault(column: error.header, reason: .code(error.reason.rawValue, [expectedWords(field)])))
            return nil
        }
    }

    /// The words that a field takes, one spelling of each.
    private func expectedWords(_ field: ReferralField) -> String {
        let name = mapping.fields.first { $0.id == field.rawValue }?.kind.vocabulary
        guard let vocabulary = name.flatMap({ mapping.vocabularies[$0] }) else { return "" }
        return vocabulary.codes.compactMap { vocabulary.spellings[$0]?.first }.joined(separator: ", ")
    }
}
