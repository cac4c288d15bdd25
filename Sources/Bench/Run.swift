import Foundation

/// One run: the store, then the table.
struct Run {
    let options: BenchOptions

    init(_ options: BenchOptions) { self.options = options }

    func run() throws {
        try FileManager.default.createDirectory(atPath: options.folder, withIntermediateDirectories: true)
        let cache = StoreCache(people: options.people, folder: options.folder)
        var table = Table()
        if options.isFresh || !cache.exists {
            note("Building a store of \(options.people) invented citizens …")
            var row = Row(name: "build the store", unit: "s", ours: Samples(), aims: [.median(120)])
            row.ours.add(try cache.build())
            table.rows.append(row)
        }
        let store = "\(options.folder)/run.sqlite"
        try cache.copy(to: store)
        defer { StoreCache.remove(store) }
        try measureScreens(store, &table)
        let works = StoreMeasures(folder: options.folder)
        note("Import …")
        table.rows += try works.importing(rows: 50_000)
        note("Deadlines …")
        table.rows += try works.recomputing(store)
        print(table.text, terminator: "")
    }

    private func measureScreens(_ store: String, _ table: inout Table) throws {
        let screens = ScreenMeasures(store: store, folder: options.folder)
        let curator = BenchOffice.curator(7).login
        let head = BenchOffice.head.login
        note("First frame …")
        table.rows.append(try screens.firstFrame("first frame, a curator", login: curator))
        table.rows.append(try screens.firstFrame("first frame, everybody's cases", login: head))
        note("Lists …")
        table.rows.append(
            try screens.movement("cursor down", keys: "\u{1B}[B", key: .down, count: 200, bound: 512))
        table.rows.append(try screens.movement("page down", keys: "\u{1B}[6~", key: .pageDown, count: 100, bound: nil))
        table.rows += try screens.filter()
        note("Cases …")
        table.rows.append(try screens.openCase())
        table.rows.append(try screens.board("deadline board, a curator", login: curator, curator: curator))
        table.rows.append(try screens.board("deadline board, everybody's", login: head, curator: nil))
        table.rows += try screens.logCall()
        note("Nothing for ten seconds …")
        table.rows += try screens.idle()
    }
}
