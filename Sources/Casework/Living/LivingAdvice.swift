/// What an act recommends on living together, asked of flats, houses and courses of training (BRY п. 36-2, 38, 39).
///
/// All of it is advice: the act says «рекомендуется» (X-BRY-17), so nothing here stops an action.
struct LivingAdvice {
    let rules: LivingRules
    let date: CivilDate

    /// What should be looked at in a flat, the gravest first.
    func findings(of flat: LivingFlat) -> [Finding] {
        var findings = size(of: flat) + flat.rooms.flatMap { rooms(of: flat, $0) }
        if flat.dwelling.form == .group, flat.residents.count > 1 { findings += company(of: flat) }
        for resident in flat.residents where flat.rooms.count > 0 && resident.placement.room == nil {
            findings.append(Finding(.note, "living.no-room", arguments: [resident.person.name]))
        }
        if flat.rooms.isEmpty { findings.append(Finding(.note, "living.rooms-unknown", arguments: [flat.dwelling.name])) }
        return findings.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .map(\.element)
    }

    private func finding(
        _ severity: Severity, _ code: String, _ arguments: [String], _ limit: LivingRules.Limit
    ) -> Finding {
        Finding(severity, code, arguments: arguments, basis: limit.basis)
    }

    private func size(of flat: LivingFlat) -> [Finding] {
        let count = flat.residents.count
        let name = flat.dwelling.name
        let most = rules.limit(.flatMost)
        if count > most.value {
            return [finding(.legal, "living.flat-most", [name, String(count), String(most.value)], most)]
        }
        if flat.dwelling.form == .individual {
            let usual = rules.limit(.groupFrom)
            guard count >= usual.value else { return [] }
            return [finding(.warning, "living.individual-shared", [name, String(count)], usual)]
        }
        let from = rules.limit(.groupFrom)
        let to = rules.limit(.groupTo)
        if count > to.value { return [finding(.warning, "living.group-over", [name, String(count), String(to.value)], to)] }
        if count > 0, count < from.value {
            return [finding(.note, "living.group-under", [name, String(count), String(from.value)], from)]
        }
        return []
    }

    private func rooms(of flat: LivingFlat, _ room: LivingRoom) -> [Finding] {
        let residents = flat.residents(of: room.id)
        let count = residents.count
        let title = "\(flat.dwelling.name), \(room.name)"
        let most = rules.limit(.roomMost)
        var findings: [Finding] = []
        if count > most.value {
            findings.append(finding(.warning, "living.room-most", [title, String(count), String(most.value)], most))
        } else if count > rules.limit(.roomUsual).value {
            let unwilling = residents.filter { !$0.placement.agreesToShare }.map(\.person.name)
            findings.append(
                unwilling.isEmpty
                    ? finding(.note, "living.room-shared", [title, String(count)], rules.limit(.roomUsual))
                    : finding(.warning, "living.room-consent", [title, unwilling.joined(separator: ", ")], most))
        }
        if count > room.places {
            findings.append(Finding(.warning, "living.room-places", arguments: [title, String(count), String(room.places)]))
        }
        return findings
    }

    /// Consent to the group, and how different its people are.
    private func company(of flat: LivingFlat) -> [Finding] {
        let name = flat.dwelling.name
        let unwilling = flat.residents.filter { !$0.placement.agreesToGroup }.map(\.person.name)
        var findings: [Finding] = []
        if !unwilling.isEmpty {
            findings.append(
                Finding(
                    .warning, "living.group-consent", arguments: [name, unwilling.joined(separator: ", ")],
                    basis: rules.consentBasis))
        }
        let sexes = flat.residents.compactMap(\.person.sex)
        if sexes.count == flat.residents.count, Set(sexes).count == 1 {
            findings.append(Finding(.note, "living.same-sex", arguments: [name], basis: rules.diversityBasis))
        }
        let ages = flat.residents.map { $0.person.born.fullYears(on: date) }
        let spread = (ages.max() ?? 0) - (ages.min() ?? 0)
        if spread < rules.limit(.ageSpread).value {
            findings.append(Finding(.note, "living.same-age", arguments: [name, String(spread)], basis: rules.diversityBasis))
        }
        let levels = flat.residents.compactMap(\.placement.level)
        if levels.count == flat.residents.count, Set(levels).count == 1 {
            findings.append(Finding(.note, "living.same-need", arguments: [name], basis: rules.needBasis))
        }
        return findings
    }

    /// Flats of one house, and people of one house or of houses beside each other; training flats belong to institutions.
    func findings(ofHouses flats: [LivingFlat]) -> [Finding] {
        let permanent = flats.filter { $0.dwelling.purpose == .permanent }
        let flatsMost = rules.limit(.flatsPerBuilding)
        let peopleMost = rules.limit(.peoplePerBuilding)
        var findings: [Finding] = []
        for (house, flats) in Dictionary(grouping: permanent, by: \.dwelling.building).sorted(by: { $0.key < $1.key })
        where flats.count > flatsMost.value {
            findings.append(
                finding(.warning, "living.house-flats", [house, String(flats.count), String(flatsMost.value)], flatsMost))
        }
        let sites = Dictionary(grouping: permanent) { $0.dwelling.neighbours ?? $0.dwelling.building }
        for (site, flats) in sites.sorted(by: { $0.key < $1.key }) {
            let people = flats.reduce(0) { $0 + $1.residents.count }
            if people > peopleMost.value {
                findings.append(
                    finding(.warning, "living.house-people", [site, String(people), String(peopleMost.value)], peopleMost))
            }
        }
        return findings
    }

    /// How long one person's courses of training last, against the recommended term (п. 39).
    func findings(of trainings: [LivingTraining]) -> [Finding] {
        let months = rules.limit(.trainingMonths)
        let short = rules.limit(.trainingShortMonths)
        let from = rules.limit(.trainingTimesFrom)
        let to = rules.limit(.trainingTimesTo)
        var findings: [Finding] = []
        for training in trainings.sorted(by: { $0.from < $1.from }) {
            guard let end = training.until else {
                let enough = training.from.adding(months: months.value)
                if training.from <= date, date < enough {
                    findings.append(
                        finding(
                            .note, "living.training-lasts",
                            [training.from.dotted, enough.dotted, training.from.adding(months: short.value).dotted], months))
                }
                continue
            }
            // The last day is lived too: from the 10th of January to the 9th of May is four months.
            let over = end.adding(days: 1)
            if over >= training.from.adding(months: months.value) { continue }
            let dates = [training.from.dotted, end.dotted]
            if over < training.from.adding(months: short.value) {
                findings.append(finding(.note, "living.training-short", dates + [String(short.value)], short))
                continue
            }
            let ofYear = trainings.filter { $0.from.year == training.from.year && $0.from <= date }.count
            if ofYear < from.value {
                findings.append(
                    finding(.note, "living.training-once", dates + [String(months.value), String(from.value)], from))
            } else if ofYear > to.value {
                findings.append(
                    finding(.note, "living.training-often", [String(training.from.year), String(ofYear), String(to.value)], to))
            }
        }
        return findings
    }
}
