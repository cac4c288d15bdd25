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
    /// That referral's source as the act's form abbreviates it (TYU Прил. 1), or by its title where no form does.
    case sourceShort = "source-short"
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
