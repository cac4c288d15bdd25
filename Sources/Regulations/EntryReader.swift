import Casework

/// Lists of entries: a code, a title and a point, with what each list adds.
extension PackReader {
    static let entryKeys = ["id", "title", "point", "ours"]

    /// The elements of a section's lists, each as a mapping, with ids known to be unique.
    func items(_ section: String, known: [String], unique: Bool = true) -> [(fields: Fields, pointsOf: String?)] {
        var seen: Set<String> = []
        var result: [(Fields, String?)] = []
        for part in sections[section] ?? [] {
            for element in faults.list(part.value) {
                guard let fields = faults.fields(element, known: known) else { continue }
                if unique, let value = fields["id"], case .scalar(let scalar) = value.node, !seen.insert(scalar.string).inserted {
                    faults.report(.duplicateID, at: value.place, scalar.string)
                }
                result.append((fields, part.pointsOf))
            }
        }
        return result
    }

    /// Code, title and point; `ours: true` instead of a point where the act is silent.
    func entry(_ fields: Fields, pointsOf: String?) -> PackEntry? {
        let id = faults.required("id", in: fields)
        let title = faults.required("title", in: fields)
        let basis = faults.flag("ours", in: fields) ? nil : basis(fields, pointsOf: pointsOf)
        guard let id, let title else { return nil }
        return PackEntry(id: id, title: title, basis: basis)
    }

    /// The point that every rule must carry.
    func basis(_ fields: Fields, pointsOf: String?) -> LegalBasis? {
        guard let point = faults.optional("point", in: fields), !point.isEmpty else {
            faults.report(.missingPoint, at: fields["point"]?.place ?? fields.place)
            return nil
        }
        return LegalBasis(act: pointsOf ?? shortName, point: point)
    }

    /// A list that holds nothing but entries.
    func entries(_ section: String) -> [PackEntry] {
        items(section, known: PackReader.entryKeys).compactMap { entry($0.fields, pointsOf: $0.pointsOf) }
    }

    /// Sources, each with the abbreviation that the act's forms use, where they do.
    func readSources() -> [PackEntry] {
        items("sources", known: PackReader.entryKeys + ["short"]).compactMap { fields, pointsOf in
            var source = entry(fields, pointsOf: pointsOf)
            source?.short = faults.optional("short", in: fields)
            return source
        }
    }

    /// Terms for the office to set; `default` holds while it has set none.
    func readOfficeTerms() -> [PackEntry] {
        items("officeTerms", known: PackReader.entryKeys + ["default"]).compactMap { fields, pointsOf in
            let days = fields["default"].flatMap { faults.integer($0, key: "default", in: 1...366) }
            let entry = entry(fields, pointsOf: pointsOf)
            if let entry, let days { officeDefaults[entry.id] = days }
            return entry
        }
    }

    func readCentres() -> [ResourceCentre] {
        items("centres", known: PackReader.entryKeys + ["duty"]).compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            let duty = faults.required("duty", in: fields)
            guard let entry, let duty else { return nil }
            return ResourceCentre(entry: entry, duty: duty)
        }
    }

    func readNeedAreas() -> [NeedArea] {
        items("needAreas", known: PackReader.entryKeys + ["socialService"]).compactMap { fields, pointsOf in
            let isService = faults.flag("socialService", in: fields)
            return entry(fields, pointsOf: pointsOf).map { NeedArea(entry: $0, isSocialService: isService) }
        }
    }

    func readProgramKinds() -> [ProgramKind] {
        let items = items("programKinds", known: PackReader.entryKeys + ["abbreviation", "onlyWithoutSocialServices"])
        let kinds = items.compactMap { $0.fields["id"].flatMap { $0.node.scalar?.string } }
        return items.compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            let abbreviation = faults.required("abbreviation", in: fields)
            guard let entry, let abbreviation else { return nil }
            let other = otherKind(fields, pointsOf: pointsOf, kinds: kinds)
            return ProgramKind(entry: entry, abbreviation: abbreviation, withoutSocialServices: other)
        }
    }

    /// `onlyWithoutSocialServices: {use: ippsu, point: 30.1}`: what is drawn up for those who need social services.
    private func otherKind(_ fields: Fields, pointsOf: String?, kinds: [String]) -> ProgramKind.OtherKind? {
        guard let value = fields["onlyWithoutSocialServices"], let inner = faults.fields(value, known: ["use", "point"]),
            let use = faults.required("use", in: inner)
        else { return nil }
        faults.check(use, isIn: kinds, kind: "programKind", at: inner["use"]?.place ?? inner.place)
        return ProgramKind.OtherKind(use: use, basis: basis(inner, pointsOf: pointsOf))
    }

    /// Stages; `reachedBy` must be written even where nothing in the program brings a case to the stage.
    func readStages() -> [Stage] {
        items("stages", known: PackReader.entryKeys + ["phase", "reachedBy", "methods"]).compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            let methods = fields["methods"].map { faults.texts($0).map(\.text) } ?? []
            var events: [EventPattern] = []
            if let value = fields["reachedBy"] {
                events = faults.list(value).compactMap { pattern($0, of: .stage) }
            } else if entry?.basis != nil {
                faults.report(.missingKey, at: fields.place, "reachedBy")
            }
            let phase = faults.optional("phase", in: fields)
            return entry.map { Stage(entry: $0, reachedBy: events, forms: methods, phase: phase) }
        }
    }

    /// A reference to a chosen reading, where a rule names one.
    func reading(_ fields: Fields) -> String? {
        guard let value = fields["reading"], let id = faults.text(value) else { return nil }
        faults.check(id, isIn: readings.map(\.id), kind: "reading", at: value.place)
        return id
    }

    func readCategories(_ section: String) -> [TargetCategory] {
        var earlier: [Criterion] = []
        return items(section, known: PackReader.entryKeys + ["who", "coordinator", "reading"]).compactMap { fields, pointsOf in
            let entry = entry(fields, pointsOf: pointsOf)
            let reading = reading(fields)
            let coordinator = faults.optional("coordinator", in: fields)
            if let coordinator, let place = fields["coordinator"]?.place {
                faults.check(coordinator, isIn: centres.map(\.entry.id), kind: "centre", at: place)
            }
            guard let who = fields["who"] else {
                faults.report(.missingKey, at: fields.place, "who")
                return nil
            }
            guard let criterion = criterion(who), let entry else { return nil }
            if !criterion.canBeMet {
                faults.report(.neverMet, at: who.place, entry.id)
            } else if section == "categories", !Criterion.all([criterion, .none(earlier)]).canBeMet {
                // The first category that is met wins; groups stand side by side.
                faults.report(.neverChosen, at: who.place, entry.id)
            }
            earlier.append(criterion)
            return TargetCategory(entry: entry, criterion: criterion, coordinator: coordinator, reading: reading)
        }
    }
}
