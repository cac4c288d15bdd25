/// The disability status a person has.
public enum DisabilityStatus: String, Sendable, Codable, CaseIterable {
    /// I группа.
    case group1 = "group-1"
    /// II группа.
    case group2 = "group-2"
    /// III группа.
    case group3 = "group-3"
    /// Категория «ребенок-инвалид».
    case child
    /// Ребенок с ограниченными возможностями здоровья, без инвалидности.
    case limitedHealth = "ovz"
    /// Not established.
    case none

    /// Whether disability is established (ОВЗ is not disability).
    public var isDisabled: Bool { self != .limitedHealth && self != .none }
}

/// Disability as established by медико-социальная экспертиза.
public struct Disability: Hashable, Sendable, Codable {
    /// Group or category.
    public var status: DisabilityStatus
    /// The day it was established.
    public var since: CivilDate?
    /// The last day it holds; nil when without term or unknown.
    public var until: CivilDate?
    /// Whether it was established for the first time; nil when unknown.
    public var isFirst: Bool?

    /// A disability with its dates.
    public init(status: DisabilityStatus, since: CivilDate? = nil, until: CivilDate? = nil, isFirst: Bool? = nil) {
        self.status = status
        self.since = since
        self.until = until
        self.isFirst = isFirst
    }
}

/// Circumstances that change how a case is led.
public enum CitizenFlag: String, Sendable, Codable, CaseIterable {
    /// Семья в социально опасном положении (IRK п. 25).
    case sociallyDangerous = "sop"
    /// Сирота или без попечения родителей (IRK п. 8.3).
    case orphan
    /// Участник специальной военной операции.
    case svo
    /// Риск стойких нарушений у ребенка (IRK п. 8.3).
    case risk
    /// Психическое расстройство (TYU п. 2.1).
    case mentalDisorder = "mental-disorder"
    /// Живет в стационарной организации (TYU п. 2.1).
    case stationary
    /// Признан нуждающимся в социальном обслуживании.
    case needsRecognised = "needs-recognised"
    /// Признан нуждающимся в социальном сопровождении.
    case accompanimentRecognised = "accompaniment-recognised"
    /// Не может жить самостоятельно (BRY).
    case cannotLiveAlone = "cannot-live-alone"
}
