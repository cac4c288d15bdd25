/// How much of the room one part of a split takes, in cells.
public enum Extent: Hashable, Sendable {
    /// Exactly that many cells, less only when there is no room.
    case fixed(Int)
    /// A share of what the fixed parts leave, by weight, but not less than `min` while there is room.
    case flexible(min: Int = 0, weight: Int = 1)
}

/// The sizes of parts laid out one after another in `total` cells with `gap` cells between them.
///
/// Minimums are given first, from the first part to the last, so that when there is too little room the last parts
/// shrink to zero; what is left is shared by weight, and the rounding rest goes to the first flexible parts.
public func divide(_ total: Int, into parts: [Extent], gap: Int = 0) -> [Int] {
    var left = max(0, total - gap * max(0, parts.count - 1))
    var sizes: [Int] = []
    var weights = 0
    for part in parts {
        let wanted: Int
        switch part {
        case .fixed(let cells): wanted = cells
        case .flexible(let minimum, let weight):
            wanted = minimum
            weights += max(0, weight)
        }
        let given = min(max(0, wanted), left)
        sizes.append(given)
        left -= given
    }
    guard weights > 0, left > 0 else { return sizes }
    var rest = left
    for (index, part) in parts.enumerated() {
        guard case .flexible(_, let weight) = part, weight > 0 else { continue }
        let share = left * weight / weights
        sizes[index] += share
        rest -= share
    }
    for (index, part) in parts.enumerated() where rest > 0 {
        guard case .flexible(_, let weight) = part, weight > 0 else { continue }
        sizes[index] += 1
        rest -= 1
    }
    return sizes
}

extension Rect {
    /// The rectangle cut into parts from left to right.
    public func columns(_ parts: [Extent], gap: Int = 0) -> [Rect] {
        var next = column
        return divide(width, into: parts, gap: gap).map { size in
            defer { next += size + gap }
            return Rect(column: next, row: row, width: size, height: height)
        }
    }

    /// The rectangle cut into parts from top to bottom.
    public func rows(_ parts: [Extent], gap: Int = 0) -> [Rect] {
        var next = row
        return divide(height, into: parts, gap: gap).map { size in
            defer { next += size + gap }
            return Rect(column: column, row: next, width: width, height: size)
        }
    }
}
