/// A stage of the case's progress (IRK глава 7), reached by events.
public struct Stage: Hashable, Sendable {
    /// Code, title and where it stands.
    public var entry: PackEntry
    /// Events, any of which brings the case to this stage.
    public var reachedBy: [EventPattern]
    /// Forms and methods of work of the act's table, for the help text.
    public var forms: [String]
    /// The larger part of the work it belongs to, such as «Выявление», where the act names one.
    public var phase: String?

    /// A stage.
    public init(entry: PackEntry, reachedBy: [EventPattern], forms: [String], phase: String? = nil) {
        self.entry = entry
        self.reachedBy = reachedBy
        self.forms = forms
        self.phase = phase
    }
}

/// A kind of programme that the act knows.
public struct ProgramKind: Hashable, Sendable {
    /// Code, title and where it stands.
    public var entry: PackEntry
    /// The abbreviation, such as `ИПСС`.
    public var abbreviation: String
    /// Where the kind is only for people who need no social services: what is drawn up for the others (IRK п. 30.1).
    public var withoutSocialServices: OtherKind?

    /// Another kind that takes the place of this one.
    public struct OtherKind: Hashable, Sendable {
        /// The other kind by the pack's id.
        public var use: String
        /// Where that stands.
        public var basis: LegalBasis?

        /// Another kind in the place of this one.
        public init(use: String, basis: LegalBasis?) {
            self.use = use
            self.basis = basis
        }
    }

    /// A kind of programme.
    public init(entry: PackEntry, abbreviation: String, withoutSocialServices: OtherKind? = nil) {
        self.entry = entry
        self.abbreviation = abbreviation
        self.withoutSocialServices = withoutSocialServices
    }
}

/// One area in which needs are asked for (IRK п. 8.15, 30).
public struct NeedArea: Hashable, Sendable {
    /// Code, title and where it stands.
    public var entry: PackEntry
    /// Whether the area is a social service and so calls for an ИППСУ (IRK п. 30.1).
    public var isSocialService: Bool

    /// An area of needs.
    public init(entry: PackEntry, isSocialService: Bool) {
        self.entry = entry
        self.isSocialService = isSocialService
    }
}

/// An act as rules: everything the domain asks of it. Read from a pack by the room `Regulations`.
public struct Regulation: Hashable, Sendable {
    /// The pack's id, such as `irkutsk-414r`.
    public var id: String
    /// The act's full title.
    public var title: String
    /// The act's short name, such as `414-р`.
    public var act: String
    /// First day the act is in force.
    public var inForceFrom: CivilDate
    /// Last day, where known.
    public var inForceUntil: CivilDate?
    /// Sources of referrals.
    public var sources: [PackEntry]
    /// Categories, the first that is met wins.
    public var categories: [TargetCategory]
    /// Groups that a person may belong to beside the category.
    public var groups: [TargetCategory]
    /// Areas of needs.
    public var needAreas: [NeedArea]
    /// Stages in order.
    public var stages: [Stage]
    /// The stage of a case whose person refused.
    public var refusedStage: String
    /// The stage of a closed case.
    public var closedStage: String
    /// Rungs of the contact ladder in order.
    public var ladder: [LadderStep]
    /// Rules with terms.
    public var obligations: [ObligationRule]
    /// Titles of roles by role id.
    public var roles: [String: String]
    /// Kinds of programmes.
    public var programKinds: [ProgramKind]
    /// What is entered in outer systems.
    public var registrySubjects: [PackEntry]
    /// Grounds for closing a case.
    public var closingGrounds: [PackEntry]
    /// How inconsistencies of the act were read, by their id.
    public var readings: [String: String]
    /// Unclear places that the office may read in one of several ways.
    public var readingChoices: [ReadingChoice] = []
    /// Terms of the act that may collide.
    public var conflicts: [TermConflict] = []
    /// Titles of terms that an office may set where the act is silent, by key, in order.
    public var officeTerms: [PackEntry]
    /// The kinds of records the act wants kept, in the pack's order.
    public var entryKinds: [EntryKind]
    /// Events that the act's own kinds of records tell of, each with the title of the first such kind.
    public var declaredEvents: [EventName: String] = [:]
    /// Working days of office terms while the office has set none, by key.
    public var officeDefaults: [String: Int] = [:]
    /// Where consent before the meeting stands.
    public var consentBasis: LegalBasis
    /// Where the survey before the programme stands.
    public var surveyBasis: LegalBasis
    /// The outer system in which marks are entered, such as `АИС «ЭСРН ИО»`, where the act names one.
    public var outerSystem: String?
    /// What to say on the telephone, with `{0}` for the organisation and `{1}` for the worker, where the pack has it.
    public var callScript: String?
    /// Rules of payment, where the act has them.
    public var fees: FeeRules?
    /// Rules of supported living, where the act has them.
    public var living: LivingRules?
    /// The working group, where the act has one.
    public var group: GroupRules?

    /// An act; packs fill in every part.
    public init(
        id: String, title: String, act: String, inForceFrom: CivilDate, inForceUntil: CivilDate? = nil, sources: [PackEntry] = [],
        categories: [TargetCategory] = [], groups: [TargetCategory] = [], needAreas: [NeedArea] = [], stages: [Stage] = [],
        refusedStage: String = "refused", closedStage: String = "closed", ladder: [LadderStep] = [],
        obligations: [ObligationRule] = [], roles: [String: String] = [:], programKinds: [ProgramKind] = [],
        registrySubjects: [PackEntry] = [], closingGrounds: [PackEntry] = [], readings: [String: String] = [:],
        officeTerms: [PackEntry] = [], entryKinds: [EntryKind] = [], consentBasis: LegalBasis, surveyBasis: LegalBasis,
        outerSystem: String? = nil, callScript: String? = nil
    ) {
        self.id = id
        self.title = title
        self.act = act
        self.inForceFrom = inForceFrom
        self.inForceUntil = inForceUntil
        self.sources = sources
        self.categories = categories
        self.groups = groups
        self.needAreas = needAreas
        self.stages = stages
        self.refusedStage = refusedStage
        self.closedStage = closedStage
        self.ladder = ladder
        self.obligations = obligations
        self.roles = roles
        self.programKinds = programKinds
        self.registrySubjects = registrySubjects
        self.closingGrounds = closingGrounds
        self.readings = readings
        self.officeTerms = officeTerms
        self.entryKinds = entryKinds
        self.consentBasis = consentBasis
        self.surveyBasis = surveyBasis
        self.outerSystem = outerSystem
        self.callScript = callScript
    }

    /// The source of the given code, title or abbreviation (case and ё do not matter), or nil.
    public func source(named text: String) -> PackEntry? {
        let key = SearchKey.fold(text)
        return sources.first { $0.id == text || SearchKey.fold($0.title) == key || $0.short.map(SearchKey.fold) == key }
    }

    /// The category that the person meets on the day, the first in the act's order.
    public func category(of citizen: Citizen, on date: CivilDate) -> TargetCategory? {
        categories.first { $0.criterion.isMet(by: citizen, on: date) }
    }

    /// What stands for «no category» where a rule or an event names one.
    public static let noCategory = "none"

    /// Every pattern of the act's rules.
    var patterns: [EventPattern] {
        obligations.flatMap { [$0.trigger] + $0.satisfiedBy + $0.onlyAfter + $0.unlessAfter }
    }

    /// The birthdays at which the category may change, in order.
    func categoryBirthdays(of citizen: Citizen) -> [(age: Int, on: CivilDate)] {
        let bounds = categories.reduce(into: Set<Int>()) { $0.formUnion($1.criterion.ageBounds) }
        return bounds.sorted().map { age in
            let day = citizen.born.adding(months: 12 * age)
            // Born on 29 February: the year is full on 1 March of common years.
            return (age, day.day == citizen.born.day ? day : day.adding(days: 1))
        }
    }

    /// The next birthday after `date` at which the category may change; nil when none is left.
    public func nextCategoryReview(of citizen: Citizen, after date: CivilDate) -> CivilDate? {
        categoryBirthdays(of: citizen).map(\.on).filter { $0 > date }.min()
    }
}
