import Casework
import Foundation
import Testing

@testable import MarshrutResources

@Suite("Wording in both languages")
struct WordingTests {
    private let russian = Texts(language: .ru)
    private let english = Texts(language: .en)
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Forms of plurals that only one language has.
    private func plain(_ keys: some Collection<String>) -> Set<String> { Set(keys.filter { !$0.hasSuffix("#few") }) }

    @Test("Both languages have the same keys")
    func sameKeys() {
        let onlyRussian = plain(russian.keys).subtracting(plain(english.keys)).sorted()
        let onlyEnglish = plain(english.keys).subtracting(plain(russian.keys)).sorted()
        #expect(onlyRussian.isEmpty)
        #expect(onlyEnglish.isEmpty)
        #expect(russian.keys.count > 300)
    }

    @Test("Both languages have the same placeholders")
    func samePlaceholders() {
        for key in plain(english.keys) {
            let left = placeholders(russian.raw(key) ?? "")
            let right = placeholders(english.raw(key) ?? "")
            #expect(left == right, "\(key)")
        }
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([0-9]+)[^}]*\}/).map { String($0.output.1) })
    }

    @Test("Every plural has all its forms")
    func pluralForms() {
        for key in russian.keys where key.hasSuffix("#one") {
            let stem = key.dropLast("one".count)
            #expect(russian.has("\(stem)few") && russian.has("\(stem)many") && english.has("\(stem)many"), "\(key)")
        }
    }

    @Test("Every file can be read to its end", arguments: Language.allCases)
    func filesAreRead(language: Language) throws {
        for room in Texts.rooms {
            let path = ResourceFolder.path("\(language.rawValue).lproj", "\(room).strings")
            let data = try #require(FileManager.default.contents(atPath: path), "\(path)")
            var table: [String: String] = [:]
            do { try data.withUnsafeBytes { try StringsFile.read($0, into: &table) } } catch {
                Issue.record("\(path):\(error)")
            }
            let entries = String(decoding: data, as: UTF8.self).split(separator: "\n").count { $0.hasPrefix("\"") }
            #expect(table.count == entries, "a key stands twice in \(path)")
        }
    }

    @Test("No key stands in two files", arguments: Language.allCases)
    func noKeyTwice(language: Language) throws {
        var owner: [String: String] = [:]
        for room in Texts.rooms {
            var table: [String: String] = [:]
            let data = FileManager.default.contents(atPath: ResourceFolder.path("\(language.rawValue).lproj", "\(room).strings"))
            try data?.withUnsafeBytes { try StringsFile.read($0, into: &table) }
            for key in table.keys {
                #expect(owner[key] == nil, "\(key) in \(room) and \(owner[key] ?? "")")
                owner[key] = room
            }
        }
    }

    /// Names of keys, standards and systems that are written in Latin letters in Russian too.
    private static let latinAllowed: Set<String> = [
        "YAML", "CSV", "XML", "XLSX", "PDF", "TXT", "JSON", "UTF", "CP", "F", "Ctrl", "Esc", "Enter", "Tab", "Ins", "Del", "Home",
        "End", "PgUp", "PgDn", "Alt", "Shift", "point", "ours", "true", "satisfiedBy", "regulations", "SQLite", "marshrut", "I",
        "II", "III", "inForce", "term", "beforeEnd", "S",
    ]

    /// Rooms whose wording names subcommands, options and columns as they are typed: Latin letters belong there.
    private static let typedRooms: Set<String> = ["cli", "help", "import", "store"]

    @Test("Russian wording of screens, papers and rules has no Latin letters beyond names")
    func noLatin() throws {
        var typed: [String: String] = [:]
        for room in WordingTests.typedRooms {
            let data = FileManager.default.contents(atPath: ResourceFolder.path("ru.lproj", "\(room).strings"))
            try data?.withUnsafeBytes { try StringsFile.read($0, into: &typed) }
        }
        for key in russian.keys where typed[key] == nil {
            let text = (russian.raw(key) ?? "").replacing(/\{[^}]*\}/, with: "")
            for word in text.matches(of: /[A-Za-z]+/).map({ String($0.output) }) {
                #expect(WordingTests.latinAllowed.contains(word), "\(key): \(word)")
            }
        }
    }

    @Test("Every refusal and finding of the sources has wording")
    func codesHaveWording() throws {
        let sources = WordingTests.root.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var found = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /\bRefusal\(\s*"([a-z][^"\\]*)"/) { found += check("refusal.\(match.output.1)") }
            for match in text.matches(of: /\bRefusal\([^")]*\? "([a-z][^"\\]*)" : "([a-z][^"\\]*)"/) {
                found += check("refusal.\(match.output.1)") + check("refusal.\(match.output.2)")
            }
            for match in text.matches(of: /\bFinding\(\s*\.[a-z]+,\s*"([a-z][^"\\]*)"/) {
                found += check("finding.\(match.output.1)")
            }
        }
        #expect(found > 50)
        for method in ContactMethod.allCases { _ = check("refusal.ladder.\(method.rawValue)-too-early") }
    }

    private func check(_ key: String) -> Int {
        #expect(russian.has(key), "\(key)")
        return 1
    }

    @Test("Every value of the domain's enumerations has wording")
    func enumerations() {
        func all<Value: CaseIterable & RawRepresentable>(_ type: Value.Type, _ prefix: String) where Value.RawValue == String {
            for value in type.allCases { #expect(russian.has("\(prefix).\(value.rawValue)"), "\(prefix).\(value.rawValue)") }
        }
        all(Sex.self, "sex")
        all(DisabilityStatus.self, "status")
        all(LifeRestriction.self, "restriction")
        all(CitizenFlag.self, "flag")
        all(ContactMethod.self, "method")
        all(ContactOutcome.self, "outcome")
        all(ConsentKind.self, "consent")
        all(MeetingStatus.self, "meeting-status")
        all(ProgramStatus.self, "program-status")
        all(ObligationState.self, "obligation-state")
        all(OverrideKind.self, "decision")
        all(Severity.self, "severity")
        all(RecordKind.self, "record")
        all(ActionName.self, "action")
        all(ActionName.self, "done")
        all(DayKind.self, "day-kind")
        for event in EventName.known { #expect(russian.has("event.\(event.rawValue)"), "\(event.rawValue)") }
        for degree in 0...3 { #expect(russian.has("degree.\(degree)")) }
    }
}
