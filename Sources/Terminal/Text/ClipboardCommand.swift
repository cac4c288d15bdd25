/// The command that puts text into the clipboard of a terminal's window (OSC 52); nil when the text is longer than
/// terminals take (100 000 characters of base 64, about 37 000 Russian letters).
public func clipboardCommand(_ text: String) -> [UInt8]? {
    let encoded = base64(Array(text.utf8))
    guard encoded.count <= 100_000 else { return nil }
    return Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
}

func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let piece = bytes[start..<min(start + 3, bytes.count)]
        let word = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
        for place in 0..<4 {
            result.append(place <= piece.count ? alphabet[word >> (18 - 6 * place) & 63] : 0x3D)
        }
    }
    return result
}
