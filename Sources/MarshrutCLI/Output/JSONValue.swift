import Casework

/// JSON with keys in the order we write them and `null` where there is nothing, as the command line's contract asks.
enum JSONValue {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// A text, or null.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    /// A number, or null.
    static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.number) ?? .null }

    /// An ISO day, or null.
    static func date(_ date: CivilDate?) -> JSONValue { optional(date?.iso) }

    /// `{"act":…,"point":…}`, or null.
    static func basis(_ basis: LegalBasis?) -> JSONValue {
        basis.map { .object([("act", .text($0.act)), ("point", .optional($0.point))]) } ?? .null
    }

    /// A whole document: a list one entry a line, with a line's end.
    var document: String {
        var text = ""
        if case .array(let elements) = self, !elements.isEmpty {
            for (index, element) in elements.enumerated() {
                text += index == 0 ? "[\n" : ",\n"
                element.write(to: &text)
            }
            text += "\n]"
        } else {
            write(to: &text)
        }
        return text + "\n"
    }

    /// The value in one line.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .text(let value): JSONValue.quote(value, into: &text)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, (key, value)) in members.enumerated() {
                if index > 0 { text += "," }
                JSONValue.quote(key, into: &text)
                text += ":"
                value.write(to: &text)
            }
            text += "}"
        }
    }

    /// Control, bidirectional and invisible characters are escaped: JSON may be read on a terminal too.
    private static func quote(_ value: String, into text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default:
                let isPlain = scalar.isASCII ? scalar.value >= 0x20 && scalar.value != 0x7F : !isHidden(scalar)
                if isPlain {
                    text.unicodeScalars.append(scalar)
                } else {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16)
                        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                }
            }
        }
        text += "\""
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
        default: false
        }
    }
}
