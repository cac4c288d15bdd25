import CNcurses
import Terminal

/// What the environment says about a terminal.
struct TerminalTraits {
    let name: String
    let tone: Theme.Tone
    let lines: LineSet
    /// Whether it understands OSC: titles and the clipboard.
    let hasOperatingSystemCommands: Bool
    private let allowsColor: Bool

    static func environment(_ name: String) -> String {
        mt_environment(name).map { String(cString: $0) } ?? ""
    }

    init(options: TerminalOptions, name: String) {
        self.name = name
        tone = options.tone ?? Self.guessedTone(Self.environment("COLORFGBG"))
        allowsColor = options.usesColor && Self.environment("NO_COLOR").isEmpty
        let wantsASCII = !["", "0"].contains(Self.environment("MARSHRUT_ASCII"))
        lines = Self.lines(of: name, ascii: wantsASCII || options.usesASCIILines)
        let families = [
            "xterm", "rxvt", "screen", "tmux", "putty", "alacritty", "foot", "kitty", "gnome", "vte", "konsole", "st-",
        ]
        hasOperatingSystemCommands = families.contains { name.hasPrefix($0) }
    }

    /// The depth of a terminal with that many colours.
    func depth(colors: Int) -> ColorDepth {
        if !allowsColor || colors < 8 { return .mono }
        return colors >= 256 ? .indexed256 : .eight
    }

    // Real terminals of seven bits have no frames in Unicode; the Linux console has frames but few other signs.
    private static func lines(of name: String, ascii: Bool) -> LineSet {
        if ascii || ["vt1", "vt2", "vt5", "ansi", "cons25", "sun"].contains(where: name.hasPrefix) { return .ascii }
        return name.hasPrefix("linux") ? .console : .unicode
    }

    // `foreground;background` or `foreground;default;background`: 7 and 9…15 are light.
    private static func guessedTone(_ value: String) -> Theme.Tone {
        guard let background = value.split(separator: ";").last.flatMap({ Int($0) }) else { return .dark }
        return background == 7 || background > 8 ? .light : .dark
    }
}
