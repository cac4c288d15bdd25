/// The kinds of things a worker does; each is one action, one transaction, one journal entry, one undo step.
public enum ActionName: String, Sendable, Codable, CaseIterable {
    /// ``OpenCase``: a first referral.
    case openCase = "open-case"
    /// ``AddReferral``: a further referral.
    case addReferral = "add-referral"
    /// ``AssignCurator``
    case assignCurator = "assign-curator"
    /// ``LogContactAttempt``
    case logContactAttempt = "log-contact-attempt"
    /// ``RecordConsent``
    case recordConsent = "record-consent"
    /// ``AgreeMeeting``
    case agreeMeeting = "agree-meeting"
    /// ``SettleMeeting``
    case settleMeeting = "settle-meeting"
    /// ``RecordSurvey``
    case recordSurvey = "record-survey"
    /// ``DraftProgram``
    case draftProgram = "draft-program"
    /// ``AgreeProgram``
    case agreeProgram = "agree-program"
    /// ``DecideObligation``
    case decideObligation = "decide-obligation"
    /// ``MarkRegistry``
    case markRegistry = "mark-registry"
    /// ``RecordEntry``
    case recordEntry = "record-entry"
    /// ``DecideFee``
    case decideFee = "decide-fee"
    /// An entry of the office's own journal.
    case recordOfficeEntry = "record-office-entry"
    /// ``CloseCase``
    case closeCase = "close-case"
    /// ``ReopenCase``
    case reopenCase = "reopen-case"
    /// ``EditCitizen``
    case editCitizen = "edit-citizen"
    /// ``EditRepresentative``
    case editRepresentative = "edit-representative"
    /// Many referrals at once from a file.
    case importReferrals = "import-referrals"
    /// An earlier entry taken back.
    case undo
    /// The office's settings changed.
    case changeOffice = "change-office"
    /// A worker entered or changed.
    case saveWorker = "save-worker"
    /// An organisation of the directory entered or changed.
    case saveOrganisation = "save-organisation"
}

/// What a decision may ask about the world; everything that is not in the case itself.
public struct DecisionContext: Sendable {
    /// The acts at hand.
    public var regulations: [Regulation]
    /// Which days work.
    public var calendar: ProductionCalendar
    /// The office's own settings.
    public var office: OfficeSettings
    /// Today and the time by the office's clock.
    public var now: CivilDateTime
    /// The worker's login.
    public var worker: String
    /// A new identifier at every call.
    public var newID: @Sendable () -> RecordID

    /// Everything a decision may ask about.
    public init(
        regulations: [Regulation], calendar: ProductionCalendar, office: OfficeSettings, now: CivilDateTime, worker: String,
        newID: @escaping @Sendable () -> RecordID
    ) {
        self.regulations = regulations
        self.calendar = calendar
        self.office = office
        self.now = now
        self.worker = worker
        self.newID = newID
    }

    /// The deadline engine over this context's acts, calendar and office.
    public var engine: DeadlineEngine { DeadlineEngine(regulations: regulations, calendar: calendar, office: office) }

    /// The first act under which the case runs and which is at hand: what is alike under every act is read in it.
    public func regulation(of file: CaseFile) throws(Refusal) -> Regulation {
        if let regulation = leadingRegulation(of: file.header) { return regulation }
        throw Refusal("regulation.missing", arguments: [file.header.regulations.joined(separator: ", ")])
    }

    /// The first of the acts under which the case runs that is at hand; it gives category and stage.
    public func leadingRegulation(of header: CaseHeader) -> Regulation? { acts(of: header).first }
}

/// What a worker does to one case: a pure decision over its history.
public protocol CaseAction: Sendable {
    /// The kind of action, for the journal and the key table.
    var name: ActionName { get }
    /// Decides what changes.
    /// - Throws: ``Refusal`` when a rule forbids the action; nothing changes then.
    func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision
}

/// The outcome of an action: the records as they shall stand, and what the worker should know.
public struct Decision: Sendable {
    /// Records new or changed, each whole.
    public var changes: [any CaseRecord]
    /// Remarks that do not stop the action.
    public var findings: [Finding]

    /// A decision.
    public init(changes: [any CaseRecord], findings: [Finding] = []) {
        self.changes = changes
        self.findings = findings
    }
}

/// A rule's remark on facts: shown, never stopping.
public struct Finding: Hashable, Sendable {
    /// How grave.
    public var severity: Severity
    /// The wording's key in `Resources/*.lproj` under `finding.`.
    public var code: String
    /// What the wording needs, in order.
    public var arguments: [String]
    /// Where the rule stands.
    public var basis: LegalBasis?

    /// A remark.
    public init(_ severity: Severity, _ code: String, arguments: [String] = [], basis: LegalBasis? = nil) {
        self.severity = severity
        self.code = code
        self.arguments = arguments
        self.basis = basis
    }
}

/// A rule's refusal: which rule, which point of which act, and what to do next (in the wording).
public struct Refusal: Error, Hashable, Sendable {
    /// The wording's key in `Resources/*.lproj` under `refusal.`.
    public var code: String
    /// What the wording needs, in order; one that begins with `@` is itself a wording's key, such as `@outcome.no-answer`.
    public var arguments: [String]
    /// Where the rule stands; nil for rules of plain sense.
    public var basis: LegalBasis?

    /// A refusal.
    public init(_ code: String, arguments: [String] = [], basis: LegalBasis? = nil) {
        self.code = code
        self.arguments = arguments
        self.basis = basis
    }
}
