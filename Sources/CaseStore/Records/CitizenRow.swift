import Casework

extension Citizen: StoredRecord {
    static let columns = [
        "family", "given", "patronymic", "born", "sex", "snils", "phones", "email", "postcode", "region", "district",
        "settlement",
        "street", "house", "flat", "addressLine", "territory", "disability", "disabledSince", "disabledUntil", "isFirst",
        "restrictions", "ipraNumber", "ipraDate", "ipraUntil", "flags",
    ]

    func bind(_ row: inout ColumnWriter) {
        row.put(family)
        row.put(given)
        row.put(patronymic)
        row.put(born)
        row.put(sex?.rawValue)
        row.put(snils?.digits)
        row.put(TextList.joined(phones))
        row.put(email)
        row.put(address.postcode)
        row.put(address.region)
        row.put(address.district)
        row.put(address.settlement)
        row.put(address.street)
        row.put(address.house)
        row.put(address.flat)
        row.put(address.line)
        row.put(territory)
        row.put(disability.status.rawValue)
        row.put(disability.since)
        row.put(disability.until)
        row.put(disability.isFirst)
        row.put(restrictions.stored)
        row.put(ipraNumber)
        row.put(ipraDate)
        row.put(ipraUntil)
        row.put(TextList.joined(flags.map(\.rawValue)))
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let family = row.text()
        let given = row.text()
        let patronymic = row.optionalText()
        self.init(id: id, family: family, given: given, patronymic: patronymic, born: row.date())
        self.version = version
        sex = try row.optionalChoice()
        snils = try row.optionalText().map { digits in
            guard let snils = try? SNILS(digits) else { throw StoreError.damaged }
            return snils
        }
        phones = TextList.parts(row.text())
        email = row.optionalText()
        address.postcode = row.optionalText()
        address.region = row.optionalText()
        address.district = row.optionalText()
        address.settlement = row.optionalText()
        address.street = row.optionalText()
        address.house = row.optionalText()
        address.flat = row.optionalText()
        address.line = row.optionalText()
        territory = row.optionalText()
        let status = try row.choice(DisabilityStatus.self)
        let since = row.optionalDate()
        let until = row.optionalDate()
        disability = Disability(status: status, since: since, until: until, isFirst: row.optionalBool())
        restrictions = LifeRestrictions(stored: row.text())
        ipraNumber = row.optionalText()
        ipraDate = row.optionalDate()
        ipraUntil = row.optionalDate()
        flags = try TextList.parts(row.text()).map {
            guard let flag = CitizenFlag(rawValue: $0) else { throw StoreError.damaged }
            return flag
        }
    }

    func write(_ image: inout ImageWriter) {
        image.object("address") {
            $0.put("district", address.district)
            $0.put("flat", address.flat)
            $0.put("house", address.house)
            $0.put("line", address.line)
            $0.put("postcode", address.postcode)
            $0.put("region", address.region)
            $0.put("settlement", address.settlement)
            $0.put("street", address.street)
        }
        image.put("born", born)
        image.object("disability") {
            $0.put("isFirst", disability.isFirst)
            $0.put("since", disability.since)
            $0.put("status", disability.status.rawValue)
            $0.put("until", disability.until)
        }
        image.put("email", email)
        image.put("family", family)
        image.put("flags", flags.map(\.rawValue))
        image.put("given", given)
        image.put("ipraDate", ipraDate)
        image.put("ipraNumber", ipraNumber)
        image.put("ipraUntil", ipraUntil)
        image.put("patronymic", patronymic)
        image.put("phones", phones)
        image.object("restrictions") {
            for restriction in LifeRestriction.allCases where restrictions[restriction] > 0 {
                $0.put(plainName: restriction.rawValue, restrictions[restriction])
            }
        }
        image.put("sex", sex?.rawValue)
        image.put("snils", snils?.digits)
        image.put("territory", territory)
    }
}

extension LifeRestrictions {
    /// Seven digits, the degrees in the order of ``LifeRestriction``.
    var stored: String { isEmpty ? "0000000" : LifeRestriction.allCases.map { String(self[$0]) }.joined() }

    init(stored: String) {
        self.init()
        if stored == "0000000" { return }
        for (restriction, digit) in zip(LifeRestriction.allCases, stored) { self[restriction] = digit.wholeNumberValue ?? 0 }
    }
}

extension Representative: CaseRow {
    static let columns = ["name", "relation", "authority", "phone"]

    func bind(_ row: inout ColumnWriter) {
        row.put(name)
        row.put(relation)
        row.put(authority)
        row.put(phone)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let name = row.text()
        let relation = row.optionalText()
        let authority = row.optionalText()
        self.init(id: id, caseID: caseID, name: name, relation: relation, authority: authority, phone: row.optionalText())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("authority", authority)
        image.put("name", name)
        image.put("phone", phone)
        image.put("relation", relation)
    }
}
