import Casework
import MarshrutResources
import Regulations

/// A worker as papers name one.
public struct PaperWorker: Hashable, Sendable {
    /// «Фамилия И. О.» or the full name.
    public var name: String
    /// The telephone, where it shall be printed.
    public var phone: String?

    /// A worker.
    public init(name: String, phone: String? = nil) {
        self.name = name
        self.phone = phone
    }
}

/// What a paper may print of a case: values by placeholder, and rows for its table.
public struct PaperFacts: Hashable, Sendable {
    /// Values by placeholder; what is not known is absent.
    public private(set) var values: [FormPlaceholder: String] = [:]
    /// Values of the table's rows.
    public private(set) var rows: [[FormPlaceholder: String]] = []
    /// The kind of the programme at hand.
    public private(set) var programKind: String?

    /// The facts of a case on a day.
    /// - Parameters:
    ///   - program: the programme to print, for papers that print one.
    ///   - curator: the curator's card; the case itself knows only a login.
    ///   - number: the paper's outgoing number, where it has one already.
    public init(
        _ file: CaseFile, pack: RegulationPack, office: OfficeSettings, program: SupportProgram? = nil, curator: PaperWorker?,
        number: String? = nil, on date: CivilDate, texts: Texts
    ) {
        set(.actTitle, pack.regulation.title)
        set(.actShort, pack.regulation.act)
        set(.caseNumber, String(file.header.number))
        set(.documentNumber, number)
        set(.documentDate, date.dotted)
        set(.officeName, office.organisation)
        set(.officeContacts, office.contacts)
        set(.curatorName, curator?.name)
        set(.curatorPhone, curator?.phone)
        let representative = file.representatives.first
        set(.representativeName, representative?.name)
        set(.representativeRelation, representative?.relation)
        set(.representativeAuthority, representative?.authority)
        addCitizen(file.citizen, pack: pack, on: date, texts: texts)
        if let program { addProgram(program, caseNumber: file.header.number, pack: pack) }
    }

    private mutating func addCitizen(_ citizen: Citizen, pack: RegulationPack, on date: CivilDate, texts: Texts) {
        set(.citizenName, citizen.fullName)
        set(.citizenShortName, citizen.shortName)
        set(.citizenBorn, citizen.born.dotted)
        set(.citizenSNILS, citizen.snils?.printed)
        set(.citizenAddress, citizen.address.text)
        set(.citizenPostcode, citizen.address.postcode)
        set(.citizenPhone, citizen.phones.first)
        set(.citizenDisability, texts("status.\(citizen.disability.status.rawValue)"))
        set(.citizenCategory, pack.regulation.category(of: citizen, on: date)?.entry.title)
        set(.ipraNumber, citizen.ipraNumber)
        set(.ipraDate, citizen.ipraDate?.dotted)
    }

    private mutating func addProgram(_ program: SupportProgram, caseNumber: Int, pack: RegulationPack) {
        programKind = program.programKind
        set(.programNumber, "\(caseNumber)-\(program.ordinal)")
        set(.programDraftedOn, program.draftedOn.dotted)
        set(.programAgreedOn, program.agreedOn?.dotted)
        set(.programFrom, program.from?.dotted)
        set(.programUntil, program.until?.dotted)
        set(.programNote, program.note)
        if program.status == .draft { set(.programDraft, program.status.rawValue) }
        let areas = Dictionary(pack.regulation.needAreas.map { ($0.entry.id, $0.entry.title) }) { first, _ in first }
        rows = program.measures.enumerated().map { index, measure in
            var row = PaperFacts.empty
            row.set(.measureNumber, String(index + 1))
            row.set(.measureArea, areas[measure.area])
            row.set(.measureTitle, measure.title)
            row.set(.measureVolume, measure.volume)
            row.set(.measurePeriodicity, measure.periodicity)
            row.set(.measureDuration, measure.duration)
            row.set(.measureExecutor, measure.executor)
            return row.values
        }
    }

    private static let empty = PaperFacts()
    private init() {}

    /// Keeps a value; an empty one counts as absent, and characters that have no place on paper are left out.
    private mutating func set(_ placeholder: FormPlaceholder, _ value: String?) {
        guard let value else { return }
        var clean = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: clean.append(" ")
            // Zero-width and bidirectional marks.
            case .format, .surrogate, .privateUse, .unassigned: continue
            default: clean.append(scalar)
            }
        }
        let text = String(clean)
        if text.contains(where: { !$0.isWhitespace }) { values[placeholder] = text }
    }
}
