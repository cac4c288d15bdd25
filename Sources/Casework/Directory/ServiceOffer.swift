/// A service that an organisation offers.
public struct ServiceOffer: Hashable, Sendable, Codable {
    /// The pack's technology, or the service in the office's own words.
    public var service: String
    /// In what form: at home, at a distance …; nil where nobody has asked.
    public var form: String?

    /// An offer.
    public init(service: String, form: String? = nil) {
        self.service = service
        self.form = form
    }

    /// Reads «Ранняя помощь: на дому» or `early-help: на дому`; nil for a line without a service.
    /// - Parameter vocabulary: the pack's services; one that it knows by id or title is kept by id.
    public init?(line: String, vocabulary: [PackEntry]) {
        let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmedSpaces }
        guard let name = parts.first, !name.isEmpty else { return nil }
        let wanted = SearchKey.fold(name)
        let known = vocabulary.first { SearchKey.fold($0.id) == wanted || SearchKey.fold($0.title) == wanted }
        let form = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
        self.init(service: known?.id ?? name, form: form)
    }

    /// «Ранняя помощь: на дому».
    public func line(titles: [String: String]) -> String {
        [titles[service] ?? service, form].compactMap { $0 }.joined(separator: ": ")
    }
}
