import Terminal

/// What the caller decides about the terminal; everything else is asked of the terminal and the environment.
public struct TerminalOptions: Hashable, Sendable {
    /// Dark or light colours; nil guesses from `COLORFGBG`, and takes dark when the terminal does not say.
    public var tone: Theme.Tone?
    /// False shows no colours, as a non-empty `NO_COLOR` does.
    public var usesColor: Bool
    /// True draws frames with `+-|`, as `MARSHRUT_ASCII=1` does.
    public var usesASCIILines: Bool
    /// How long, in milliseconds, a lone Esc waits for the rest of a sequence; more for slow lines.
    public var escapeDelay: Int

    /// Options; the defaults suit a local terminal and a good line.
    public init(tone: Theme.Tone? = nil, usesColor: Bool = true, usesASCIILines: Bool = false, escapeDelay: Int = 50) {
        self.tone = tone
        self.usesColor = usesColor
        self.usesASCIILines = usesASCIILines
        self.escapeDelay = escapeDelay
    }
}
