import Casework
import Yams

/// A programme written down in YAML, for `marshrut program draft N --from FILE.yaml`.
///
/// ```yaml
/// from: 2025-04-01
/// until: 2026-03-31
/// measures:
///   - { area: medical, title: Осмотр невролога, volume: 1 приём, periodicity: раз в квартал, duration: 1 год }
/// ```
public struct ProgramFile: Sendable, Equatable {
    /// The lines.
    public var measures: [Measure]
    /// First day of its term, where set.
    public var from: CivilDate?
    /// Last day of its term, where set.
    public var until: CivilDate?
    /// A note.
    public var note: String?

    /// Reads a file.
    /// - Throws: ``ProgramFileError`` with the line.
    public static func read(_ path: String) throws(ProgramFileError) -> ProgramFile {
        let yaml: String
        do throws(ForeignFileError) {
            yaml = try ForeignFile(path: path, encoding: .utf8, limits: ForeignFile.Limits(fileBytes: 256 << 10)).wholeText()
        } catch {
            throw ProgramFileError(line: error.line ?? 0, code: "program-file.unreadable")
        }
        return try parse(yaml)
    }

    /// Parses the text.
    public static func parse(_ yaml: String) throws(ProgramFileError) -> ProgramFile {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml, .basic)
        } catch {
            throw ProgramFileError(line: (error as? YamlError).flatMap(\.line) ?? 0, code: "program-file.syntax")
        }
        guard case .mapping(let mapping)? = root else { throw ProgramFileError(line: 1, code: "program-file.shape") }
        var file = ProgramFile(measures: [])
        for (key, value) in mapping {
            let line = key.mark?.line ?? 0
            switch key.scalar?.string {
            case "measures":
                guard case .sequence(let list) = value else { throw ProgramFileError(line: line, code: "program-file.shape") }
                for node in list { file.measures.append(try measure(node, line)) }
            case "from": file.from = try date(value, line)
            case "until": file.until = try date(value, line)
            case "note": file.note = value.scalar?.string.nonEmpty
            default: throw ProgramFileError(line: line, code: "program-file.key", arguments: [key.scalar?.string ?? ""])
            }
        }
        return file
    }

    private static func date(_ node: Node, _ line: Int) throws(ProgramFileError) -> CivilDate {
        guard let text = node.scalar?.string, let date = CivilDate(iso: text) else {
            throw ProgramFileError(line: node.mark?.line ?? line, code: "program-file.date")
        }
        return date
    }

    private static func measure(_ node: Node, _ line: Int) throws(ProgramFileError) -> Measure {
        let line = node.mark?.line ?? line
        guard case .mapping(let mapping) = node else { throw ProgramFileError(line: line, code: "program-file.shape") }
        var measure = Measure(area: "", title: "")
        for (key, value) in mapping {
            guard let text = value.scalar?.string else {
                throw ProgramFileError(line: key.mark?.line ?? line, code: "program-file.shape")
            }
            switch key.scalar?.string {
            case "area": measure.area = text
            case "title": measure.title = text
            case "volume": measure.volume = text
            case "periodicity": measure.periodicity = text
            case "duration": measure.duration = text
            case "executor": measure.executor = text.nonEmpty
            default:
                throw ProgramFileError(
                    line: key.mark?.line ?? line, code: "program-file.key", arguments: [key.scalar?.string ?? ""])
            }
        }
        if measure.area.isEmpty || measure.title.nonEmpty == nil {
            throw ProgramFileError(line: line, code: "program-file.measure")
        }
        return measure
    }
}

/// What is wrong with a programme file; the wording stands under ``code``, `{0}` being the place.
public struct ProgramFileError: Error, Sendable, Equatable {
    /// The 1-based line; 0 for the file as a whole.
    public var line: Int
    /// The wording's key.
    public var code: String
    /// What the wording needs behind the place.
    public var arguments: [String] = []
}
