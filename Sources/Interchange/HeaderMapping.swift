/// Which columns of a foreign table hold which of our fields, and in what words and formats.
///
/// Read from a YAML file, so that an office adapts to its sender's table without a programmer; the shipped ones are in
/// `Resources/Mappings`.
///
/// ```yaml
/// format: 1
/// dates: [D.M.YYYY, YYYY-MM-DD]
/// blank: ["-", "нет данных"]
/// vocabularies:
///   disability:
///     group-1: [I группа, 1 группа, "1"]
/// fields:
///   family: { headers: [Фамилия], required: true }
///   born: { headers: [Дата рождения, Д.р.], required: true, kind: date }
///   disability: { headers: [Инвалидность], kind: words, words: disability }
/// ```
public struct HeaderMapping: Sendable, Equatable {
    /// One of our fields.
    public struct Field: Sendable, Equatable {
        /// Our name of the field, e.g. `family`.
        public let id: String
        /// Names of columns that hold it; case, ё and е, spaces, dots and other signs do not matter.
        public let headers: [String]
        /// Whether a table without the column, or a row with an empty cell in it, is refused.
        public let isRequired: Bool
        /// How its cells are read.
        public let kind: Kind

        /// Creates a field.
        public init(id: String, headers: [String], isRequired: Bool = false, kind: Kind = .text) {
            self.id = id
            self.headers = headers
            self.isRequired = isRequired
            self.kind = kind
        }
    }

    /// How a field's cells are read.
    public enum Kind: Sendable, Equatable {
        /// Clean text.
        case text
        /// A date; where a vocabulary is given, also one of its words («бессрочно»).
        case date(orWord: String?)
        /// A degree from 0 to 3; where a vocabulary is given, also one of its words («1 степень»), whose codes are `0`–`3`.
        case degree(orWord: String?)
        /// A word of the named vocabulary.
        case words(String)

        /// The name of the vocabulary that the field's cells may be words of.
        public var vocabulary: String? {
            switch self {
            case .text: nil
            case .date(let name), .degree(let name): name
            case .words(let name): name
            }
        }
    }

    /// The fields, in the order of the file.
    public let fields: [Field]
    /// Vocabularies by name.
    public let vocabularies: [String: Vocabulary]
    /// The date formats that are accepted.
    public let dateFormats: Set<DateFormat>
    /// Cells with exactly this text count as empty, unless the field's vocabulary knows it as a word.
    public let blankWords: Set<String>

    private let longestBlankWord: Int

    /// Creates a mapping from its parts; ``HeaderMappingFile`` reads and checks one from YAML.
    public init(
        fields: [Field], vocabularies: [String: Vocabulary] = [:], dateFormats: Set<DateFormat> = [.dayMonthYear, .yearMonthDay],
        blankWords: Set<String> = []
    ) {
        self.fields = fields
        self.vocabularies = vocabularies
        self.dateFormats = dateFormats
        self.blankWords = blankWords
        longestBlankWord = blankWords.map(\.utf8.count).max() ?? 0
    }

    /// Finds the fields' columns in a header.
    public func plan(for header: [String]) -> ColumnPlan {
        ColumnPlan(self, header: header)
    }

    /// Reads a cell as its field says.
    ///
    /// - Parameters:
    ///   - raw: The cell as it stands in the file.
    ///   - field: The field whose column it is in.
    /// - Returns: The value; nil for an empty cell of a field that is not required.
    /// - Throws: ``ValueError``.
    public func value(_ raw: String, of field: Field) throws(ValueError) -> CellValue? {
        let text = try CleanText.clean(raw)
        let vocabulary = field.kind.vocabulary.flatMap { vocabularies[$0] }
        // Most dates are dates: looking them up among the words first would double the time of an import.
        if case .date = field.kind, let day = try? YearMonthDay(text, formats: dateFormats) { return .day(day) }
        // Before the blank words: «нет» in a field of yes and no is an answer.
        if let code = vocabulary?.code(for: text) {
            if case .degree = field.kind { return .degree(try Self.degree(code)) }
            return .word(code)
        }
        if isBlank(text) {
            if field.isRequired { throw .missing }
            return nil
        }
        switch field.kind {
        case .text: return .text(text)
        case .date: return .day(try YearMonthDay(text, formats: dateFormats))
        case .degree: return .degree(try Self.degree(text))
        case .words: throw .unknownWord
        }
    }

    private func isBlank(_ text: String) -> Bool {
        // The length first: Swift hashes Russian text slowly, since it has to normalise it.
        text.isEmpty || (text.utf8.count <= longestBlankWord && blankWords.contains(text))
    }

    /// Reads a degree of a life restriction.
    ///
    /// - Throws: ``ValueError/notADegree``.
    public static func degree(_ text: String) throws(ValueError) -> Int {
        guard text.utf8.count == 1, let degree = Int(text), (0...3).contains(degree) else { throw .notADegree }
        return degree
    }
}

/// A cell's value, read as its field says.
public enum CellValue: Sendable, Equatable {
    /// Clean text.
    case text(String)
    /// A day.
    case day(YearMonthDay)
    /// The code that a word of a vocabulary stands for.
    case word(String)
    /// A degree, 0–3.
    case degree(Int)

    /// The text of a text field.
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The day of a date field.
    public var day: YearMonthDay? { if case .day(let day) = self { day } else { nil } }
    /// The code of a word.
    public var word: String? { if case .word(let word) = self { word } else { nil } }
    /// The degree of a degree field.
    public var degree: Int? { if case .degree(let degree) = self { degree } else { nil } }
    /// The answer, where the word's code is `yes` or `no`.
    public var answer: Bool? { word == "yes" ? true : word == "no" ? false : nil }
}
