/// How many colours the terminal shows.
public enum ColorDepth: Hashable, Sendable {
    /// No colours: bold, reverse and underline only; also what `NO_COLOR` asks for.
    case mono
    /// The eight colours every colour terminal has.
    case eight
    /// The 256-colour palette of xterm.
    case indexed256
}

/// What the terminal is told for one style: colour numbers (−1 is the terminal's own) and attributes.
public struct Paint: Hashable, Sendable {
    /// Colour number of the text, −1 for the terminal's default.
    public var foreground: Int16
    /// Colour number under the text, −1 for the terminal's default.
    public var background: Int16
    /// Attributes of the text.
    public var attributes: Attributes

    /// A paint; the defaults leave the terminal's own colours.
    public init(_ foreground: Int16 = -1, on background: Int16 = -1, _ attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// Maps meanings to what a terminal of some colour depth can show.
///
/// No theme relies on colour alone: widgets add words and signs, and on a mono terminal the grounds that matter
/// (selection, bars, fields) are told apart by reverse video and underline.
public struct Theme: Hashable, Sendable {
    /// Colours chosen for a dark or a light background.
    public enum Tone: Hashable, Sendable {
        case dark
        case light
    }

    /// Dark or light.
    public var tone: Tone
    /// What the terminal can show.
    public var depth: ColorDepth

    /// A theme of that tone for that many colours.
    public init(_ tone: Tone, depth: ColorDepth) {
        self.tone = tone
        self.depth = depth
    }

    /// What to tell the terminal for a style.
    public func paint(for style: Style) -> Paint {
        var paint: Paint
        switch depth {
        case .mono: paint = mono(style)
        case .eight: paint = eight(style)
        case .indexed256: paint = indexed(style)
        }
        // Reversing twice would hide what the caller wanted to stress, so a second reverse toggles.
        paint.attributes.formSymmetricDifference(style.attributes.intersection(.reverse))
        paint.attributes.formUnion(style.attributes.subtracting(.reverse))
        return paint
    }

    private func mono(_ style: Style) -> Paint {
        var attributes: Attributes = []
        switch style.ink {
        case .title, .accent, .warning, .bad, .key: attributes.insert(.bold)
        case .normal, .dim, .good, .border, .label, .disabled: break
        }
        switch style.ground {
        case .selection, .bar: attributes.insert(.reverse)
        case .faintSelection, .field: attributes.insert(.underline)
        case .plain, .popup: break
        }
        return Paint(-1, on: -1, attributes)
    }

    // Colours 0…7: black, red, green, yellow, blue, magenta, cyan, white.
    private func eight(_ style: Style) -> Paint {
        var paint = Paint()
        let dark = tone == .dark
        switch style.ground {
        case .plain: paint.background = -1
        // Cyan under black is readable on both tones and on the Linux console.
        case .selection: return Paint(0, on: 6, style.ink == .bad || style.ink == .warning ? .bold : [])
        case .faintSelection: paint.attributes.insert(.underline)
        case .bar: return Paint(style.ink == .key ? 7 : 0, on: style.ink == .key ? -1 : 6)
        case .field: return Paint(style.ink == .bad ? 3 : 7, on: 4, style.ink == .bad ? .bold : [])
        case .popup: paint.background = -1
        }
        switch style.ink {
        case .normal, .label: break
        case .dim, .disabled, .border: paint.foreground = dark ? 6 : 4
        case .title: paint.attributes.insert(.bold)
        case .accent, .key: (paint.foreground, paint.attributes) = (dark ? 6 : 4, paint.attributes.union(.bold))
        case .good: paint.foreground = 2
        case .warning: (paint.foreground, paint.attributes) = (dark ? 3 : 5, paint.attributes.union(.bold))
        case .bad: (paint.foreground, paint.attributes) = (1, paint.attributes.union(.bold))
        }
        return paint
    }

    private func indexed(_ style: Style) -> Paint {
        let dark = tone == .dark
        var paint = Paint()
        switch style.ground {
        case .plain: break
        case .selection: paint.background = dark ? 25 : 153
        case .faintSelection: paint.background = dark ? 238 : 253
        case .bar: paint.background = dark ? 236 : 252
        case .field: paint.background = dark ? 237 : 255
        case .popup: paint.background = dark ? 235 : 254
        }
        // On our own grounds the text colour must be ours too: the terminal's default may be unreadable there.
        if style.ground != .plain { paint.foreground = dark ? 255 : 16 }
        switch style.ink {
        case .normal: break
        case .dim: paint.foreground = dark ? 246 : 240
        case .disabled: paint.foreground = dark ? 243 : 245
        case .label: paint.foreground = dark ? 250 : 238
        case .border: paint.foreground = dark ? 240 : 247
        case .title: paint.attributes.insert(.bold)
        case .accent: (paint.foreground, paint.attributes) = (dark ? 81 : 25, .bold)
        case .key: (paint.foreground, paint.attributes) = (dark ? 221 : 90, .bold)
        case .good: paint.foreground = dark ? 114 : 22
        case .warning: (paint.foreground, paint.attributes) = (dark ? 221 : 94, .bold)
        case .bad: (paint.foreground, paint.attributes) = (dark ? 210 : 124, .bold)
        }
        return paint
    }
}
