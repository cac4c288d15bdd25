import Casework

/// What the lists show of a case: computed from the case file, the acts and the calendar, never typed in.
struct CaseDigest {
    /// A running or settled obligation with what the board filters by.
    struct Duty: Hashable {
        var obligation: Obligation
        var responsible: String
        /// Whether the term still runs: not fulfilled, waived or suspended.
        var isRunning: Bool
    }

    var header: CaseHeader
    var family: String
    var given: String
    var patronymic: String?
    var born: CivilDate
    var sortKey: [UInt8]
    var nameKey: String
    var haystack: String
    var territory: String
    var source: String
    var next: (day: Int, rule: String?)
    var contactDue: Int
    var attempts: Int
    var lastContactOn: CivilDate?
    var lastAttempt: ContactAttempt?
    var meeting: Meeting?
    var duties: [Duty]
}

/// Makes digests under one set of acts, calendar and office.
struct Digester {
    let engine: DeadlineEngine
    private let responsible: [String: String]
    private let contactRules: Set<String>

    init(_ context: DecisionContext) {
        engine = context.engine
        var responsible: [String: String] = [:]
        var contactRules: Set<String> = []
        for rule in context.regulations.flatMap(\.obligations) {
            responsible[rule.id] = rule.responsible
            // A duty of contact is one that an attempt or the person's answer fulfils.
            if rule.satisfiedBy.contains(where: { $0.name == .contactAttempted || $0.name == .consentRecorded }) {
                contactRules.insert(rule.id)
            }
        }
        self.responsible = responsible
        self.contactRules = contactRules
    }

    /// The digest of a case as it stands.
    func digest(_ file: CaseFile) -> CaseDigest {
        let duties = engine.obligations(of: file).map { obligation in
            CaseDigest.Duty(
                obligation: obligation, responsible: responsible[obligation.rule] ?? "",
                isRunning: obligation.fulfilledAt == nil && obligation.decision != .waived && obligation.decision != .suspended)
        }
        var next: (day: Int, rule: String?) = (Sentinel.noDay, nil)
        var contactDue = Sentinel.noDay
        for duty in duties where duty.isRunning {
            let day = Int(duty.obligation.effectiveDue.date.dayNumber)
            if day < next.day { next = (day, duty.obligation.rule) }
            if day < contactDue, contactRules.contains(duty.obligation.rule) { contactDue = day }
        }
        if contactDue == Sentinel.noDay, file.header.isOpen, file.accompanimentConsent == nil { contactDue = Sentinel.anyDay }
        let citizen = file.citizen
        let name = citizen.fullName
        let folded = SearchKey.fold(name)
        return CaseDigest(
            header: file.header, family: citizen.family, given: citizen.given, patronymic: citizen.patronymic, born: citizen.born,
            sortKey: CompactKey.bytes(SearchKey.sortKey(name)), nameKey: folded, haystack: haystack(file, name: folded),
            territory: citizen.territory ?? "", source: file.referrals.last?.source ?? "", next: next, contactDue: contactDue,
            attempts: file.attemptCount, lastContactOn: file.lastContact?.on, lastAttempt: file.attempts.last,
            meeting: file.meetings.first { $0.status == .planned }, duties: duties)
    }

    /// Everything one may search by, folded; every word has a space before it, by which beginnings of words are found.
    private func haystack(_ file: CaseFile, name: String) -> String {
        let citizen = file.citizen
        var text = " " + name
        func add(_ part: String) {
            if !part.isEmpty {
                text += "\n "
                text += part
            }
        }
        if let snils = citizen.snils { add(snils.digits) }
        for phone in citizen.phones { add(SearchText.phone(phone)) }
        if !citizen.address.isEmpty { add(SearchKey.fold(citizen.address.text)) }
        add("№\(file.header.number)")
        if let number = citizen.ipraNumber { add(SearchKey.fold(number)) }
        for person in file.representatives {
            add(SearchKey.fold(person.name))
            if let phone = person.phone { add(SearchText.phone(phone)) }
        }
        return text
    }
}

/// The sort key in a byte a letter, which halves the indexes that are ordered by it.
enum CompactKey {
    /// Bytes that compare as the key's letters do: ASCII, then а–я, then anything else, then the mark of ё.
    static func bytes(_ key: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(key.utf8.count)
        for scalar in key.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: bytes.append(UInt8(scalar.value))
            case 0x430...0x44F: bytes.append(UInt8(scalar.value - 0x430 + 0x80))
            case 0xFFFD: bytes.append(0xFF)
            default:
                bytes.append(0xFE)
                bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        return bytes
    }
}

/// Texts made ready for search.
enum SearchText {
    /// The digits alone.
    static func digits(_ text: String) -> String { String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self) }

    /// The digits of a telephone number; the country's 7 as the 8 that is dialled.
    static func phone(_ text: String) -> String {
        let digits = digits(text)
        return digits.utf8.count == 11 && digits.hasPrefix("7") ? "8" + digits.dropFirst() : digits
    }
}
