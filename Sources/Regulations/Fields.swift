import Casework
import Yams

/// A place in a file of the pack.
struct Place {
    /// The file's path within the pack.
    var file: String
    /// The line from 1.
    var line: Int
}

/// A node with the file it stands in.
struct Located {
    let node: Node
    let file: String
    var place: Place { Place(file: file, line: node.mark?.line ?? 0) }
}

/// One mapping of a pack file: values by key, each with its place.
struct Fields {
    let place: Place
    private let values: [String: Node]

    init(_ values: [String: Node], at place: Place) {
        self.values = values
        self.place = place
    }

    subscript(key: String) -> Located? { values[key].map { Located(node: $0, file: place.file) } }
    var keys: [String] { values.keys.sorted() }
}

/// Collects the faults of a pack while its nodes are read.
///
/// Every reading function answers nil after it has reported a fault, so that one pass finds them all.
final class FaultLog {
    private(set) var problems: [PackProblem] = []

    func report(_ code: PackProblemCode, at place: Place, _ arguments: String...) {
        problems.append(PackProblem(file: place.file, line: place.line, code: code, arguments: arguments))
    }

    /// The mapping of a node; keys outside `known` are reported.
    func fields(_ value: Located, known: [String]) -> Fields? {
        guard case .mapping(let mapping) = value.node else {
            report(.wrongShape, at: value.place, "mapping")
            return nil
        }
        var values: [String: Node] = [:]
        for (keyNode, node) in mapping {
            let key = keyNode.scalar?.string ?? ""
            if !known.contains(key) {
                let place = Place(file: value.file, line: keyNode.mark?.line ?? value.place.line)
                report(.unknownKey, at: place, key, known.joined(separator: ", "))
            }
            values[key] = node
        }
        return Fields(values, at: value.place)
    }

    /// The elements of a list.
    func list(_ value: Located) -> [Located] {
        guard case .sequence(let sequence) = value.node else {
            report(.wrongShape, at: value.place, "list")
            return []
        }
        return sequence.map { Located(node: $0, file: value.file) }
    }

    /// A text; an empty one counts as missing.
    func text(_ value: Located) -> String? {
        guard case .scalar(let scalar) = value.node else {
            report(.wrongShape, at: value.place, "text")
            return nil
        }
        return scalar.string
    }

    /// The text of a key that must be there.
    func required(_ key: String, in fields: Fields) -> String? {
        guard let value = fields[key] else {
            report(.missingKey, at: fields.place, key)
            return nil
        }
        guard let text = text(value) else { return nil }
        if text.isEmpty { report(.missingKey, at: value.place, key) }
        return text.isEmpty ? nil : text
    }

    /// The text of a key that may be absent.
    func optional(_ key: String, in fields: Fields) -> String? { fields[key].flatMap(text) }

    /// One text or a list of texts, each with its place.
    func texts(_ value: Located) -> [(text: String, place: Place)] {
        if case .scalar(let scalar) = value.node { return [(scalar.string, value.place)] }
        return list(value).compactMap { element in text(element).map { ($0, element.place) } }
    }

    /// A whole number within a range.
    func integer(_ value: Located, key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(value) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            report(.badValue, at: value.place, key, text, "\(range.lowerBound)–\(range.upperBound)")
            return nil
        }
        return number
    }

    /// Whether a key that may be absent is set; only `true` and `false` are words for it.
    func flag(_ key: String, in fields: Fields) -> Bool {
        guard let value = fields[key], let text = text(value) else { return false }
        if text != "true" && text != "false" { report(.badValue, at: value.place, key, text, "true, false") }
        return text == "true"
    }

    /// A day written `YYYY-MM-DD`.
    func date(_ key: String, in fields: Fields) -> CivilDate? {
        guard let value = fields[key], let text = text(value) else { return nil }
        guard let date = CivilDate(iso: text) else {
            report(.badDate, at: value.place, key, text)
            return nil
        }
        return date
    }

    /// A value of an enumeration by its raw value.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ text: String, key: String, at place: Place, as type: Value.Type = Value.self
    ) -> Value? where Value.RawValue == String {
        if let value = Value(rawValue: text) { return value }
        report(.badValue, at: place, key, text, Value.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// Reports a reference to something that the pack does not list.
    func check(_ id: String, isIn known: [String], kind: String, at place: Place) {
        if !known.contains(id) { report(.unknownReference, at: place, kind, id, known.joined(separator: ", ")) }
    }
}
