// How frames are read by tests and by people who compare them.

extension Frame {
    /// The rows as plain text without trailing spaces, joined by `\n`.
    public var text: String {
        (0..<size.rows).map { rowText($0) }.joined(separator: "\n")
    }

    /// One row as plain text without trailing spaces.
    public func rowText(_ row: Int) -> String {
        var result = ""
        var spaces = 0
        for cell in self.row(row) {
            if cell.base == " " && cell.width == 1 && cell.firstMark == nil {
                spaces += 1
                continue
            }
            result += String(repeating: " ", count: cell.width == 0 ? 0 : spaces)
            if cell.width > 0 { spaces = 0 }
            result += cell.text
        }
        return result
    }

    /// The inks, one sign a cell: the first letter of the ink's name, `x` disabled, `-` border, space normal.
    public var inkText: String {
        (0..<size.rows).map { row in
            trimmed(self.row(row).map { Self.sign(of: $0.style.ink) })
        }.joined(separator: "\n")
    }

    /// The grounds, one sign a cell: `S` selection, `s` faint selection, `B` bar, `F` field, `P` popup, space plain;
    /// reversed cells are `R` on whatever ground.
    public var groundText: String {
        (0..<size.rows).map { row in
            trimmed(self.row(row).map { Self.sign(of: $0.style) })
        }.joined(separator: "\n")
    }

    private func trimmed(_ signs: [Character]) -> String {
        String(signs.prefix((signs.lastIndex { $0 != " " } ?? -1) + 1))
    }

    private static func sign(of ink: Ink) -> Character {
        switch ink {
        case .normal: " "
        case .dim: "d"
        case .title: "t"
        case .accent: "a"
        case .good: "g"
        case .warning: "w"
        case .bad: "b"
        case .key: "k"
        case .border: "-"
        case .label: "l"
        case .disabled: "x"
        }
    }

    private static func sign(of style: Style) -> Character {
        if style.attributes.contains(.reverse) { return "R" }
        return switch style.ground {
        case .plain: " "
        case .selection: "S"
        case .faintSelection: "s"
        case .bar: "B"
        case .field: "F"
        case .popup: "P"
        }
    }
}
