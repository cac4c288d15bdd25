import CNcurses
import Terminal

/// Colour pairs of ncurses, defined when a style is first shown.
struct ColorPairs {
    private var numbers: [UInt32: Int32] = [:]
    private var next: Int32 = 1
    private let limit: Int32

    init() {
        limit = mt_colors() > 0 ? mt_color_pairs() : 0
    }

    /// The pair for two colours; 0, the terminal's own colours, when there are no pairs left.
    mutating func number(_ paint: Paint) -> Int32 {
        if paint.foreground < 0 && paint.background < 0 { return 0 }
        let key = UInt32(UInt16(bitPattern: paint.foreground)) << 16 | UInt32(UInt16(bitPattern: paint.background))
        if let known = numbers[key] { return known }
        guard next < limit, mt_define_pair(next, Int32(paint.foreground), Int32(paint.background)) else { return 0 }
        numbers[key] = next
        next += 1
        return next - 1
    }
}
