import CaseworkTestSupport
import Terminal
import Testing
import Workbench

/// Whatever the keyboard sends, nothing breaks and F10 leaves.
@Suite struct HostileKeys {
    static let keys: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown,
            .control("p"), .control("s"), .control("l"), .alt("ф"), .paste("вставка\n\u{202E}текста\u{200B}"), .unknown, .wake,
            .resize(Size(columns: 80, rows: 24)),
        ] + (1...9).map(Key.function) + "1234690 зпвгдоистнкфйцуеё./:xQ".map(Key.character)

    @Test("Random keys never trap, and F10 always leaves or asks with keys of its own", arguments: 1...12)
    func noise(_ seed: UInt64) throws {
        let office = try TestOffice()
        var generator = SeededGenerator(seed: seed)
        let noise = (0..<250).map { _ in Self.keys.randomElement(using: &generator) ?? .enter }
        // Leaving a form with changes asks: «о» keeps it as a draft. Several forms may lie on each other.
        let leave = (0..<6).flatMap { _ in [Key.function(10), .character("о")] }
        office.port.type(noise + leave)
        var hungUp = false
        office.port.whenIdle = {
            hungUp = true
            return .hangup
        }
        office.press()
        #expect(!hungUp, "F10 did not leave")
        #expect(office.port.isClosed)
    }

    @Test("A terminal below 80×24 says so and keeps its state")
    func tooSmall() throws {
        let office = try TestOffice(size: Size(columns: 20, rows: 5))
        #expect(office.press().contains("Окно мало"))
    }

    @Test("Control, bidirectional and zero-width characters never reach the screen")
    func safeText() throws {
        let office = try TestOffice()
        let frame = office.script([
            "3", "з", "0", .key(.tab), .key(.tab), .key(.tab), .key(.tab), .key(.paste("а\u{202E}б\u{200B}\u{1B}[2Jв")),
        ])
        #expect(!frame.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x200B || $0.value == 0x1B })
    }
}
