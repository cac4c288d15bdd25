import Casework
import Foundation

@testable import Regulations

/// A small act written into a folder of its own, one file for each thing that a test may spoil.
struct TrialPack {
    let folder: URL

    /// A pack with the given files in place of its own.
    init(_ files: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)/trial-1")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in TrialPack.files.merging(files, uniquingKeysWith: { $1 }) {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
    }

    /// The faults as `file:line code`.
    var faults: [String] { RegulationPack.check(folder.path).map { "\($0.file):\($0.line) \($0.code.rawValue)" } }

    func load() throws -> RegulationPack { try RegulationPack.load(folder.path) }

    func remove() { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

    static let files = [
        "act.yaml": """
        act:
          id: trial-1
          short: 1-п
          title: Порядок сопровождения
          inForce: {from: 2025-01-01}
          consentPoint: 1
          surveyPoint: 2
          refusedStage: refused
          closedStage: closed
        roles: [{id: curator, point: 1, title: Куратор}]
        sources: [{id: personal, point: 1, title: Личное обращение}]
        programKinds: [{id: plan, point: 5, abbreviation: План, title: План сопровождения}]
        registrySubjects: []
        closingGrounds: [{id: done, ours: true, title: Завершено}]
        stages:
          - {id: start, point: 1, title: Начало, reachedBy: [referral-received]}
          - {id: refused, ours: true, title: Отказ}
          - {id: closed, ours: true, title: Закрыто}
        """,
        "categories.yaml": """
        categories:
          - {id: child, point: 3, title: Дети, who: {age: {below: 18}, status: child}}
          - {id: adult, point: 3, title: Взрослые, who: {age: {from: 18}, status: [group-1, group-2]}}
        """,
        "office.yaml": """
        officeTerms:
          - {id: review, ours: true, title: Напоминание до дня рождения, default: 30}
        """,
        "entries.yaml": """
        entries:
          - id: request
            point: 15
            title: Межведомственный запрос
            fields:
              - {id: via, title: Канал, kind: choice, choices: [{id: smev, title: СМЭВ}, {id: other, title: Иной}]}
              - {id: answered, title: Дата ответа, kind: date}
              - {id: who, title: Кто, kind: text}
            events:
              - {event: request-sent, at: date, with: {via: $via}}
              - {event: request-answered, at: answered, with: {via: $via, by: $who, sort: paper}}
              - {event: agreement-signed, at: date}
          - id: accompaniment
            point: 5
            title: Сопровождение
            fields: [{id: months, title: Месяцев, kind: number}]
            events:
              - {event: accompaniment-started, at: date, with: {months: $months}}
              - {event: accompaniment-extended, at: date, with: {months: $months}}
        """,
        "rules.yaml": """
        obligations:
        \(rule())
        """,
    ]

    /// One obligation, with some lines of its own; nil takes a line away.
    static func rule(_ changes: [String: String?] = [:], id: String = "answer") -> String {
        let lines: [(String, String)] = [
            ("point", "15"), ("title", "Получить ответ"), ("responsible", "curator"),
            ("when", "{event: request-sent, via: smev}"),
            ("due", "{hours: 48}"), ("satisfiedBy", "[{event: request-answered, same: true}]"),
        ]
        var text = "  - id: \(id)\n"
        for (key, value) in lines {
            guard let value = changes[key, default: value] else { continue }
            text += "    \(key): \(value)\n"
        }
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) where !lines.contains(where: { $0.0 == key }) {
            if let value { text += "    \(key): \(value)\n" }
        }
        return text
    }
}
