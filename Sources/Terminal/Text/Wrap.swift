/// The text in lines of at most `width` cells, cut at spaces, or inside of a word that is wider than a line.
///
/// Line ends in the text stay, an empty line among them; a word keeps its own spelling and is made safe when it is
/// drawn. A width of zero or less gives no lines.
public func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        wrapParagraph(paragraph, width: width, into: &lines)
    }
    return lines
}

private func wrapParagraph(_ paragraph: Substring, width: Int, into lines: inout [String]) {
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: true) {
        let needed = DisplayWidth.of(String(word))
        if used > 0, used + 1 + needed <= width {
            line += " " + word
            used += 1 + needed
            continue
        }
        if used > 0 { lines.append(line) }
        (line, used) = (String(word), needed)
        guard needed > width else { continue }
        // A word longer than the line, such as a path or an address without spaces.
        (line, used) = ("", 0)
        for character in word {
            let cells = DisplayWidth.of(String(character))
            if used + cells > width, used > 0 {
                lines.append(line)
                (line, used) = ("", 0)
            }
            line.append(character)
            used += cells
        }
    }
    lines.append(line)
}
