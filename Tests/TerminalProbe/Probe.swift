import CPseudoTerminal
import NcursesTerminal
import Terminal

/// A small program on the real terminal, for tests: a table of rows, the last key in the status line, and every way to die.
///
/// Arguments: the number of rows (200 000 when missing); `deaf` makes it ignore requests to leave; `log` tells every event
/// in the window's title as well, where it is never sent in parts; `patient` waits a minute for what follows an Esc; `blocked`
/// starts with all signals blocked; `marks` sets the title «drawn» behind every frame, which is how a test knows that it is whole.
@main
struct Probe {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let rows = arguments.compactMap { Int($0) }.first ?? 200_000
        if arguments.contains("blocked") { pt_block_signals() }
        do throws(TerminalFailure) {
            let terminal = try NcursesTerminal()
            if arguments.contains("patient") { terminal.escapeDelay = 60_000 }
            let status = Probe(rows: rows, arguments: Set(arguments)).run(terminal)
            terminal.close()
            print("probe left: \(status)")
        } catch {
            print("probe refused: \(error)")
            pt_leave_at_once(3)
        }
    }

    private let rows: Int
    private let isDeaf: Bool
    private let logs: Bool
    private let marks: Bool

    private init(rows: Int, arguments: Set<String>) {
        self.rows = rows
        isDeaf = arguments.contains("deaf")
        logs = arguments.contains("log")
        marks = arguments.contains("marks")
    }

    private func run(_ terminal: NcursesTerminal) -> String {
        var table = TableView(columns: [
            TableColumn("№", .fixed(8), alignment: .right), TableColumn("ФИО", .flexible(min: 20, weight: 2), sort: .ascending),
            TableColumn("Срок", .fixed(10)), TableColumn("Состояние", .flexible(min: 10)),
        ])
        table.count = rows
        var last = "начало"
        while true {
            draw(&table, last, on: terminal)
            guard let key = terminal.nextEvent(timeout: nil) else { continue }
            if logs { terminal.setTitle("event: \(Self.name(key))") }
            if table.handle(key) == .ignored { last = Self.name(key) }
            switch key {
            case .function(10): return "F10"
            case .control("c"): return "Ctrl-C"
            case .control("z"): terminal.suspend()
            case .hangup, .terminate:
                if !isDeaf { return "\(key)" }
            case .character("T"): fatalError("a trap asked for")
            case .character("S"): pt_die_of_bad_memory()
            case .character("R"): pt_die_of_deep_recursion()
            case .character("E"): pt_leave_at_once(5)
            case .character("B"): terminal.bell()
            case .character("D"): terminal.redraw()
            case .character("X"): Task.detached { fatalError("a trap on another thread") }
            case .character("N"): last = "漢字😀 e\u{301} \u{2630}x \u{202E}\u{1B}[31m"
            case .character("W"):
                let waker = terminal.waker
                Task.detached { waker.wake() }
            case .character("C"): terminal.copyToClipboard("Привет")
            default: break
            }
        }
    }

    private static func name(_ key: Key) -> String {
        if case .resize(let size) = key { return "resize \(size.columns)x\(size.rows)" }
        return "\(key)"
    }

    private func draw(_ table: inout TableView, _ last: String, on terminal: NcursesTerminal) {
        var frame = terminal.makeFrame()
        let parts = frame.bounds.rows([.fixed(1), .flexible(), .fixed(1), .fixed(1)])
        TabBar(
            [TabItem(key: "1", title: "Сегодня"), TabItem(key: "2", title: "Реестр"), TabItem(key: "3", title: "Контакты")],
            selected: 1
        ).draw(in: &frame, rect: parts[0])
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { index in
            let name = Self.surnames[index % 7] + " " + Self.names[index % 5]
            let style: Style? = index.isMultiple(of: 5) ? .bad : nil
            return TableRow([
                "\(index + 1)", TableText(name), "20.11.2025",
                TableText(index.isMultiple(of: 5) ? "просрочено" : "в срок", style),
            ])
        }
        StatusLine("\(last) \(terminal.size.columns)x\(terminal.size.rows)").draw(in: &frame, rect: parts[2])
        KeyBar([KeySlot("Справк"), KeySlot("Сохран")]).draw(in: &frame, rect: parts[3])
        terminal.present(frame)
        if marks { terminal.setTitle("drawn") }
    }

    private static let surnames = ["Иванова", "Петров", "Сидорова", "Кузнецов", "Смирнова", "Попов", "Ёлкина"]
    private static let names = ["Мария Петровна", "Иван Ильич", "Анна Сергеевна", "Пётр Андреевич", "Ольга Ивановна"]
}
