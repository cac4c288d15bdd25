/// One cell's worth of text: a base, at most two marks over it, and its width in cells (1 or 2).
struct SafeCluster {
    var base: Unicode.Scalar
    var firstMark: Unicode.Scalar?
    var secondMark: Unicode.Scalar?
    var width: UInt8
}

/// Text cut into cells, with everything that could deceive the eye or the terminal replaced by a visible mark.
///
/// * controls, format characters (bidirectional, zero-width, soft hyphen), line and paragraph separators become «·»;
/// * unassigned and non-characters become U+FFFD;
/// * variation selectors are dropped, since terminals disagree about the width they give;
/// * of combining marks the first two stay, a mark without a base stands over a space;
/// * й, ё and a few others written with a separate mark become one scalar, which every terminal draws well.
struct SafeClusters: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var lookahead: Unicode.Scalar?

    init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
        lookahead = scalars.next()
    }

    mutating func next() -> SafeCluster? {
        guard var scalar = lookahead else { return nil }
        if scalar.value >= 0x300 {
            while SafeScalar.isVariationSelector(scalar) {
                lookahead = scalars.next()
                guard let following = lookahead else { return nil }
                scalar = following
            }
        }
        lookahead = scalars.next()
        let base = SafeScalar.shown(scalar)
        guard !DisplayWidth.isMark(base) else {
            return marked(SafeCluster(base: " ", firstMark: base, secondMark: nil, width: 1))
        }
        let width = UInt8(DisplayWidth.of(base))
        return marked(SafeCluster(base: base, firstMark: nil, secondMark: nil, width: width))
    }

    private mutating func marked(_ start: SafeCluster) -> SafeCluster {
        var cluster = start
        while let scalar = lookahead, scalar.value >= 0x300 {
            if SafeScalar.isVariationSelector(scalar) {
                lookahead = scalars.next()
                continue
            }
            guard DisplayWidth.isMark(scalar), SafeScalar.shown(scalar) == scalar else { break }
            lookahead = scalars.next()
            if cluster.firstMark == nil, let composed = SafeScalar.composed(cluster.base, scalar) {
                cluster.base = composed
            } else if cluster.firstMark == nil {
                cluster.firstMark = scalar
            } else if cluster.secondMark == nil {
                cluster.secondMark = scalar
            }
        }
        return cluster
    }
}

/// Decisions about single scalars.
enum SafeScalar {
    /// Stands for a character that must not be shown: a middle dot.
    static let hidden: Unicode.Scalar = "\u{B7}"
    /// Stands for what is not a character.
    static let broken: Unicode.Scalar = "\u{FFFD}"

    /// The scalar itself or the visible mark that stands for it.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if value < 0x20 { return hidden }
        if value < 0x7F { return scalar }
        if value < 0xA0 || value == 0xAD { return hidden }
        // Latin of Western Europe, and Cyrillic up to its combining signs and after them.
        if value < 0x300 || (0x400..<0x483).contains(value) || (0x48A...0x52F).contains(value) { return scalar }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return hidden
        case .unassigned, .surrogate: return broken
        default: return properties.isDefaultIgnorableCodePoint && !isHangulPart(value) ? hidden : scalar
        }
    }

    // Fillers are default-ignorable and look like nothing; the real letters of the block are not.
    private static func isHangulPart(_ value: UInt32) -> Bool {
        (0x1161...0x11FF).contains(value)
    }

    static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
    }

    /// The one scalar for a letter and a mark, for the alphabets our papers are written in.
    static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch (base, mark) {
        case ("и", "\u{306}"): "й"
        case ("И", "\u{306}"): "Й"
        case ("е", "\u{308}"): "ё"
        case ("Е", "\u{308}"): "Ё"
        case ("і", "\u{308}"): "ї"
        case ("І", "\u{308}"): "Ї"
        case ("у", "\u{306}"): "ў"
        case ("У", "\u{306}"): "Ў"
        default: nil
        }
    }
}

/// The text as it may be shown: see ``Frame/put(_:at:style:maxWidth:)``, which applies it to everything.
///
/// Controls, bidirectional and zero-width characters, soft hyphens and separators of lines become «·», what is not a
/// character becomes U+FFFD, and at most two combining marks stay on a letter. Ordinary text comes back unchanged.
public func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for cluster in SafeClusters(text) {
        result.append(cluster.base)
        if let mark = cluster.firstMark { result.append(mark) }
        if let mark = cluster.secondMark { result.append(mark) }
    }
    return String(result)
}
