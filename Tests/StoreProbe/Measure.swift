import CaseStore
import Casework
import Foundation
import StoreTestSupport

/// Times of the store on a large office, in milliseconds.
enum Measure {
    /// A world whose identifiers grow as those of real work do.
    static func world(_ high: UInt64) -> TrialWorld { TrialWorld(identifiers: Identifiers(high: high)) }

    static func archive(_ path: String) throws -> CaseArchive {
        if FileManager.default.fileExists(atPath: path) { return try CaseArchive.open(at: path) }
        return try CaseArchive.create(at: path, organisationID: RecordID(high: 1, low: 1), office: TrialAct.office)
    }

    static func fill(_ path: String, citizens: Int, attempts: Int) throws {
        let context = world(0x0194_0000_0000_7000).context
        let archive = try archive(path)
        var people = InventedPeople(seed: 1, today: context.now.date)
        let each = attempts / citizens
        let start = Date()
        let files = (0..<citizens).lazy.compactMap { _ in people.file(attempts: each, curators: 60, in: context) }
        let count = try archive.fill(with: files, context: context)
        let written = Date().timeIntervalSince(start)
        try archive.close()
        say("filled \(count) in \(written) s, with checkpoint \(Date().timeIntervalSince(start)) s, \(peak()) KiB at most")
    }

    static func bulk(_ path: String, count: Int) throws {
        let context = world(0x0195_0000_0000_7000).context
        let archive = try archive(path)
        var people = InventedPeople(seed: 3, today: context.now.date, serial: 500_000_000)
        let orders = (0..<count).map { _ in people.order(curator: "curator1") }
        let start = Date()
        let outcome = try archive.importCases(orders.lazy.map { .open($0) }, context: context)
        let seconds = Date().timeIntervalSince(start)
        try archive.close()
        let whole = Date().timeIntervalSince(start)
        say("imported \(outcome.added) in \(seconds) s (\(Int(Double(count) / seconds)) a second), with checkpoint \(whole) s")
    }

    static func recompute(_ path: String) throws {
        let context = world(0x0196_0000_0000_7000).context
        let archive = try archive(path)
        var start = Date()
        let changed = try archive.recomputeObligations(context: context)
        say("recomputed, \(changed) changed, in \(Date().timeIntervalSince(start)) s, \(peak()) KiB at most")
        start = Date()
        let report = try archive.verify()
        say("verified, \(report.problems.count) problems, in \(Date().timeIntervalSince(start)) s, \(peak()) KiB at most")
        try archive.close()
    }

    static func queries(_ path: String) throws {
        let start = Date()
        let archive = try archive(path)
        say("open \(Date().timeIntervalSince(start) * 1000) ms")
        let world = world(0x0197_0000_0000_7000)
        let context = world.context
        let today = context.now.date
        try time("page by name") { _ in try archive.registry(RegistryQuery()).rows.count }
        var last: RegistryRow?
        try time("next page by name") { _ in
            let page = try archive.registry(RegistryQuery(), at: last.map { .after($0) } ?? .start)
            last = page.rows.last
            return page.rows.count
        }
        for sort in RegistryQuery.Sort.allCases {
            try time("page by \(sort), descending") { _ in
                try archive.registry(RegistryQuery(sort: sort, isDescending: true)).rows.count
            }
        }
        try time("page of a curator, open") {
            try archive.registry(RegistryQuery(curator: "curator\($0 % 60 + 1)", isOpen: true)).rows.count
        }
        try time("page of a town and category") { _ in
            try archive.registry(RegistryQuery(categories: ["child"], territory: "Братск", isOpen: true)).rows.count
        }
        for text in [
            "и", "ив", "ива", "иван", "ивано", "иванов", "иванов и", "иванов иван", "ванович", "яко", "яковлев", "сухоруков",
            "щерб", "ёл", "ёлкин", "123", "1000", "89141", "100 000 4", "123-45", "4567890", "зима", "байкальская", "абырвалг",
        ] {
            try time("filter «\(text)»", runs: 20) { _ in try archive.registry(RegistryQuery(text: text, isOpen: true)).rows.count
            }
        }
        for text in ["", "и", "ива", "иванов", "ванович", "123"] {
            try time("count «\(text)», exact", runs: 10) { _ in try archive.count(of: RegistryQuery(text: text, isOpen: true)) }
            try time("count «\(text)» up to 1000", runs: 10) { _ in
                try archive.count(of: RegistryQuery(text: text, isOpen: true), upTo: 1000)
            }
        }
        try time("filter of a curator «иван»", runs: 60) {
            try archive.registry(RegistryQuery(text: "иван", curator: "curator\($0 % 60 + 1)")).rows.count
        }
        try time("board, overdue") { _ in try archive.board(BoardQuery(overdueOn: today)).rows.count }
        try time("board of a curator") { try archive.board(BoardQuery(curator: "curator\($0 % 60 + 1)")).rows.count }
        try time("board counts", runs: 10) { _ in try archive.boardCounts(BoardQuery(overdueOn: today)).count }
        try time("desk of a curator") { try archive.desk(curator: "curator\($0 % 60 + 1)", today: today).overdueCount }
        try time("contact queue of a curator") { try archive.contactQueue(curator: "curator\($0 % 60 + 1)").rows.count }
        var dice = Dice(seed: 5)
        let total = try archive.count(of: RegistryQuery())
        let ids = try (0..<400).compactMap { _ in try archive.caseID(number: Int(dice.next() % UInt64(total)) + 1) }
        try time("open a case", runs: ids.count) { try archive.caseFile(ids[$0]).attempts.count }
        try time("journal of a case", runs: 100) { try archive.journal(of: ids[$0]).count }
        try time("log a call", runs: 200) {
            try archive.perform(
                LogContactAttempt(method: .phone, outcome: .noAnswer, at: context.now), on: ids[$0], context: context
            ).entry
        }
        try time("undo", runs: 50) { _ in try archive.undo(context: context).entry }
        try time("duplicates") { index in
            var people = InventedPeople(seed: UInt64(index), today: today, serial: 100_000_000 + index)
            return try archive.duplicates(of: people.citizen(RecordID(high: 0, low: 0))).count
        }
        try time("data version") { _ in try archive.dataVersion() }
        let closing = Date()
        try archive.close()
        say("close \(Date().timeIntervalSince(closing) * 1000) ms; \(peak()) KiB at most")
    }

    private static func time(_ name: String, runs: Int = 100, _ work: (Int) throws -> Int) throws {
        var times: [Double] = []
        var busy: [Double] = []
        var result = 0
        for index in 0..<runs {
            let start = ContinuousClock.now
            let busyBefore = processor()
            result = try work(index)
            busy.append(processor() - busyBefore)
            let took = ContinuousClock.now - start
            times.append(Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1000)
        }
        times.sort()
        busy.sort()
        func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
        let p95 = times[min(times.count - 1, Int(Double(times.count) * 0.95))]
        say(
            "\(name): p50 \(rounded(times[times.count / 2])) ms, p95 \(rounded(p95)) ms, processor p50 \(rounded(busy[busy.count / 2])) ms → \(result)"
        )
    }

    /// Processor time of the process so far, in milliseconds: what a crowded machine does not change.
    private static func processor() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }

    /// Most memory the process has had, in KiB.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return Int(SearchDigits.digits(String(line))) ?? 0
    }
}

private enum SearchDigits {
    static func digits(_ text: String) -> String { text.filter(\.isNumber) }
}
