extension RegisterFact {
    /// The fact of a case as a cell; the row's number is the register's, not the case's.
    func cell(of facts: RegisterFacts) -> RegisterCell {
        personal(facts.file.citizen, on: facts.surroundings.today) ?? work(facts)
    }

    /// Facts of the person.
    private func personal(_ citizen: Citizen, on today: CivilDate) -> RegisterCell? {
        switch self {
        case .name: .text(citizen.fullName)
        case .family: .text(citizen.family)
        case .given: .text(citizen.given)
        case .patronymic: .optional(citizen.patronymic)
        case .born: .date(citizen.born)
        case .age: .number(citizen.born.fullYears(on: today))
        case .sex: citizen.sex.map { .word("sex.\($0.rawValue)") } ?? .empty
        case .snils: citizen.snils.map { .text($0.printed) } ?? .empty
        case .phone: .joining(citizen.phones.map { .optional($0) })
        case .email: .optional(citizen.email)
        case .address: .joining([.optional(citizen.address.postcode), .optional(citizen.address.text)])
        case .territory: .optional(citizen.territory)
        case .status: .word("status.\(citizen.disability.status.rawValue)")
        case .disabilitySince: .optional(citizen.disability.since)
        case .disabilityUntil: .optional(citizen.disability.until)
        case .firstTime: citizen.disability.isFirst.map(RegisterCell.flag) ?? .empty
        case .restrictions: RegisterFact.restrictions(citizen.restrictions)
        case .ipraNumber: .optional(citizen.ipraNumber)
        case .ipraDate: .optional(citizen.ipraDate)
        case .ipraUntil: .optional(citizen.ipraUntil)
        case .flags: .joining(citizen.flags.map { .word("flag.\($0.rawValue)") })
        default: nil
        }
    }

    private static func restrictions(_ restrictions: LifeRestrictions) -> RegisterCell {
        .joining(
            LifeRestriction.allCases.filter { restrictions[$0] > 0 }.map {
                .joining([.word("restriction.\($0.rawValue)"), .number(restrictions[$0])], by: " ")
            })
    }

    /// Facts of the work on the case.
    private func work(_ facts: RegisterFacts) -> RegisterCell {
        let (file, header, act) = (facts.file, facts.file.header, facts.surroundings.regulation)
        switch self {
        case .caseNumber: return .number(header.number)
        case .representative:
            return .joining(
                file.representatives.map { .joining([.optional($0.name), .optional($0.relation)]) }, by: "; ")
        case .representativePhone: return .joining(file.representatives.map { .optional($0.phone) })
        case .curator: return .optional(header.curator.map { facts.surroundings.workers[$0] ?? $0 })
        case .received: return .optional(facts.referral?.receivedOn)
        case .source: return title(facts.referral?.source, in: act.sources)
        case .sourceCode: return .optional(facts.referral?.source)
        case .sourceShort:
            let source = act.sources.first { $0.id == facts.referral?.source }
            return source.map { .coded($0.id, title: $0.short ?? $0.title) } ?? .optional(facts.referral?.source)
        case .sender: return .optional(facts.referral?.sender)
        case .category: return facts.category.map { .coded($0.entry.id, title: $0.entry.title) } ?? .empty
        case .categoryCode: return .optional(facts.category?.entry.id)
        case .groups: return .joining(facts.groups.map { .text($0.entry.title) }, by: "; ")
        case .stage: return title(header.stage, in: act.stages.map(\.entry))
        case .stageCode: return .text(header.stage)
        case .lastContact: return .optional(file.lastContact?.on)
        case .attempts: return .number(file.attemptCount)
        case .opened: return .date(header.openedOn)
        case .closed: return .optional(header.closedOn)
        case .closingGround: return title(header.closingGround, in: act.closingGrounds)
        case .centre: return .joining(facts.centres.map { title($0, in: facts.surroundings.centres) }, by: "; ")
        case .open: return .flag(header.isOpen)
        default: return .empty
        }
    }

    /// The title of a code; the code itself where the pack no longer has it.
    private func title(_ id: String?, in entries: [PackEntry]) -> RegisterCell {
        id.map { id in .coded(id, title: entries.first { $0.id == id }?.title ?? id) } ?? .empty
    }
}
