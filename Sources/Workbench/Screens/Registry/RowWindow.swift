import CaseStore
import Casework

/// The part of a long list that has been read: rows by their place, fetched around what is in view.
///
/// Neighbouring pages follow by keyset from the last row known; the far end is read backwards. So no key ever costs
/// more than a page.
struct RowWindow {
    /// The place of the first row held.
    private(set) var start = 0
    /// The rows held, in order.
    private(set) var rows: [RegistryRow] = []

    /// Rows read at once: several screens, so that most keys find their rows here.
    static let page = 150
    /// Rows read at once after another question: what is in view and a little more, so that every letter is answered soon.
    static let firstPage = 60

    /// The row at a place, if held.
    subscript(_ index: Int) -> RegistryRow? {
        rows.indices.contains(index - start) ? rows[index - start] : nil
    }

    /// The place of a case, if held.
    func place(of caseID: RecordID) -> Int? { rows.firstIndex { $0.caseID == caseID }.map { $0 + start } }

    /// Everything anew from the top.
    mutating func replace(_ rows: [RegistryRow], start: Int) {
        self.rows = rows
        self.start = start
    }

    /// Rows that follow the last one held.
    mutating func append(_ more: [RegistryRow]) { rows += more }

    /// Rows that come before the first one held.
    mutating func prepend(_ more: [RegistryRow]) {
        rows = more + rows
        start = max(0, start - more.count)
    }

    /// Whether the places lie wholly within what is held.
    func holds(_ places: Range<Int>) -> Bool {
        places.isEmpty || (places.lowerBound >= start && places.upperBound <= start + rows.count)
    }

    /// Lets go of rows far from the places in view, so that scrolling through everybody needs little memory.
    mutating func trim(around places: Range<Int>, keep: Int = 4 * page) {
        guard rows.count > 2 * keep else { return }
        let from = max(start, places.lowerBound - keep)
        let to = min(start + rows.count, places.upperBound + keep)
        guard from < to else { return }
        rows = Array(rows[(from - start)..<(to - start)])
        start = from
    }
}
