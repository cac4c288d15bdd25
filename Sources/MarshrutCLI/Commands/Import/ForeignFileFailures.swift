import Foundation
import Interchange
import MarshrutResources

extension CommandFailure {
    /// A foreign file that cannot be read: `FILE:line: what`.
    static func foreignFile(_ error: ForeignFileError, _ path: String, _ texts: Texts) -> CommandFailure {
        let place = error.line.map { "\(path):\($0)" } ?? path
        return badInput("import.place", place, texts(error.code, arguments: error.arguments(path, texts)))
    }

    /// A header that does not do.
    static func header(_ problems: [ColumnPlan.Problem], _ path: String, _ texts: Texts) -> CommandFailure {
        let details = problems.map { problem in
            switch problem {
            case .missing(_, let header): texts(problem.code, header)
            case .ambiguous(let field, let columns):
                texts(problem.code, columns.map(String.init).joined(separator: ", "), field)
            }
        }
        return badInput("header.bad", arguments: [path], details: details)
    }

    /// A mapping file that is wrong: `FILE:line: what`.
    static func mapping(_ error: HeaderMappingError, _ texts: Texts) -> CommandFailure {
        let detail: String
        switch error.reason {
        case .unreadable(let cause): detail = texts(cause.code, arguments: cause.arguments(error.file, texts))
        case .notYAML, .unknownFormat: detail = ""
        case .unexpected(let key, _): detail = key
        case .unknownKey(let name), .missingKey(let name), .unknownField(let name), .fieldNotRequired(let name),
            .unknownKind(let name), .unknownDateFormat(let name), .unknownVocabulary(let name), .claimedTwice(let name):
            detail = name
        }
        return badInput("import.place", "\(error.file):\(error.line)", texts(error.code, detail))
    }
}

extension ForeignFileError {
    /// What the wording needs: path, line, column, limit, what else, byte.
    func arguments(_ path: String, _ texts: Texts) -> [String] {
        var limit = ""
        var more = ""
        var byte = ""
        switch self {
        case .fileTooLarge(let bytes, let most): (more, limit) = (ByteCount.words(bytes, texts), ByteCount.words(most, texts))
        case .lineTooLong(_, let most), .rowTooLong(_, let most), .fieldTooLong(_, _, let most):
            limit = ByteCount.words(most, texts)
        case .tooManyColumns(_, let most), .tooManyRows(let most): limit = String(most)
        case .unreadable(let number): more = String(cString: strerror(number))
        case .undecodable(let encoding, _, let place): (more, byte) = (texts("encoding.\(encoding.rawValue)"), String(place))
        default: break
        }
        return [path, line.map(String.init) ?? "", column.map(String.init) ?? "", limit, more, byte]
    }
}

/// Sizes in words.
enum ByteCount {
    /// «512 МиБ».
    static func words(_ bytes: Int, _ texts: Texts) -> String {
        if bytes >= 1 << 20 { return texts("size.mib", String(bytes >> 20)) }
        if bytes >= 1 << 10 { return texts("size.kib", String(bytes >> 10)) }
        return texts("size.bytes", String(bytes))
    }
}
