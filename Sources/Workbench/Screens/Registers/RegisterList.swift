import Casework
import Regulations
import Terminal

/// 7 Журналы: which registers do the acts want kept? Each opens as a table over the cases.
public final class RegisterList: Screen {
    private let session: Session
    private let entries: [(pack: RegulationPack, register: RegisterDefinition)]
    private var table: TableView

    /// The registers of the office's acts.
    public init(session: Session) {
        self.session = session
        entries = session.packs.flatMap { pack in pack.registers.map { (pack, $0) } }
        let texts = session.texts
        table = TableView(
            columns: [
                TableColumn(texts("column.register"), .flexible(min: 40, weight: 3)),
                TableColumn(texts("column.basis"), .fixed(24)),
            ],
            emptyText: texts("register.none"))
        table.count = entries.count
    }

    /// 0
    public var section: Int? { 0 }
    /// «Журналы»
    public var heading: String { session.texts("section.0") }
    /// The list's help.
    public var helpKey: String { "registers" }

    /// Open the register.
    public var commands: [Command] {
        [
            Command(
                "open-register", keys: [.enter], disabled: entries.isEmpty ? session.texts("register.none") : nil,
                run: { [weak self] in self?.open() })
        ]
    }

    private func open() {
        guard let chosen = entries[safe: table.selected] else { return }
        session.navigator?.push(RegisterScreen(chosen.register, of: chosen.pack, session: session))
    }

    /// What the packs hold does not change while the program runs.
    public func reload() {}

    /// Moves in the list.
    public func handle(_ key: Key) -> Bool {
        switch table.handle(key) {
        case .ignored: return false
        case .activated: open()
        default: break
        }
        return true
    }

    /// The list above; below what the selected register holds and what must be known of it.
    public func draw(in frame: inout Frame, rect: Rect) {
        let parts = rect.rows([.flexible(min: 5), .fixed(6)])
        table.fit(width: parts[0].width, height: parts[0].height)
        table.draw(in: &frame, rect: parts[0], focused: true) { [entries, session] index in
            entries[safe: index].map {
                TableRow([TableText($0.register.entry.title), TableText(session.texts.place(of: $0.register))])
            }
        }
        guard let register = entries[safe: table.selected]?.register else { return }
        let columns = session.texts("register.columns", register.columns.map(\.title).joined(separator: ", "))
        var lines = wrap(register.entry.title, width: rect.width - 2).map { ($0, Style.title) }
        lines += wrap(register.note ?? "", width: rect.width - 2).filter { !$0.isEmpty }.map { ($0, Style.normal) }
        lines += wrap(columns, width: rect.width - 2).map { ($0, Style.dim) }
        for (offset, line) in lines.prefix(parts[1].height).enumerated() {
            frame.put(line.0, at: Point(column: 1, row: parts[1].row + offset), style: line.1, maxWidth: rect.width - 2)
        }
    }
}
