/// A service and the districts where nobody offers it (414-р, п. 34.2: a map of the territory's resources; п. 34.3: new
/// services where there are none).
public struct ServiceGap: Hashable, Sendable {
    /// The service.
    public var service: PackEntry
    /// How many organisations offer it.
    public var offeredBy: Int
    /// The districts and towns of the directory where nobody does.
    public var missing: [String]
}

extension [Organisation] {
    /// The districts and towns that organisations serve, in the directory's order; whole regions are none.
    public var districts: [String] {
        var seen: Set<String> = []
        return flatMap { organisation in organisation.territories.filter { $0 != organisation.region } }
            .filter { seen.insert($0).inserted }
    }

    /// What nobody offers where. An organisation that serves its whole region covers every district; closed ones none.
    public func gaps(in services: [PackEntry]) -> [ServiceGap] {
        let districts = districts
        return services.map { service in
            let offering = filter { !$0.isClosed && $0.offers(service) }
            let isEverywhere = offering.contains { organisation in
                organisation.region.map { organisation.territories.contains($0) } ?? false
            }
            let covered = Set(offering.flatMap(\.territories))
            return ServiceGap(
                service: service, offeredBy: offering.count,
                missing: isEverywhere ? [] : districts.filter { !covered.contains($0) })
        }
    }
}

extension Organisation {
    /// Whether it offers a service of the pack.
    public func offers(_ service: PackEntry) -> Bool {
        let title = SearchKey.fold(service.title)
        return services.contains { $0.service == service.id || SearchKey.fold($0.service) == title }
    }
}
