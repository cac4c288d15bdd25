/// What is wrong with a mapping file, and where: `file:line`. Wording lives in `Resources/*.lproj` under ``code``.
public struct HeaderMappingError: Error, Sendable, Equatable {
    /// The path as it was given.
    public let file: String
    /// The 1-based line.
    public let line: Int
    /// What is wrong.
    public let reason: Reason

    /// What can be wrong. The texts are keys and words of the mapping file itself.
    public enum Reason: Sendable, Equatable {
        /// The file cannot be read, is not UTF-8, or is larger than 256 KiB.
        case unreadable(ForeignFileError)
        /// Not YAML, or a key stands twice in one place.
        case notYAML
        /// `format` is absent or not 1.
        case unknownFormat
        /// Something else than expected stands under the key.
        case unexpected(key: String, expected: Shape)
        /// A key that means nothing here.
        case unknownKey(String)
        /// A key that has to be there.
        case missingKey(String)
        /// A field that the import does not know.
        case unknownField(String)
        /// A field that the import cannot do without has no entry, or is not marked as required.
        case fieldNotRequired(String)
        /// A kind other than `text`, `date`, `degree`, `words`.
        case unknownKind(String)
        /// A date format that we do not read.
        case unknownDateFormat(String)
        /// A vocabulary that the file does not hold.
        case unknownVocabulary(String)
        /// Two fields claim one header, or two codes of a vocabulary claim one word.
        case claimedTwice(String)
    }

    /// What was expected under a key.
    public enum Shape: String, Sendable {
        /// Keys with values.
        case mapping
        /// A list of words.
        case list
        /// A single word.
        case word
        /// `true` or `false`.
        case boolean
    }

    /// The stable key of the wording, e.g. `mapping.unknown-key`.
    public var code: String {
        switch reason {
        case .unreadable: "mapping.unreadable"
        case .notYAML: "mapping.not-yaml"
        case .unknownFormat: "mapping.unknown-format"
        case .unexpected(_, let shape): "mapping.expected-\(shape.rawValue)"
        case .unknownKey: "mapping.unknown-key"
        case .missingKey: "mapping.missing-key"
        case .unknownField: "mapping.unknown-field"
        case .fieldNotRequired: "mapping.field-not-required"
        case .unknownKind: "mapping.unknown-kind"
        case .unknownDateFormat: "mapping.unknown-date-format"
        case .unknownVocabulary: "mapping.unknown-vocabulary"
        case .claimedTwice: "mapping.claimed-twice"
        }
    }
}
