import Casework
import Yams

/// What the pack's own kinds of records tell of, as far as rules need it: whether the rest of a record is right is for
/// the reader of the records to say, so nothing is reported here.
extension PackReader {
    /// Fills ``declared`` and ``declaredKinds`` before any rule is read.
    func findDeclaredEvents() {
        for section in sections["entries"] ?? [] {
            guard case .sequence(let kinds) = section.value.node else { continue }
            for kind in kinds {
                guard let kind = kind.mapping else { continue }
                if let id = kind[Node("id")]?.scalar?.string { declaredKinds.append(id) }
                for event in kind[Node("events")]?.sequence ?? [] { declare(event, of: kind) }
            }
        }
    }

    private func declare(_ event: Node, of kind: Node.Mapping) {
        guard let event = event.mapping, let name = event[Node("event")]?.scalar?.string else { return }
        var attributes = declared[EventName(rawValue: name)] ?? [:]
        for (key, value) in event[Node("with")]?.mapping ?? [:] {
            guard let key = key.scalar?.string, let text = value.scalar?.string else { continue }
            let values = values(text, of: kind)
            // Once any record may give any value, the attribute has no list.
            if let known = attributes[key] {
                attributes[key] = .some(known.flatMap { known in values.map(known.union) })
            } else {
                attributes[key] = .some(values)
            }
        }
        declared[EventName(rawValue: name)] = attributes
        let title = kind[Node("title")]?.scalar?.string ?? name
        declaredTitles[EventName(rawValue: name)] = declaredTitles[EventName(rawValue: name)] ?? title
    }

    /// The values that `with` may give: a constant, the choices of a field, or nil for anything.
    private func values(_ text: String, of kind: Node.Mapping) -> Set<String>? {
        guard text.hasPrefix("$") else { return [text] }
        let field = kind[Node("fields")]?.sequence?.first { $0.mapping?[Node("id")]?.scalar?.string == String(text.dropFirst()) }
        guard let field = field?.mapping, field[Node("kind")]?.scalar?.string == "choice" else { return nil }
        let choices = field[Node("choices")]?.sequence?.compactMap { $0.mapping?[Node("id")]?.scalar?.string } ?? []
        return choices.isEmpty ? nil : Set(choices)
    }
}
