import Foundation
import Terminal

/// What a worker feels: from the key to the last byte on the terminal, measured from outside.
struct ScreenMeasures {
    let store: String
    let folder: String

    private static let down = "\u{1B}[B"
    private static let pageDown = "\u{1B}[6~"

    /// From the start of the process to the first whole frame.
    func firstFrame(_ name: String, login: String) throws -> Row {
        let pages = "\(folder)/first-\(login).txt"
        try PageBook.write(PageBook.frames(store, login: login, keys: []), to: pages)
        var row = Row(name: name, unit: "ms", ours: Samples(), bare: Samples(), aims: [.median(60)])
        var bytes = Samples()
        for _ in 0..<11 {
            let program = try TerminalProgram.marshrut(store, login: login)
            let answer = try program.firstFrame(quiet: 1500)
            row.ours.add(answer.milliseconds)
            bytes.add(Double(answer.bytes))
            program.leave()
            let bare = try TerminalProgram.painter(pages)
            row.bare?.add(try bare.firstFrame(quiet: 100).milliseconds)
            bare.leave()
        }
        row.bytes = bytes.mean
        return row
    }

    /// A key of a list, pressed many times in the registry of everybody.
    func movement(_ name: String, keys: String, key: Terminal.Key, count: Int, bound: Double?) throws -> Row {
        let program = try TerminalProgram.marshrut(store, login: BenchOffice.head.login)
        defer { program.leave() }
        _ = try program.firstFrame()
        _ = program.type("2", quiet: 600)
        var row = Row(name: name, unit: "ms", ours: Samples(), aims: [.p95(8), .ratio(3)])
        var bytes = Samples()
        for _ in 0..<count {
            let answer = program.type(keys)
            if answer.bytes == 0 { continue }
            row.ours.add(answer.milliseconds)
            bytes.add(Double(answer.bytes))
        }
        row.bytes = bytes.mean
        if let bound { row.aims.append(.bytes(bound)) }
        let frames = try PageBook.frames(
            store, login: BenchOffice.head.login, keys: [.character("2")] + Array(repeating: key, count: 12))
        row.bare = try paint(Array(frames.dropFirst(2)), count: count)
        return row
    }

    /// Letters typed into the filter, each a new question to the store: the rows, then how many there are.
    func filter() throws -> [Row] {
        let words = ["и", "ив", "ива", "иван", "щ", "щу", "п", "пё", "пет", "ы", "анг", "ёл", "к", "ко", "кова"]
        let program = try TerminalProgram.marshrut(store, login: BenchOffice.head.login)
        defer { program.leave() }
        _ = try program.firstFrame()
        _ = program.type("2", quiet: 600)
        _ = program.type("/")
        var rows = Row(
            name: "filter: a letter typed, rows", unit: "ms", ours: Samples(), bare: Samples(), aims: [.p95(8), .ratio(3)])
        var counts = Row(name: "filter: and their number", unit: "ms", ours: Samples(), bare: Samples())
        var bytes = Samples()
        var typed = ""
        for _ in 0..<3 {
            for word in words {
                if !word.hasPrefix(typed) || typed.isEmpty {
                    _ = program.type(String(repeating: "\u{7F}", count: typed.count) + word.dropLast(), quiet: 700)
                } else {
                    _ = program.type(String(word.dropFirst(typed.count).dropLast()), quiet: 700)
                }
                let answer = program.type(String(word.suffix(1)), quiet: 40, later: 700)
                rows.ours.add(answer.first.milliseconds)
                counts.ours.add(answer.whole.milliseconds)
                bytes.add(Double(answer.whole.bytes))
                typed = word
            }
        }
        rows.bytes = bytes.mean
        let frames = try PageBook.frames(
            store, login: BenchOffice.head.login,
            keys: [.character("2"), .character("/")] + "иван".map { .character($0) })
        let painted = try paint(Array(frames.dropFirst(3)), count: rows.ours.values.count)
        let queries = BareQueries(store: try BareStore(store))
        rows.bare = try Samples.of(rows.ours.values.count) { try queries.filter(words[$0 % words.count]) }.plus(painted)
        counts.bare = try Samples.of(rows.ours.values.count) { try queries.count(words[$0 % words.count]) }
        return [rows, counts]
    }

    /// Enter on a row of the registry, and back.
    func openCase() throws -> Row {
        let program = try TerminalProgram.marshrut(store, login: BenchOffice.head.login)
        defer { program.leave() }
        _ = try program.firstFrame()
        _ = program.type("2", quiet: 600)
        var row = Row(name: "open a case", unit: "ms", ours: Samples(), aims: [.p95(8), .ratio(3)])
        var bytes = Samples()
        for _ in 0..<40 {
            let answer = program.type("\r", quiet: 60)
            row.ours.add(answer.milliseconds)
            bytes.add(Double(answer.bytes))
            _ = program.type("\u{1B}", quiet: 300)
            _ = program.type(ScreenMeasures.down)
        }
        row.bytes = bytes.mean
        let frames = try PageBook.frames(
            store, login: BenchOffice.head.login, keys: [.character("2"), .enter, .escape])
        let painted = try paint(Array(frames.suffix(2)), count: 80)
        let queries = BareQueries(store: try BareStore(store))
        let ids = try queries.store.blobs("SELECT caseID FROM registry ORDER BY sortKey, number LIMIT 40")
        row.bare = try Samples.of(40) { try queries.card(ids[$0]) }.plus(painted)
        return row
    }

    /// A call logged from the list of contacts: the row, the telephone, the outcome; the last key writes.
    func logCall() throws -> [Row] {
        let login = BenchOffice.curator(7).login
        let program = try TerminalProgram.marshrut(store, login: login)
        defer { program.leave() }
        _ = try program.firstFrame()
        _ = program.type("3", quiet: 600)
        var last = Row(name: "log a call: the key that writes", unit: "ms", ours: Samples(), aims: [.p95(8), .ratio(3)])
        var all = Row(name: "log a call: three keys together", unit: "ms", ours: Samples())
        var bytes = Samples()
        for _ in 0..<40 {
            let first = program.type(ScreenMeasures.down, quiet: 60)
            let second = program.type("з", quiet: 60)
            let third = program.type("2", quiet: 60)
            last.ours.add(third.milliseconds)
            all.ours.add(first.milliseconds + second.milliseconds + third.milliseconds)
            bytes.add(Double(third.bytes))
        }
        last.bytes = bytes.mean
        let frames = try PageBook.frames(store, login: login, keys: [.character("3"), .down, .character("з")])
        let painted = try paint(Array(frames.suffix(2)), count: 80)
        let queries = BareQueries(store: try BareStore(store))
        let ids = try queries.store.blobs("SELECT caseID FROM registry ORDER BY number LIMIT 40")
        let bare = try Samples.of(40) { try queries.logCall(ids[$0], round: $0) }
        last.bare = bare.plus(painted)
        all.bare = bare.plus(painted).plus(painted).plus(painted)
        return [last, all]
    }

    /// The board opened from another section.
    func board(_ name: String, login: String, curator: String?) throws -> Row {
        let program = try TerminalProgram.marshrut(store, login: login)
        defer { program.leave() }
        _ = try program.firstFrame()
        _ = program.type("3", quiet: 600)
        var row = Row(name: name, unit: "ms", ours: Samples(), aims: [.p95(8), .ratio(3)])
        var bytes = Samples()
        for _ in 0..<30 {
            let answer = program.type("6", quiet: 100)
            row.ours.add(answer.milliseconds)
            bytes.add(Double(answer.bytes))
            _ = program.type("3", quiet: 300)
        }
        row.bytes = bytes.mean
        let frames = try PageBook.frames(store, login: login, keys: [.character("3"), .character("6")])
        let painted = try paint(Array(frames.suffix(2)), count: 60)
        let queries = BareQueries(store: try BareStore(store))
        row.bare = try Samples.of(30) { _ in try queries.board(curator: curator) }.plus(painted)
        return row
    }

    /// Nothing for ten seconds; then the most memory of a session that has been everywhere.
    func idle() throws -> [Row] {
        let program = try TerminalProgram.marshrut(store, login: BenchOffice.head.login)
        defer { program.leave() }
        _ = try program.firstFrame()
        for keys in ["2", "6", "3", "5", "2"] { _ = program.type(keys, quiet: 600) }
        for _ in 0..<60 { _ = program.type(ScreenMeasures.pageDown, quiet: 10) }
        _ = program.type("\r", quiet: 300)
        _ = program.type("\u{1B}", quiet: 300)
        _ = program.type("/кова\r", quiet: 1500)
        // Threads that answered questions are kept for some seconds before they end.
        _ = program.type("", quiet: 7_000)
        let before = program.sleeps
        let clock = Stopwatch()
        var bytes = 0
        while clock.seconds < 10 { bytes += program.type("", quiet: 10_000 - Int32(clock.milliseconds)).bytes }
        let sleeps = Double(TerminalProgram.wakeUps(from: before, to: program.sleeps))
        var rows: [Row] = []
        for (name, value, bound) in [
            ("idle for 10 s: bytes sent", Double(bytes), 0.0),
            ("idle for 10 s: wake-ups (one look a second at most)", sleeps, 10.0),
            ("peak memory of the terminal program", program.peakMemory, 60.0),
        ] {
            var row = Row(name: name, unit: name.hasPrefix("peak") ? "MB" : "", ours: Samples(), aims: [.median(bound)])
            row.ours.add(value)
            rows.append(row)
        }
        return rows
    }

    /// The pages painted in turn by ncurses alone.
    private func paint(_ frames: [Frame], count: Int) throws -> Samples {
        let pages = "\(folder)/pages.txt"
        try PageBook.write(frames, to: pages)
        let painter = try TerminalProgram.painter(pages)
        defer { painter.leave() }
        _ = try painter.firstFrame(quiet: 100)
        var samples = Samples()
        for _ in 0..<count {
            let answer = painter.type(" ", quiet: 20)
            if answer.bytes > 0 { samples.add(answer.milliseconds) }
        }
        return samples
    }
}
