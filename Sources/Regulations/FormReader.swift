import Casework
import Foundation

/// Forms: read only when a paper is asked for, and by the pack's check.
extension PackReader {
    static let blockKinds = ["heading", "paragraph", "aside", "fields", "measures", "signatures", "space"]
    static let conditionKeys = ["onlyWith", "onlyWithout"]

    /// The ids of the forms in the pack's folder.
    static func formIDs(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/forms")) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Reads every form of the pack for its faults only.
    func checkForms() {
        for id in PackReader.formIDs(in: folder) { _ = readForm(id) }
    }

    func readForm(_ id: String) -> FormTemplate? {
        let file = "forms/\(id).yaml"
        guard let root = compose(file) else { return nil }
        guard let fields = faults.fields(root, known: ["title", "point", "program", "blocks"]) else { return nil }
        let title = faults.required("title", in: fields)
        let basis = basis(fields, pointsOf: nil)
        let kind = faults.optional("program", in: fields)
        if let kind, let place = fields["program"]?.place {
            faults.check(kind, isIn: programKinds.map(\.entry.id), kind: "programKind", at: place)
        }
        guard let list = fields["blocks"] else {
            faults.report(.missingKey, at: fields.place, "blocks")
            return nil
        }
        let blocks = faults.list(list).compactMap(formBlock)
        guard let title, let basis else { return nil }
        return FormTemplate(id: id, title: title, basis: basis, programKind: kind, blocks: blocks)
    }

    private func formBlock(_ value: Located) -> FormBlock? {
        if case .scalar(let scalar) = value.node, scalar.string == "space" {
            return FormBlock(content: .space, condition: FormCondition())
        }
        guard let fields = faults.fields(value, known: PackReader.blockKinds + PackReader.conditionKeys) else { return nil }
        let kinds = PackReader.blockKinds.filter { fields[$0] != nil }
        guard let kind = kinds.first, kinds.count == 1, let inner = fields[kind] else {
            faults.report(
                .badValue, at: value.place, "blocks", kinds.joined(separator: ", "), PackReader.blockKinds.joined(separator: ", ")
            )
            return nil
        }
        let content: FormBlock.Content?
        switch kind {
        case "heading": content = formText(inner, ofRow: false).map(FormBlock.Content.heading)
        case "paragraph": content = formText(inner, ofRow: false).map(FormBlock.Content.paragraph)
        case "aside": content = formText(inner, ofRow: false).map(FormBlock.Content.aside)
        case "fields": content = .fields(faults.list(inner).compactMap(formLine))
        case "signatures": content = .signatures(faults.list(inner).compactMap(formLine))
        case "measures": content = .measures(faults.list(inner).compactMap(formColumn))
        default: content = .space
        }
        return content.map { FormBlock(content: $0, condition: condition(fields)) }
    }

    private func formLine(_ value: Located) -> FormLine? {
        guard let fields = faults.fields(value, known: ["label", "value"] + PackReader.conditionKeys) else { return nil }
        guard let labelNode = fields["label"] else {
            faults.report(.missingKey, at: fields.place, "label")
            return nil
        }
        let text = fields["value"].flatMap { formText($0, ofRow: false) }
        return formText(labelNode, ofRow: false).map { FormLine(label: $0, value: text, condition: condition(fields)) }
    }

    private func formColumn(_ value: Located) -> FormColumn? {
        guard let fields = faults.fields(value, known: ["title", "width", "value"]) else { return nil }
        guard let titleNode = fields["title"], let widthNode = fields["width"] else {
            faults.report(.missingKey, at: fields.place, fields["title"] == nil ? "title" : "width")
            return nil
        }
        let title = formText(titleNode, ofRow: false)
        let width = faults.integer(widthNode, key: "width", in: 2...70)
        let text = fields["value"].flatMap { formText($0, ofRow: true) }
        guard let title, let width else { return nil }
        return FormColumn(title: title, width: width, value: text)
    }

    private func condition(_ fields: Fields) -> FormCondition {
        func placeholder(_ key: String) -> FormPlaceholder? {
            fields[key].flatMap { value in faults.text(value).flatMap { known($0, ofRow: false, at: value.place) } }
        }
        return FormCondition(onlyWith: placeholder("onlyWith"), onlyWithout: placeholder("onlyWithout"))
    }

    private func formText(_ value: Located, ofRow: Bool) -> FormText? {
        guard let text = faults.text(value) else { return nil }
        var pieces: [FormText.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            let parts = rest[rest.index(after: open)..<close].split(
                separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            if let placeholder = known(name, ofRow: ofRow, at: value.place) {
                pieces.append(.value(placeholder, orElse: parts.count == 2 ? String(parts[1]) : nil))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return FormText(pieces: pieces)
    }

    /// A placeholder that can have a value where it stands: a measure's only within the table.
    private func known(_ name: String, ofRow: Bool, at place: Place) -> FormPlaceholder? {
        if let placeholder = FormPlaceholder(rawValue: name), ofRow || !placeholder.isOfRow { return placeholder }
        let names = FormPlaceholder.allCases.filter { ofRow || !$0.isOfRow }.map(\.rawValue).joined(separator: ", ")
        faults.report(.unknownPlaceholder, at: place, name, names)
        return nil
    }
}

extension RegulationPack {
    /// The ids of the pack's forms.
    public var formIDs: [String] { PackReader.formIDs(in: folder) }

    /// Reads a form of the pack.
    /// - Throws: ``PackError`` when the form's file is absent or wrong.
    public func form(_ id: String) throws(PackError) -> FormTemplate {
        let reader = PackReader(folder: folder)
        reader.shortName = regulation.act
        reader.programKinds = regulation.programKinds
        guard let form = reader.readForm(id), reader.faults.problems.isEmpty else {
            throw PackError(folder: folder, problems: reader.faults.problems)
        }
        return form
    }
}
