import CaseStore
import Casework
import Foundation
import Interchange
import Terminal

/// The form that asks in which file a register shall be written, and the writing.
enum RegisterExport {
    /// What came of writing.
    private enum Outcome: Sendable {
        case written(rows: Int)
        case failed(code: String, system: String)
        case unread(code: String, arguments: [String])
    }

    static func spec(
        _ register: RegisterDefinition, _ narrowing: RegisterNarrowing, in surroundings: RegisterSurroundings,
        session: Session
    ) -> FormSpec {
        let texts = session.texts
        let formats = RegisterFile.Format.allCases.reversed().map { ($0.rawValue, texts("register.format.\($0.rawValue)")) }
        let isNarrowed = narrowing != RegisterNarrowing()
        return FormSpec(
            id: "register.export", title: texts("register.export-title"),
            notes: [register.entry.title, texts(isNarrowed ? "register.export-narrowed" : "register.export-whole")],
            fields: [
                FieldSpec("format", label: "field.format", kind: .choice(formats), isRequired: true, initial: "xlsx"),
                FieldSpec(
                    "file", label: "field.file", kind: .text(maxLength: 200), isRequired: true,
                    initial: "\(register.entry.id)-\(surroundings.today.iso)"),
            ],
            keepsDraft: false,
            save: { values in
                guard let format = values["format"].flatMap(RegisterFile.Format.init), let name = values["file"]?.nonEmpty else {
                    return .rejected(["": texts("form.incomplete")])
                }
                let path = place(name, format)
                if FileManager.default.fileExists(atPath: path) {
                    return .rejected(["file": texts("register.file-exists", path)])
                }
                write(register, narrowing, format, to: path, in: surroundings, session: session)
                return .saved
            })
    }

    /// The file's whole path: beside where the program was started unless a folder is named, with the format's ending.
    static func place(_ name: String, _ format: RegisterFile.Format) -> String {
        let ending = ".\(format.rawValue)"
        let whole = name.lowercased().hasSuffix(ending) ? name : name + ending
        return URL(fileURLWithPath: (whole as NSString).expandingTildeInPath).path
    }

    /// Writes away from the loop; the status line says what came of it.
    private static func write(
        _ register: RegisterDefinition, _ narrowing: RegisterNarrowing, _ format: RegisterFile.Format, to path: String,
        in surroundings: RegisterSurroundings, session: Session
    ) {
        let (archive, texts) = (session.archive, session.texts)
        let heading = texts.heading(of: register, organisation: session.office.organisation, on: surroundings.today)
        session.runner.run(slot: "register.export") { () -> Outcome in
            do {
                var pages = try archive.register(register, narrowing, in: surroundings)
                let file = RegisterFile(definition: register, heading: heading, words: { texts($0) })
                return .written(rows: try file.write(format, to: path) { try pages.next(500, words: { texts($0) }) })
            } catch let error as DelimitedWriterError {
                return .failed(code: error.code, system: error.systemWords)
            } catch let error as StoreError {
                return .unread(code: error.code, arguments: error.arguments)
            } catch {
                return .failed(code: DelimitedWriterError.notWritten(errno: EIO).code, system: "")
            }
        } deliver: { outcome in
            switch outcome {
            case .written(let rows): session.say(texts.count("register.written", rows, path), .done)
            case .failed(let code, let system): session.say(texts(code, path, system), .failure)
            case .unread(let code, let arguments): session.say(texts("store.\(code)", arguments: arguments), .failure)
            }
        }
    }
}
