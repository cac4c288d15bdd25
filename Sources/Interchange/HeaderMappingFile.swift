import Yams

/// Reads a ``HeaderMapping`` from YAML and checks all of it before any table is read by it.
public struct HeaderMappingFile {
    private let file: String
    private let known: Set<String>
    private let required: Set<String>

    /// Reads a mapping file.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - known: The fields that the import knows.
    ///   - required: Those that it cannot do without; the file may require more, not fewer.
    /// - Throws: ``HeaderMappingError``.
    public static func read(
        path: String, known: Set<String>, required: Set<String>
    ) throws(HeaderMappingError) -> HeaderMapping {
        let yaml: String
        do throws(ForeignFileError) {
            // Through the reader of foreign files, for its checks of size, kind and encoding.
            yaml = try ForeignFile(path: path, encoding: .utf8, limits: limits).wholeText()
        } catch {
            throw HeaderMappingError(file: path, line: error.line ?? 1, reason: .unreadable(error))
        }
        return try parse(yaml, file: path, known: known, required: required)
    }

    /// Parses a mapping.
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - file: The name that errors give the file.
    ///   - known: The fields that the import knows.
    ///   - required: Those that it cannot do without.
    /// - Throws: ``HeaderMappingError``.
    public static func parse(
        _ yaml: String, file: String, known: Set<String>, required: Set<String>
    ) throws(HeaderMappingError) -> HeaderMapping {
        let reader = HeaderMappingFile(file: file, known: known, required: required)
        return try reader.mapping(from: try reader.compose(yaml))
    }

    private static let limits = ForeignFile.Limits(fileBytes: 256 << 10)

    // MARK: The whole

    private func compose(_ yaml: String) throws(HeaderMappingError) -> Node {
        do {
            guard let root = try Yams.compose(yaml: yaml) else { throw error(1, .unknownFormat) }
            return root
        } catch let error as HeaderMappingError {
            throw error
        } catch let error as YamlError {
            throw self.error(error.line ?? 1, .notYAML)
        } catch {
            throw self.error(1, .notYAML)
        }
    }

    private func mapping(from root: Node) throws(HeaderMappingError) -> HeaderMapping {
        let parts = try entries(of: root, key: "format", allowed: ["format", "dates", "blank", "vocabularies", "fields"])
        guard let format = parts["format"] else { throw error(1, .unknownFormat) }
        guard try word(format, key: "format") == "1" else { throw error(line(of: format), .unknownFormat) }

        let dateFormats = try dateFormats(from: parts["dates"])
        let blankWords = try parts["blank"].map { node throws(HeaderMappingError) in try words(node, key: "blank") } ?? []
        let vocabularies = try vocabularies(from: parts["vocabularies"])
        guard let fields = parts["fields"] else { throw error(line(of: root), .missingKey("fields")) }
        return HeaderMapping(
            fields: try self.fields(from: fields, vocabularies: vocabularies), vocabularies: vocabularies,
            dateFormats: dateFormats, blankWords: Set(blankWords))
    }

    private func dateFormats(from node: Node?) throws(HeaderMappingError) -> Set<DateFormat> {
        guard let node else { return [.dayMonthYear, .yearMonthDay] }
        var formats: Set<DateFormat> = []
        for entry in try list(node, key: "dates") {
            let spelling = try word(entry, key: "dates")
            guard let format = DateFormat(rawValue: spelling) else {
                throw error(line(of: entry), .unknownDateFormat(spelling))
            }
            formats.insert(format)
        }
        return formats
    }

    private func vocabularies(from node: Node?) throws(HeaderMappingError) -> [String: Vocabulary] {
        var vocabularies: [String: Vocabulary] = [:]
        for (name, words) in try pairs(of: node, key: "vocabularies") {
            var claims: [String: String] = [:]
            var entries: [(code: String, words: [String])] = []
            for (code, spellings) in try pairs(of: words, key: name) {
                let spellings = try list(spellings, key: code)
                var entry: [String] = []
                for spelling in spellings {
                    let text = try word(spelling, key: code)
                    try claim(text, for: code, at: spelling, in: &claims)
                    entry.append(text)
                }
                entries.append((code, entry))
            }
            vocabularies[name] = Vocabulary(entries)
        }
        return vocabularies
    }

    // MARK: Fields

    private func fields(
        from node: Node, vocabularies: [String: Vocabulary]
    ) throws(HeaderMappingError) -> [HeaderMapping.Field] {
        var claims: [String: String] = [:]
        var fields: [HeaderMapping.Field] = []
        for (id, definition) in try pairs(of: node, key: "fields") {
            guard known.contains(id) else { throw error(line(of: definition), .unknownField(id)) }
            let parts = try entries(of: definition, key: id, allowed: ["headers", "required", "kind", "words"])
            guard let headers = parts["headers"] else { throw error(line(of: definition), .missingKey("headers")) }
            var names: [String] = []
            for header in try list(headers, key: "headers") {
                let name = try word(header, key: "headers")
                try claim(name, for: id, at: header, in: &claims)
                names.append(name)
            }
            let isRequired = try parts["required"].map { node throws(HeaderMappingError) in try boolean(node) } ?? false
            if required.contains(id), !isRequired { throw error(line(of: definition), .fieldNotRequired(id)) }
            let kind = try kind(from: parts, at: definition, vocabularies: vocabularies)
            fields.append(HeaderMapping.Field(id: id, headers: names, isRequired: isRequired, kind: kind))
        }
        if let absent = required.subtracting(fields.map(\.id)).min() {
            throw error(line(of: node), .fieldNotRequired(absent))
        }
        return fields
    }

    private func kind(
        from parts: [String: Node], at definition: Node, vocabularies: [String: Vocabulary]
    ) throws(HeaderMappingError) -> HeaderMapping.Kind {
        var vocabulary: String?
        if let node = parts["words"] {
            let name = try word(node, key: "words")
            guard vocabularies[name] != nil else { throw error(line(of: node), .unknownVocabulary(name)) }
            vocabulary = name
        }
        let spelling = try parts["kind"].map { node throws(HeaderMappingError) in try word(node, key: "kind") } ?? "text"
        switch (spelling, vocabulary) {
        case ("date", _): return .date(orWord: vocabulary)
        case ("degree", _): return .degree(orWord: vocabulary)
        case ("words", .some(let name)): return .words(name)
        case ("words", nil): throw error(line(of: definition), .missingKey("words"))
        case (_, .some): throw error(line(of: definition), .unknownKey("words"))
        case ("text", nil): return .text
        default: throw error(parts["kind"].map(line(of:)) ?? line(of: definition), .unknownKind(spelling))
        }
    }

    /// Notes whose a header or word is; refuses one that is another's.
    private func claim(
        _ name: String, for owner: String, at node: Node, in claims: inout [String: String]
    ) throws(HeaderMappingError) {
        let key = NameKey.key(of: name)
        guard claims[key] ?? owner == owner else { throw error(line(of: node), .claimedTwice(name)) }
        claims[key] = owner
    }

    // MARK: Shapes

    private func pairs(of node: Node?, key: String) throws(HeaderMappingError) -> [(String, Node)] {
        guard let node else { return [] }
        guard let mapping = node.mapping else { throw error(line(of: node), .unexpected(key: key, expected: .mapping)) }
        var pairs: [(String, Node)] = []
        for (name, value) in mapping { pairs.append((try word(name, key: key), value)) }
        return pairs
    }

    private func entries(
        of node: Node, key: String, allowed: Set<String>
    ) throws(HeaderMappingError) -> [String: Node] {
        let pairs = try pairs(of: node, key: key)
        for (name, value) in pairs where !allowed.contains(name) { throw error(line(of: value), .unknownKey(name)) }
        return Dictionary(pairs) { first, _ in first }
    }

    private func list(_ node: Node, key: String) throws(HeaderMappingError) -> [Node] {
        guard let sequence = node.sequence, !sequence.isEmpty else {
            throw error(line(of: node), .unexpected(key: key, expected: .list))
        }
        return Array(sequence)
    }

    private func words(_ node: Node, key: String) throws(HeaderMappingError) -> [String] {
        var words: [String] = []
        for entry in try list(node, key: key) { words.append(try word(entry, key: key)) }
        return words
    }

    private func word(_ node: Node, key: String) throws(HeaderMappingError) -> String {
        // The scalar's own spelling: `нет`, `1` and `yes` stay the words that they are.
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw error(line(of: node), .unexpected(key: key, expected: .word))
        }
        return text
    }

    private func boolean(_ node: Node) throws(HeaderMappingError) -> Bool {
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default: throw error(line(of: node), .unexpected(key: "required", expected: .boolean))
        }
    }

    private func line(of node: Node) -> Int {
        node.mark?.line ?? 1
    }

    private func error(_ line: Int, _ reason: HeaderMappingError.Reason) -> HeaderMappingError {
        HeaderMappingError(file: file, line: line, reason: reason)
    }
}

extension YamlError {
    /// The 1-based line that the parser names.
    var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }
}
