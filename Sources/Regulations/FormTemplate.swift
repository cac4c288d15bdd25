import Casework

/// What a form may ask for; the wording of each stands under `placeholder.<raw value>`.
public enum FormPlaceholder: String, Sendable, CaseIterable {
    /// «Фамилия Имя Отчество».
    case citizenName = "citizen.name"
    /// «Фамилия И. О.».
    case citizenShortName = "citizen.shortName"
    /// The birth date.
    case citizenBorn = "citizen.born"
    /// СНИЛС as the card prints it.
    case citizenSNILS = "citizen.snils"
    /// The address without the postcode.
    case citizenAddress = "citizen.address"
    /// Six digits.
    case citizenPostcode = "citizen.postcode"
    /// The first telephone.
    case citizenPhone = "citizen.phone"
    /// The disability status in words.
    case citizenDisability = "citizen.disability"
    /// The target category's title.
    case citizenCategory = "citizen.category"
    /// Number of the ИПРА.
    case ipraNumber = "ipra.number"
    /// Date of the ИПРА.
    case ipraDate = "ipra.date"
    /// The first representative's name.
    case representativeName = "representative.name"
    /// The first representative's relation.
    case representativeRelation = "representative.relation"
    /// The paper that gives the representative authority.
    case representativeAuthority = "representative.authority"
    /// The programme's number.
    case programNumber = "program.number"
    /// The day it was drawn up.
    case programDraftedOn = "program.draftedOn"
    /// The day it was agreed.
    case programAgreedOn = "program.agreedOn"
    /// First day of its term.
    case programFrom = "program.from"
    /// Last day of its term.
    case programUntil = "program.until"
    /// Present while the programme is a draft; for `onlyWith`.
    case programDraft = "program.draft"
    /// The programme's note.
    case programNote = "program.note"
    /// The number of a measure's row.
    case measureNumber = "measure.number"
    /// The area of help.
    case measureArea = "measure.area"
    /// Мероприятие.
    case measureTitle = "measure.title"
    /// Объем.
    case measureVolume = "measure.volume"
    /// Периодичность.
    case measurePeriodicity = "measure.periodicity"
    /// Продолжительность.
    case measureDuration = "measure.duration"
    /// Исполнитель.
    case measureExecutor = "measure.executor"
    /// The organisation's name.
    case officeName = "office.name"
    /// The organisation's address and telephone.
    case officeContacts = "office.contacts"
    /// The curator's name.
    case curatorName = "curator.name"
    /// The curator's telephone.
    case curatorPhone = "curator.phone"
    /// The act's full title.
    case actTitle = "act.title"
    /// The act's short name.
    case actShort = "act.short"
    /// The case's number.
    case caseNumber = "case.number"
    /// The paper's outgoing number.
    case documentNumber = "document.number"
    /// The paper's date.
    case documentDate = "document.date"

    /// Whether it has a value in a table's row only.
    public var isOfRow: Bool { rawValue.hasPrefix("measure.") }
}

/// A text of a form: words and placeholders.
///
/// Written `{citizen.name}`; `{document.number|______}` prints what follows the bar where there is no value, so that a
/// line to be filled by hand is always the form's own decision.
public struct FormText: Hashable, Sendable {
    /// A piece of the text.
    public enum Piece: Hashable, Sendable {
        /// Words as they are.
        case words(String)
        /// A value, or the given words where there is none; without them a missing value is an error.
        case value(FormPlaceholder, orElse: String?)
    }

    /// The pieces in order.
    public var pieces: [Piece]
}

/// When a block or a line is printed at all.
public struct FormCondition: Hashable, Sendable {
    /// Only where this has a value.
    public var onlyWith: FormPlaceholder?
    /// Only where this has none.
    public var onlyWithout: FormPlaceholder?
}

/// A label with its value, or a signature's label with the name to be printed beside it.
public struct FormLine: Hashable, Sendable {
    /// What stands on the left.
    public var label: FormText
    /// What stands on the right; for a signature the name, where there is one.
    public var value: FormText?
    /// When it is printed.
    public var condition: FormCondition
}

/// A column of a form's table.
public struct FormColumn: Hashable, Sendable {
    /// The heading.
    public var title: FormText
    /// The preferred width in characters; a column is widened for a longer word.
    public var width: Int
    /// What stands in a row; nil for a column filled in by hand.
    public var value: FormText?
}

/// A block of a form.
public struct FormBlock: Hashable, Sendable {
    /// What the block is.
    public enum Content: Hashable, Sendable {
        /// A heading in the middle.
        case heading(FormText)
        /// A paragraph.
        case paragraph(FormText)
        /// A text in the right half, such as an addressee.
        case aside(FormText)
        /// Labels with values.
        case fields([FormLine])
        /// A table with a row for every measure.
        case measures([FormColumn])
        /// Lines to sign on.
        case signatures([FormLine])
        /// An empty line.
        case space
    }

    /// What the block is.
    public var content: Content
    /// When it is printed.
    public var condition: FormCondition
}

/// A paper's form as the pack's data: `forms/<id>.yaml`.
public struct FormTemplate: Hashable, Sendable {
    /// The form's id, such as `notice`; the file's name without its ending.
    public var id: String
    /// The form's title in lists.
    public var title: String
    /// The point that asks for the paper.
    public var basis: LegalBasis
    /// The kind of programme it prints, where it prints one.
    public var programKind: String?
    /// Blocks from top to bottom.
    public var blocks: [FormBlock]

    /// The placeholders that must have a value, whatever the conditions; for help texts.
    public var placeholders: Set<FormPlaceholder> {
        var result: Set<FormPlaceholder> = []
        func add(_ text: FormText?) {
            for case .value(let placeholder, _) in text?.pieces ?? [] { result.insert(placeholder) }
        }
        for block in blocks {
            switch block.content {
            case .heading(let text), .paragraph(let text), .aside(let text): add(text)
            case .fields(let lines), .signatures(let lines):
                for line in lines {
                    add(line.label)
                    add(line.value)
                }
            case .measures(let columns):
                for column in columns {
                    add(column.title)
                    add(column.value)
                }
            case .space: break
            }
        }
        return result
    }
}
