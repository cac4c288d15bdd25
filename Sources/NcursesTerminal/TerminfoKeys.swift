import CNcurses
import Terminal

/// The keys as the terminal's own description gives them, for terminals that the decoder's tables do not know.
func terminfoKeys() -> [[UInt8]: Key] {
    var names: [(String, Key)] = [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
        ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
        ("kLFT", .modified(.left, .shift)), ("kRIT", .modified(.right, .shift)), ("kri", .modified(.up, .shift)),
        ("kind", .modified(.down, .shift)), ("kHOM", .modified(.home, .shift)), ("kEND", .modified(.end, .shift)),
        ("kPRV", .modified(.pageUp, .shift)), ("kNXT", .modified(.pageDown, .shift)), ("kDC", .modified(.delete, .shift)),
        ("kIC", .modified(.insert, .shift)),
    ]
    for number in 1...12 { names.append(("kf\(number)", .function(number))) }
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in names {
        if let sequence = terminfo(name) { keys[sequence] = key }
    }
    return keys
}

/// A string of the terminal's description without its padding (`$<5>`).
func terminfo(_ name: String) -> [UInt8]? {
    guard let value = mt_terminfo(name) else { return nil }
    var result: [UInt8] = []
    var rest = Array(String(cString: value).utf8)[...]
    while let byte = rest.first {
        if rest.starts(with: [0x24, 0x3C]), let end = rest.firstIndex(of: 0x3E) {
            rest = rest[(end + 1)...]
            continue
        }
        result.append(byte)
        rest = rest.dropFirst()
    }
    return result.isEmpty ? nil : result
}
