/// How near an organisation is to a place: the same settlement, the same district, the same region, elsewhere.
///
/// Within the region those that serve all of it come first: others may not take a citizen of the place.
public enum Nearness: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// It stands in the place or serves it by name.
    case settlement
    /// It stands in the district of the place or serves that district.
    case district
    /// It serves the whole region of the place.
    case region
    /// It stands in the region, but serves other districts of it.
    case sameRegion
    /// Neither.
    case elsewhere

    /// The nearer one is less.
    public static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
}

extension [Organisation] {
    /// How near every organisation is to a place that somebody typed: «Ангарск», «г. Зима», «Чунский район».
    ///
    /// The list itself says which district a settlement lies in: organisations that stand in the place or serve it name
    /// their district. Letter case, ё and the words «город», «посёлок», «район» do not count.
    public func nearness(to place: String) -> [Nearness] {
        let wanted = PlaceName(place)
        guard !wanted.stem.isEmpty else { return map { _ in .elsewhere } }
        let isHere = map { $0.stands(in: wanted) || $0.serves(wanted) }
        var districts: Set<PlaceName> = []
        var regions: Set<PlaceName> = []
        for (organisation, isHere) in zip(self, isHere) where isHere {
            districts.formUnion(organisation.territories.map { PlaceName($0) })
            if let district = organisation.district { districts.insert(PlaceName(district)) }
            if let region = organisation.region { regions.insert(PlaceName(region)) }
        }
        for organisation in self {
            guard let region = organisation.region.map({ PlaceName($0) }) else { continue }
            districts.remove(region)
            if region.matches(wanted) { regions.insert(region) }
        }
        return zip(self, isHere).map { organisation, isHere in
            if isHere { return .settlement }
            let own = (organisation.territories + [organisation.district].compactMap { $0 }).map { PlaceName($0) }
            if own.contains(where: { name in name.matches(wanted) || districts.contains(name) }) { return .district }
            guard let region = organisation.region, regions.contains(PlaceName(region)) else { return .elsewhere }
            return organisation.territories.contains(region) ? .region : .sameRegion
        }
    }

    /// The organisations, nearest first; equals keep their order.
    public func sorted(near place: String) -> [Organisation] {
        zip(self, nearness(to: place)).enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
            .map(\.element.0)
    }
}

extension Organisation {
    fileprivate func stands(in place: PlaceName) -> Bool {
        !place.isDistrict && settlement.map { PlaceName($0).stem == place.stem } ?? false
    }

    fileprivate func serves(_ place: PlaceName) -> Bool {
        territories.contains { name in
            let name = PlaceName(name)
            return name.stem == place.stem && (name.isDistrict == place.isDistrict || !place.isQualified)
        }
    }
}

/// The name of a settlement, district or region without the word that says which of them it is.
struct PlaceName: Hashable {
    /// The name itself, folded.
    let stem: String
    /// Whether it is said to be a district.
    let isDistrict: Bool
    /// Whether it is said at all what it is.
    let isQualified: Bool

    private static let districtWords: Set<String> = ["район", "района", "району", "р", "рн", "округ", "мр", "мо", "го"]
    private static let otherWords: Set<String> = [
        "г", "гор", "город", "города", "городу", "п", "пос", "поселок", "рп", "пгт", "с", "село", "д", "дер", "деревня", "ст",
        "область", "области", "обл", "край", "края", "республика", "муниципальный", "городской",
    ]

    init(_ text: String) {
        let words = SearchKey.fold(text).split { $0 == " " || $0 == "." || $0 == "," }.map(String.init)
        // «р-н» and «м.о.» fall apart into single letters.
        let letters = words.filter { $0 != "н" && $0 != "м" && $0 != "о" }
        let isDistrict = letters.contains { PlaceName.districtWords.contains($0) && $0 != "р" } || words.contains("н")
        isQualified = letters.contains { PlaceName.districtWords.contains($0) || PlaceName.otherWords.contains($0) }
        let rest = letters.filter { !PlaceName.districtWords.contains($0) && !PlaceName.otherWords.contains($0) }
        self.isDistrict = isDistrict
        stem = rest.joined(separator: " ")
    }

    /// Whether a district's name is made of the settlement's: «Ангарский» and «Ангарск».
    func matches(_ other: PlaceName) -> Bool {
        if stem == other.stem { return true }
        let (short, long) = stem.utf8.count < other.stem.utf8.count ? (stem, other.stem) : (other.stem, stem)
        // Shorter stems would find strangers: «Оса» and «Осакаровка».
        return short.count >= 5 && long.hasPrefix(short) && long.count - short.count <= 3
    }
}
