/// What a column of a register is filled with.
public indirect enum RegisterValue: Hashable, Sendable {
    /// A fact of the case or its person by name.
    case fact(RegisterFact)
    /// An event of the case.
    case event(EventPattern, show: RegisterShow, which: RegisterWhich)
    /// A mark of entry in an outer system, by its subject (IRK п. 16.4).
    case mark(String, show: RegisterShow)
    /// A programme of a kind.
    case program(String, field: RegisterProgramField, show: RegisterShow?, which: RegisterWhich)
    /// The same words in every row.
    case constant(String)
    /// The first of several that is not empty.
    case first([RegisterValue])
    /// Those of several that are not empty, joined.
    case all([RegisterValue], by: String)
    /// Another value's code put into the form's words; a code without words stays as it is.
    case words(of: RegisterValue, [String: String])
}

/// What is shown of something that happened.
public enum RegisterShow: String, Hashable, Sendable, CaseIterable {
    /// The day.
    case date
    /// The time of day, where known.
    case time
    /// Whether it happened.
    case yesNo = "yes-no"
    /// How often it happened.
    case count
}

/// Which of several is meant.
public enum RegisterWhich: String, Hashable, Sendable, CaseIterable {
    /// The earliest.
    case first
    /// The latest.
    case last
}

/// What is shown of a programme.
public enum RegisterProgramField: String, Hashable, Sendable, CaseIterable {
    /// The day it was drawn up.
    case drafted
    /// The day it was agreed.
    case agreed
    /// The first day of its term.
    case from
    /// The last day of its term.
    case until
    /// How it stands.
    case status
}

/// Facts that a register may show by their name alone.
public enum RegisterFact: String, Hashable, Sendable, CaseIterable {
    /// The row's number in the register.
    case number
    /// The number people call the case by.
    case caseNumber = "case"
    /// Фамилия, имя, отчество.
    case name
    /// Фамилия.
    case family
    /// Имя.
    case given
    /// Отчество.
    case patronymic
    /// Дата рождения.
    case born
    /// Full years on the day the register is made.
    case age
    /// Пол.
    case sex
    /// СНИЛС.
    case snils
    /// Telephone numbers.
    case phone
    /// E-mail.
    case email
    /// Address with postcode.
    case address
    /// The municipality.
    case territory
    /// Representatives with their relation.
    case representative
    /// Telephones of representatives.
    case representativePhone = "representative-phone"
    /// The curator's name.
    case curator
    /// The day the first referral under the act came.
    case received
    /// That referral's source by its title.
    case source
    /// That referral's source by the pack's id.
    case sourceCode = "source-code"
    /// Who sent that referral.
    case sender
    /// The category by the act on the day.
    case category
    /// The category by the pack's id.
    case categoryCode = "category-code"
    /// The groups beside the category.
    case groups
    /// The stage reached.
    case stage
    /// The stage by the pack's id.
    case stageCode = "stage-code"
    /// The disability status.
    case status
    /// The day the disability was established.
    case disabilitySince = "disability-since"
    /// The last day it holds.
    case disabilityUntil = "disability-until"
    /// Whether it was established for the first time.
    case firstTime = "first-time"
    /// Restrictions with their degrees.
    case restrictions
    /// Number of the ИПРА.
    case ipraNumber = "ipra-number"
    /// Date of the ИПРА.
    case ipraDate = "ipra-date"
    /// Last day of the ИПРА.
    case ipraUntil = "ipra-until"
    /// Circumstances.
    case flags
    /// The day the person was last spoken to.
    case lastContact = "last-contact"
    /// Attempts at contact really made.
    case attempts
    /// The day the case was opened.
    case opened
    /// The day it was closed.
    case closed
    /// Why it was closed.
    case closingGround = "closing-ground"
    /// The centres that coordinate the person (IRK п. 4.3).
    case centre
    /// Whether the case is open.
    case open
}

/// A cell of a register with its kind kept, so that a table writes a day as a day and a number as a number.
public indirect enum RegisterCell: Hashable, Sendable {
    /// Nothing is known.
    case empty
    /// Words of the data or of the pack.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A sum in kopecks.
    case money(Int)
    /// A day.
    case date(CivilDate)
    /// A time of day.
    case time(CivilTime)
    /// Yes or no.
    case flag(Bool)
    /// A value of the domain, by the key of its wording, such as `status.group-1`.
    case word(String)
    /// Several cells in one.
    case joined([RegisterCell], by: String)

    /// A text, or nothing where it is absent or blank.
    static func optional(_ text: String?) -> RegisterCell { text?.nonEmpty.map(RegisterCell.text) ?? .empty }

    /// A day, or nothing.
    static func optional(_ date: CivilDate?) -> RegisterCell { date.map(RegisterCell.date) ?? .empty }

    /// Several cells in one; empty ones leave no trace.
    static func joining(_ cells: [RegisterCell], by separator: String = ", ") -> RegisterCell {
        let filled = cells.filter { $0 != .empty }
        return filled.count > 1 ? .joined(filled, by: separator) : filled.first ?? .empty
    }

    /// The cell in words: days dotted, yes and no and values of the domain by their wording.
    /// - Parameter words: the wording of a key.
    public func text(_ words: (String) -> String) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .money(let kopecks): RegisterCell.roubles(kopecks)
        case .date(let date): date.dotted
        case .time(let time): time.text
        case .flag(let isSet): words(isSet ? "yes" : "no")
        case .word(let key): words(key)
        case .joined(let cells, let separator): cells.map { $0.text(words) }.joined(separator: separator)
        }
    }

    /// «1234,50».
    private static func roubles(_ kopecks: Int) -> String {
        let rest = String(abs(kopecks) % 100)
        return (kopecks < 0 ? "-" : "") + "\(abs(kopecks) / 100)," + (rest.count == 1 ? "0" : "") + rest
    }

    /// What the form's words are chosen by.
    var code: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number), .money(let number): String(number)
        case .date(let date): date.iso
        case .time(let time): time.text
        case .flag(let isSet): isSet ? "true" : "false"
        case .word(let key): key.split(separator: ".").last.map(String.init) ?? key
        case .joined(let cells, let separator): cells.map(\.code).joined(separator: separator)
        }
    }
}
