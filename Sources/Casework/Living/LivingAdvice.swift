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

    private func size(of flat: LivingFlat) -> [Finding] {
        let count = flat.residents.count
        let name = flat.dwelling.name
        let most = rules.limit(.flatMost)
        if count > most.value {
            return [Finding(.legal, "living.flat-most", arguments: [name, String(count), String(most.value)], basis: most.basis)]
        }
        if flat.dwelling.form == .individual {
            let usual = rules.limit(.groupFrom)
            guard count >= usual.value else { return [] }
            return [Finding(.warning, "living.individual-shared", arguments: [name, String(count)], basis: usual.basis)]
        }
        let from = rules.limit(.groupFrom)
        let to = rules.limit(.groupTo)
        if count > to.value {
            return [Finding(.warning, "living.group-over", arguments: [name, String(count), String(to.value)], basis: to.basis)]
        }
        if count > 0, count < from.value {
            return [
                Finding(.note, "living.group-under", arguments: [name, String(count), String(from.value)], basis: from.basis)
            ]
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
            findings.append(
                Finding(.warning, "living.room-most", arguments: [title, String(count), String(most.value)], basis: most.basis))
        } else if count > rules.limit(.roomUsual).value {
            let unwilling = residents.filter { !$0.placement.agreesToShare }.map(\.person.name)
            findings.append(
                unwilling.isEmpty
                    ? Finding(
                        .note, "living.room-shared", arguments: [title, String(count)], basis: rules.limit(.roomUsual).basis)
                    : Finding(
                        .warning, "living.room-consent", arguments: [title, unwilling.joined(separator: ", ")], basis: most.basis)
            )
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
                Finding(
                    .warning, "living.house-flats", arguments: [house, String(flats.count), String(flatsMost.value)],
                    basis: flatsMost.basis))
        }
        let sites = Dictionary(grouping: permanent) { $0.dwelling.neighbours ?? $0.dwelling.building }
        for (site, flats) in sites.sorted(by: { $0.key < $1.key }) {
            let people = flats.reduce(0) { $0 + $1.residents.count }
            if people > peopleMost.value {
                findings.append(
                    Finding(
                        .warning, "living.house-people", arguments: [site, String(people), String(peopleMost.value)],
                        basis: peopleMost.basis))
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
                        Finding(
                            .note, "living.training-lasts",
                            arguments: [training.from.dotted, enough.dotted, training.from.adding(months: short.value).dotted],
                            basis: months.basis))
                }
                continue
            }
            // The last day is lived too: from the 10th of January to the 9th of May is four months.
            let over = end.adding(days: 1)
            if over >= training.from.adding(months: months.value) { continue }
            let dates = [training.from.dotted, end.dotted]
            if over < training.from.adding(months: short.value) {
                findings.append(
                    Finding(.note, "living.training-short", arguments: dates + [String(short.value)], basis: short.basis))
                continue
            }
            let ofYear = trainings.filter { $0.from.year == training.from.year && $0.from <= date }.count
            if ofYear < from.value {
                findings.append(
                    Finding(
                        .note, "living.training-once", arguments: dates + [String(months.value), String(from.value)],
                        basis: from.basis))
            } else if ofYear > to.value {
                findings.append(
                    Finding(
                        .note, "living.training-often",
                        arguments: [String(training.from.year), String(ofYear), String(to.value)], basis: to.basis))
            }
        }
        return findings
    }
}
