import MarshrutResources

/// A long list printed as it is read: JSON and CSV row by row, a table in pages that fit memory.
///
/// The store hands out pages; nothing here holds more than one of them, except the table, which is cut at its limit.
struct ListPrinter {
    /// One entry: the data, and the cells of the table.
    struct Entry {
        var json: JSONValue
        var cells: [String]
    }

    let wiring: Wiring
    let option: FormatOption
    /// The table's titles.
    let titles: [String]
    /// Columns of numbers.
    let rightAligned: Set<Int>
    /// Entries at most; nil for all.
    let limit: Int?

    /// A table of more rows than this is cut unless somebody asks for more: nobody reads on.
    static let tableLimit = 200

    /// Prints entries that are all at hand.
    func print(_ entries: [Entry]) throws {
        var left = entries[...]
        try print { count in
            defer { left = left.dropFirst(count) }
            return (Array(left.prefix(count)), left.count > count)
        }
    }

    /// Prints pages until one is the last.
    /// - Parameter page: gives up to so many entries, and whether more follow.
    func print(_ page: (_ count: Int) throws -> (entries: [Entry], hasMore: Bool)) throws {
        let format = option.format ?? (wiring.console.isTerminal ? .table : .json)
        var left = limit ?? (format == .table ? ListPrinter.tableLimit : Int.max)
        var table = TextTable(titles, rightAligned: rightAligned)
        var printed = 0
        var hasMore = true
        while hasMore, left > 0 {
            let (entries, more) = try page(min(left, 1000))
            for entry in entries {
                switch format {
                case .table: table.append(entry.cells)
                case .json: wiring.console.print((printed == 0 ? "[\n" : ",\n") + entry.json.text)
                case .csv: wiring.console.print(printed == 0 ? entry.json.commaSeparated : entry.json.commaSeparatedRow)
                }
                printed += 1
            }
            left -= entries.count
            hasMore = more && !entries.isEmpty
        }
        switch format {
        case .table: wiring.console.print(table.text(empty: wiring.texts("cli.empty")))
        case .json: wiring.console.print(printed == 0 ? "[]\n" : "\n]\n")
        case .csv: break
        }
        if hasMore, limit == nil { wiring.console.complain(wiring.texts("cli.cut", String(printed)) + "\n") }
    }
}
