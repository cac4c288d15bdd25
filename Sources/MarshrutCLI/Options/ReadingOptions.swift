import Casework

/// `--reading X-TYU-05=and`: how an unclear place of an act is read.
enum ReadingOptions {
    /// The readings with those of the options in place; a default option takes the choice back.
    /// - Throws: usage failure for a place or an option that no act at hand has.
    static func merged(_ options: [String], into readings: [String: String], _ acts: [Regulation]) throws -> [String: String] {
        var readings = readings
        let known = acts.flatMap(\.readingChoices)
        for text in options {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let choice = known.first(where: { $0.entry.id == parts[0] }),
                let option = choice.options.first(where: { $0.id == parts[1] })
            else {
                let all = known.flatMap { choice in choice.options.map { "\(choice.entry.id)=\($0.id)" } }
                throw CommandFailure.usage("usage.reading", text, all.joined(separator: ", "))
            }
            readings[choice.entry.id] = option == choice.options.first ? nil : option.id
        }
        return readings
    }
}
