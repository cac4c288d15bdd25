import Casework

/// Writes a record's image for the journal: JSON as `JSONEncoder` writes the domain's types, keys sorted.
///
/// Written by hand because an import writes three images for every person; a test holds it against `JSONDecoder`.
struct ImageWriter {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(512)
    }

    mutating func open() { bytes.append(UInt8(ascii: "{")) }

    mutating func close() { bytes.append(UInt8(ascii: "}")) }

    /// Begins a field.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        switch bytes.last {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), nil: break
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    mutating func put(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        quote(value)
    }

    mutating func put(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func put(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func put(_ name: StaticString, _ value: CivilDate?) {
        guard let value else { return }
        key(name)
        let (year, month, day) = value.parts
        func digit(_ number: Int) -> UInt8 { UInt8(48 + number % 10) }
        let dash = UInt8(ascii: "-")
        let quote = UInt8(ascii: "\"")
        bytes += [quote, digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash]
        bytes += [digit(month / 10), digit(month), dash, digit(day / 10), digit(day), quote]
    }

    mutating func put(_ name: StaticString, _ value: CivilTime?) {
        guard let value else { return }
        put(name, value.text)
    }

    mutating func put(_ name: StaticString, _ value: RecordID?) {
        guard let value else { return }
        put(name, value.text)
    }

    mutating func put(_ name: StaticString, _ values: [String]) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for value in values {
            separate()
            quote(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A field that is an array of objects.
    mutating func put<Element>(_ name: StaticString, _ values: [Element], _ write: (inout ImageWriter, Element) -> Void) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for value in values {
            separate()
            open()
            write(&self, value)
            close()
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A field that is an object.
    mutating func object(_ name: StaticString, _ write: (inout ImageWriter) -> Void) {
        key(name)
        open()
        write(&self)
        close()
    }

    /// A text under a name known only at run time.
    mutating func put(plainName name: String, _ value: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        quote(value)
    }

    /// A number under a name known only at run time, which needs no escaping.
    mutating func put(plainName name: String, _ value: Int) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: String(value).utf8)
    }

    private mutating func quote(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = value
        text.withUTF8 { utf8 in
            if utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
                for byte in utf8 { escape(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0..<0x20:
            bytes.append(contentsOf: "\\u00".utf8)
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        default: bytes.append(byte)
        }
    }
}

extension StoredRecord {
    /// The record's image for the journal.
    var image: [UInt8] {
        var writer = ImageWriter()
        writer.open()
        writer.put("version", version)
        writer.put("id", id)
        if let row = self as? any CaseRow { writer.put("caseID", row.caseID) }
        write(&writer)
        writer.close()
        return writer.bytes
    }
}
