import Casework
import Terminal

/// Which services of the acts nobody offers, and where (414-р, п. 34.2–34.3).
final class GapsScreen: Screen {
    private let session: Session
    private var gaps: [ServiceGap]
    private var table: TableView

    init(_ directory: OfficeDirectory, session: Session) {
        self.session = session
        let texts = session.texts
        gaps = directory.organisations.filter { $0.role != .authority }.gaps(in: session.technologies)
        table = TableView(
            columns: [
                TableColumn(texts("column.service"), .flexible(min: 30, weight: 3)),
                TableColumn(texts("column.offered-by"), .fixed(10), alignment: .right),
                TableColumn("", .fixed(1)),
                TableColumn(texts("column.missing"), .fixed(10), alignment: .right),
            ], emptyText: texts("directory.gaps.empty"))
        table.count = gaps.count
    }

    var heading: String { session.texts("directory.gaps.heading") }
    var helpKey: String { "directory-gaps" }
    var commands: [Command] { [] }

    /// What it shows was read by the directory below it.
    func reload() {}

    func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    /// The services above, the territories without the chosen one below.
    func draw(in frame: inout Frame, rect: Rect) {
        let texts = session.texts
        let parts = rect.rows([.flexible(min: 6), .fixed(min(11, rect.height / 2))])
        table.fit(width: parts[0].width, height: parts[0].height)
        table.draw(in: &frame, rect: parts[0], focused: true) { [gaps] index in
            guard gaps.indices.contains(index) else { return nil }
            let gap = gaps[index]
            let style: Style? = gap.missing.isEmpty ? .good : .warning
            return TableRow([
                TableText(gap.service.title), TableText(String(gap.offeredBy)), TableText(gap.missing.isEmpty ? "+" : "!", style),
                TableText(String(gap.missing.count), style),
            ])
        }
        guard gaps.indices.contains(table.selected) else { return }
        let gap = gaps[table.selected]
        let basis = gap.service.basis.map { " (\(texts.basis($0)))" } ?? ""
        let missing =
            gap.missing.isEmpty
            ? texts("directory.gaps.everywhere")
            : gap.offeredBy == 0
                ? texts("directory.gaps.nowhere") : texts("directory.gaps.missing", gap.missing.joined(separator: ", "))
        let width = rect.width - 2
        let lines =
            wrap(gap.service.title + basis, width: width).map { ($0, Style.title) }
            + wrap(missing, width: width).map { ($0, Style.normal) }
        for (offset, line) in lines.prefix(parts[1].height).enumerated() {
            let point = Point(column: parts[1].column + 1, row: parts[1].row + offset)
            frame.put(line.0, at: point, style: line.1, maxWidth: width)
        }
    }
}
