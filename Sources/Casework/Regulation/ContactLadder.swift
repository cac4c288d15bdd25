/// When a rung of the ladder may be stepped on; any one condition of the rung suffices.
public enum LadderCondition: Hashable, Sendable {
    /// So many attempts by the method failed on different days; the number is the office's setting where `count` is nil.
    case failedAttempts(ContactMethod, count: Int?)
    /// An attempt by the method ended in one of these.
    case outcome(ContactMethod, Set<ContactOutcome>)
    /// There is no number to call: none is known, or each was found wrong.
    case noUsablePhone
}

/// One rung: phone, visit or post (IRK п. 16–18).
public struct LadderStep: Hashable, Sendable {
    /// The means of contact.
    public var method: ContactMethod
    /// Conditions, any of which opens the rung; none means it is always open.
    public var allowedWhen: [LadderCondition]
    /// Where the rung stands.
    public var basis: LegalBasis

    /// A rung.
    public init(method: ContactMethod, allowedWhen: [LadderCondition], basis: LegalBasis) {
        self.method = method
        self.allowedWhen = allowedWhen
        self.basis = basis
    }
}

/// The evidence for one rung in one case: is it open, and what speaks for it or is still missing.
public struct LadderStanding: Hashable, Sendable {
    /// Days on which attempts failed, done and needed.
    public struct FailedDays: Hashable, Sendable {
        /// Different days so far.
        public var done: Int
        /// Different days needed.
        public var needed: Int
    }

    /// The rung.
    public var step: LadderStep
    /// Whether an attempt by this means is allowed now.
    public var isOpen: Bool
    /// For a rung that waits for failed attempts: how far the case is.
    public var failedDays: FailedDays?
}

extension CaseFile {
    /// The attempts that count for the ladder: those since the last referral.
    public var currentAttempts: [ContactAttempt] { attempts(countingOn: nil) }

    /// The attempts up to the day that were made since the last referral before them.
    private func attempts(countingOn day: CivilDate?) -> [ContactAttempt] {
        let start = referrals.last { $0.receivedOn <= day ?? $0.receivedOn }.map { CivilDateTime($0.receivedOn, $0.receivedAt) }
        return attempts.filter { attempt in
            attempt.on <= day ?? attempt.on && start.map { !$0.isAfter(CivilDateTime(attempt.on, attempt.at)) } ?? true
        }
    }

    /// How every rung of the act's ladder stands in this case, or stood on the day `day`.
    public func ladder(
        under regulation: Regulation, office: OfficeSettings, on day: CivilDate? = nil
    ) -> [LadderStanding] {
        let attempts = attempts(countingOn: day)
        return regulation.ladder.map { step in
            var shortfall: LadderStanding.FailedDays?
            let isOpen =
                step.allowedWhen.isEmpty
                || step.allowedWhen.contains { condition in
                    switch condition {
                    case .failedAttempts(let method, let count):
                        let needed = max(1, count ?? office.failedCalls)
                        let days = Set(
                            attempts.filter { $0.method == method && $0.outcome.isAttempt && !$0.outcome.isContact }.map(\.on))
                        shortfall = LadderStanding.FailedDays(done: days.count, needed: needed)
                        return days.count >= needed
                    case .outcome(let method, let outcomes):
                        return attempts.contains { $0.method == method && outcomes.contains($0.outcome) }
                    case .noUsablePhone:
                        return !hasUsablePhone
                    }
                }
            return LadderStanding(step: step, isOpen: isOpen, failedDays: shortfall)
        }
    }

    /// Whether some known number, the person's or a representative's, was not found wrong at its last call.
    public var hasUsablePhone: Bool {
        var wrong: Set<String> = []
        for attempt in attempts where attempt.method == .phone {
            guard let number = attempt.target.map(CaseFile.dialled) else { continue }
            if attempt.outcome == .wrongNumber { wrong.insert(number) } else if attempt.outcome.isContact { wrong.remove(number) }
        }
        let known = citizen.phones + representatives.compactMap(\.phone)
        return known.contains { !wrong.contains(CaseFile.dialled($0)) }
    }

    /// A number without the way it is written: its digits, the country's 7 or 8 left out.
    private static func dialled(_ phone: String) -> String {
        let digits = String(phone.filter { ("0"..."9").contains($0) })
        return digits.count == 11 && (digits.hasPrefix("7") || digits.hasPrefix("8")) ? String(digits.dropFirst()) : digits
    }
}
