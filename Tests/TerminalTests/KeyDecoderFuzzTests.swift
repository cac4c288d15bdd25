import Terminal
import Testing

@Suite struct KeyDecoderFuzzTests {
    @Test("after any bytes F10 is F10 once the time is up", arguments: 0..<20 as Range<UInt64>)
    func noise(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        for _ in 0..<2_000 {
            var decoder = KeyDecoder()
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                _ = decoder.feed(piece(&random))
                if Bool.random(using: &random) { _ = decoder.flush() }
            }
            _ = decoder.flush()
            let keys = decoder.feed([0x1B, 0x5B, 0x32, 0x31, 0x7E])
            #expect(keys.last == .function(10))
            #expect(keys.count <= 2)
            #expect(decoder.waiting == .nothing)
        }
    }

    @Test("nothing that was pasted is ever a key")
    func pastedIsText() {
        var random = RepeatableGenerator(seed: 7)
        for _ in 0..<5_000 {
            var decoder = KeyDecoder()
            var bytes: [UInt8] = []
            for _ in 0..<4 { bytes += piece(&random) }
            let hasEnd = bytes.indices.contains { bytes[$0...].starts(with: Array("\u{1B}[201~".utf8)) }
            guard !hasEnd else { continue }
            let keys = decoder.feed(Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8))
            #expect(keys.count == 1)
            if case .paste = keys.first {} else { Issue.record("not a paste: \(bytes)") }
        }
    }

    // Pure noise would hardly ever begin a sequence, so that pieces of sequences are thrown in.
    private func piece(_ random: inout RepeatableGenerator) -> [UInt8] {
        let fragments = [
            "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[1;", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[[", "\u{1B}\u{1B}", "й", "5~", "M",
            "u",
        ]
        if Bool.random(using: &random) { return Array((fragments.randomElement(using: &random) ?? "").utf8) }
        return (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
}
