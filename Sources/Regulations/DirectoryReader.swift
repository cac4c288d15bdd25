import Casework
import Foundation

/// Reads the directory of a pack: `directory.csv` with the organisations of the act and `authorities.csv` with bodies of
/// power beside them.
///
/// One organisation a line, cells parted by `;`, several values of a cell by ` | `. A cell may stand in quotes, a quote
/// in it doubled; within an unquoted cell quotes stand as they are. Whatever the act prints is kept as printed.
extension PackReader {
    static let directoryFiles = ["directory.csv", "authorities.csv"]
    static let directoryColumns = [
        "number", "name", "short", "role", "point", "territory", "settlement", "district", "region", "sites", "addresses",
        "phones", "hotlines", "emails", "note",
    ]

    func readDirectory(regulation: String) -> [Organisation] {
        var organisations: [Organisation] = []
        var numbers: Set<Int> = []
        for file in PackReader.directoryFiles where FileManager.default.fileExists(atPath: "\(folder)/\(file)") {
            for row in directoryRows(file) {
                guard let organisation = organisation(row, regulation: regulation) else { continue }
                if !numbers.insert(organisation.number).inserted {
                    faults.report(.duplicateID, at: row.place, String(organisation.number))
                }
                organisations.append(organisation)
            }
        }
        return organisations
    }

    /// A line with its cells by column.
    private struct DirectoryRow {
        var place: Place
        var cells: [String: String]

        func text(_ column: String) -> String? {
            cells[column].map { $0.trimmingCharacters(in: .whitespaces) }.flatMap { $0.isEmpty ? nil : $0 }
        }

        func list(_ column: String) -> [String] {
            (text(column) ?? "").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
    }

    private func directoryRows(_ file: String) -> [DirectoryRow] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"), let text = String(data: data, encoding: .utf8)
        else {
            faults.report(.unreadable, at: Place(file: file, line: 0), file)
            return []
        }
        // A spreadsheet puts a byte order mark before the first heading.
        let lines = text.trimmingPrefix("\u{FEFF}").split(omittingEmptySubsequences: false) { $0.isNewline }
        let columns = lines.first.map { PackReader.cells(String($0)) } ?? []
        for column in columns where !PackReader.directoryColumns.contains(column) {
            let known = PackReader.directoryColumns.joined(separator: ", ")
            faults.report(.unknownKey, at: Place(file: file, line: 1), column, known)
        }
        var rows: [DirectoryRow] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            let place = Place(file: file, line: index + 1)
            let cells = PackReader.cells(String(line))
            // A quote that is never closed would swallow the cells after it.
            if cells.count > columns.count || PackReader.hasOpenQuote(String(line)) {
                faults.report(.wrongShape, at: place, "cells")
            }
            rows.append(DirectoryRow(place: place, cells: Dictionary(zip(columns, cells)) { first, _ in first }))
        }
        return rows
    }

    /// Whether a quoted cell of the line is not closed.
    static func hasOpenQuote(_ line: String) -> Bool {
        guard
            let start = line.range(of: ";\"").map({ line.index(after: $0.lowerBound) })
                ?? (line.first == "\"" ? line.startIndex : nil)
        else { return false }
        return line[start...].count { $0 == "\"" } % 2 == 1
    }

    static func cells(_ line: String) -> [String] {
        var cells: [String] = []
        var rest = line[...]
        while true {
            var cell = ""
            if rest.first == "\"" {
                rest.removeFirst()
                while let character = rest.popFirst() {
                    if character == "\"" {
                        if rest.first == "\"" { rest.removeFirst() } else { break }
                    }
                    cell.append(character)
                }
            }
            let end = rest.firstIndex(of: ";") ?? rest.endIndex
            cells.append(cell + rest[..<end])
            if end == rest.endIndex { return cells }
            rest = rest[rest.index(after: end)...]
        }
    }

    private func organisation(_ row: DirectoryRow, regulation: String) -> Organisation? {
        let number = row.text("number").flatMap { Int($0) }.flatMap { (1..<Organisation.firstOwnNumber).contains($0) ? $0 : nil }
        if number == nil {
            let range = "1–\(Organisation.firstOwnNumber - 1)"
            faults.report(.badValue, at: row.place, "number", row.text("number") ?? "", range)
        }
        let name = row.text("name")
        if name == nil { faults.report(.missingKey, at: row.place, "name") }
        let role = row.text("role").flatMap(OrganisationRole.init)
        if role == nil {
            let known = OrganisationRole.allCases.map(\.rawValue).joined(separator: ", ")
            faults.report(.badValue, at: row.place, "role", row.text("role") ?? "", known)
        }
        let territories = row.list("territory")
        if territories.isEmpty { faults.report(.missingKey, at: row.place, "territory") }
        if row.text("point") == nil { faults.report(.missingPoint, at: row.place) }
        for phone in row.list("phones") + row.list("hotlines") where !phone.contains(where: \.isNumber) {
            faults.report(.badValue, at: row.place, "phones", phone, "0–9")
        }
        for mail in row.list("emails") where !mail.contains("@") {
            faults.report(.badValue, at: row.place, "emails", mail, "имя@узел")
        }
        guard let number, let name, let role else { return nil }
        var organisation = Organisation(
            regulation: regulation, number: number, name: name, role: role, territories: territories)
        organisation.shortName = row.text("short")
        organisation.settlement = row.text("settlement")
        organisation.district = row.text("district")
        organisation.region = row.text("region")
        organisation.sites = row.list("sites")
        organisation.addresses = row.list("addresses").map { OrganisationAddress(line: $0) }
        organisation.phones = row.list("phones")
        organisation.hotlines = row.list("hotlines")
        organisation.emails = row.list("emails")
        organisation.note = row.text("note")
        organisation.basis = LegalBasis(act: shortName, point: row.text("point"))
        return organisation
    }
}
