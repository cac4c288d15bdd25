import Casework
import Foundation

/// Registers: one to a file of the pack's `registers/`, read when everything they speak of is known.
extension PackReader {
    static let registerKeys = [
        "id", "title", "point", "ours", "note", "reading", "rows", "order", "where", "columns", "columnsOf",
    ]

    /// The registers of the pack; `columnsOf` takes the columns of another one, whichever file that stands in.
    func readRegisters(of regulation: Regulation) -> [RegisterDefinition] {
        var registers: [RegisterDefinition] = []
        var borrowed: [(register: Int, from: String, place: Place)] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/registers")) ?? []
        for name in names.sorted() where name.hasSuffix(".yaml") {
            guard let root = compose("registers/\(name)"), let file = faults.fields(root, known: ["register", "pointsOf"]) else {
                continue
            }
            guard let value = file["register"] else {
                faults.report(.missingKey, at: file.place, "register")
                continue
            }
            guard let fields = faults.fields(value, known: PackReader.registerKeys) else { continue }
            let reader = RegisterReader(pack: self, regulation: regulation)
            guard let register = reader.register(fields, pointsOf: faults.optional("pointsOf", in: file)) else { continue }
            if registers.contains(where: { $0.entry.id == register.entry.id }) {
                faults.report(.duplicateID, at: fields["id"]?.place ?? fields.place, register.entry.id)
            }
            if let from = fields["columnsOf"], let id = faults.text(from) {
                borrowed.append((registers.count, id, from.place))
            }
            registers.append(register)
        }
        let owners = registers.filter { !$0.columns.isEmpty }
        for (index, id, place) in borrowed {
            faults.check(id, isIn: owners.map(\.entry.id), kind: "register", at: place)
            registers[index].columns = owners.first { $0.entry.id == id }?.columns ?? []
        }
        return registers
    }
}

/// Reads one register of a pack.
struct RegisterReader {
    let pack: PackReader
    let regulation: Regulation
    var faults: FaultLog { pack.faults }

    func register(_ fields: Fields, pointsOf: String?) -> RegisterDefinition? {
        let entry = pack.entry(fields, pointsOf: pointsOf)
        let note = faults.optional("note", in: fields)
        let reading = pack.reading(fields)
        let rows = fields["rows"].flatMap(self.rows) ?? .cases
        let order = fields["order"].flatMap { self.order($0, of: rows) } ?? RegisterReader.orders(rows)[0]
        let filter = fields["where"].map { self.filter($0, of: rows) } ?? RegisterFilter()
        var columns: [RegisterColumn] = []
        if let list = fields["columns"] {
            columns = faults.list(list).compactMap { column($0, of: rows) }
            checkUnique(list)
        } else if fields["columnsOf"] == nil {
            faults.report(.missingKey, at: fields.place, "columns")
        }
        guard let entry else { return nil }
        return RegisterDefinition(
            regulation: regulation.id, entry: entry, note: note, reading: reading, rows: rows, order: order,
            filter: filter, columns: columns)
    }

    private func rows(_ value: Located) -> RegisterRows? {
        if case .scalar(let scalar) = value.node {
            if scalar.string == "case" { return .cases }
            faults.report(.badValue, at: value.place, "rows", scalar.string, "case, {entry: …}, {office: …}")
            return nil
        }
        guard let fields = faults.fields(value, known: ["entry", "office"]) else { return nil }
        if let entry = fields["entry"] { return reference(entry, in: kinds(.caseFile), kind: "entry").map(RegisterRows.entries) }
        if let entry = fields["office"] { return reference(entry, in: kinds(.office), kind: "entry").map(RegisterRows.office) }
        faults.report(.missingKey, at: fields.place, "entry")
        return nil
    }

    /// The orders that rows can have, the first being the usual one.
    private static func orders(_ rows: RegisterRows) -> [RegisterOrder] {
        switch rows {
        case .cases: [.number, .received, .name]
        case .entries: [.date, .number]
        case .office: [.date]
        }
    }

    private func order(_ value: Located, of rows: RegisterRows) -> RegisterOrder? {
        guard let text = faults.text(value) else { return nil }
        let known = RegisterReader.orders(rows)
        if let order = RegisterOrder(rawValue: text), known.contains(order) { return order }
        faults.report(.badValue, at: value.place, "order", text, known.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// The ids of the pack's kinds of entries, of one scope.
    func kinds(_ scope: EntryKind.Scope) -> [String] {
        regulation.entryKinds.filter { $0.scope == scope }.map(\.entry.id)
    }

    /// The kind of the entries that rows are.
    func ownKind(_ rows: RegisterRows) -> EntryKind? {
        switch rows {
        case .cases: nil
        case .entries(let kind), .office(let kind): regulation.entryKind(kind)
        }
    }

    // MARK: Columns

    static let columnKeys = ["id", "title", "value", "width", "point", "ours"]

    private func column(_ value: Located, of rows: RegisterRows) -> RegisterColumn? {
        guard let fields = faults.fields(value, known: RegisterReader.columnKeys) else { return nil }
        let id = faults.required("id", in: fields)
        let title = faults.required("title", in: fields)
        let width = fields["width"].flatMap { faults.integer($0, key: "width", in: 2...200) }
        let isOurs = faults.flag("ours", in: fields)
        guard let inner = fields["value"] else {
            faults.report(.missingKey, at: fields.place, "value")
            return nil
        }
        let read = self.value(inner, of: rows)
        guard let id, let title, let read else { return nil }
        return RegisterColumn(id: id, title: title, value: read, width: width, isOurs: isOurs)
    }

    private func checkUnique(_ list: Located) {
        var seen: Set<String> = []
        for element in list.node.sequence ?? [] {
            guard let id = element.mapping?["id"], let text = id.scalar?.string, !seen.insert(text).inserted else { continue }
            faults.report(.duplicateID, at: Place(file: list.file, line: id.mark?.line ?? 0), text)
        }
    }
}
