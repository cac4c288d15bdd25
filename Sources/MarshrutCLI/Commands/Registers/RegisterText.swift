import Casework
import Interchange
import MarshrutResources
import Terminal

/// A register as text, printed as its rows come.
struct RegisterText {
    let register: RegisterDefinition
    let file: RegisterFile
    let texts: Texts

    /// Writes the rows that `next` gives until an empty page.
    func write(_ format: RegisterCommand.Format, next: () throws -> [RegisterRow], to print: (String) -> Void) throws {
        switch format {
        case .json: try json(next, print)
        case .csv, .xlsx: try delimited(next, print)
        case .table: try table(next, print)
        }
    }

    private func json(_ next: () throws -> [RegisterRow], _ print: (String) -> Void) throws {
        var isFirst = true
        while case let rows = try next(), !rows.isEmpty {
            for row in rows {
                let members = zip(register.columns, row.cells).map { ($0.id, value($1)) }
                print((isFirst ? "[\n" : ",\n") + JSONValue.object(members).text)
                isFirst = false
            }
        }
        print(isFirst ? "[]\n" : "\n]\n")
    }

    private func value(_ cell: RegisterCell) -> JSONValue {
        switch cell {
        case .empty: .null
        case .number(let number): .number(number)
        case .date(let date): .date(date)
        case .flag(let isSet): .bool(isSet)
        case .money(let money): .text(money.plain)
        case .text, .coded, .time, .word, .joined: .text(cell.text { texts($0) })
        }
    }

    private func delimited(_ next: () throws -> [RegisterRow], _ print: (String) -> Void) throws {
        var format = DelimitedFormat.spreadsheet
        format.byteOrderMark = false
        var buffer: [UInt8] = []
        format.append(register.columns.map { .text($0.title) }, to: &buffer)
        while case let rows = try next(), !rows.isEmpty {
            for row in rows { format.append(row.cells.map(file.delimited), to: &buffer) }
            print(String(decoding: buffer, as: UTF8.self))
            buffer = []
        }
        print(String(decoding: buffer, as: UTF8.self))
    }

    private func table(_ next: () throws -> [RegisterRow], _ print: (String) -> Void) throws {
        var table = TextTable(register.columns.map(\.title))
        while case let rows = try next(), !rows.isEmpty {
            for row in rows { table.append(row.cells.map { $0.text { texts($0) } }) }
        }
        print(file.heading.map { safe($0) }.joined(separator: "\n") + "\n\n" + table.text(empty: texts("cli.empty")))
    }
}
