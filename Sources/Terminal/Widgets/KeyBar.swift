/// One of the ten places of the key bar.
public struct KeySlot: Hashable, Sendable {
    /// What the key does, at most six letters for a screen of 80 columns; empty shows the number alone.
    public var label: String
    /// Whether the key can be used now.
    public var isEnabled: Bool

    /// A place of the bar.
    public init(_ label: String = "", isEnabled: Bool = true) {
        self.label = label
        self.isEnabled = isEnabled
    }
}

/// The last line of the screen: F1…F10 and what they do here.
public struct KeyBar: Hashable, Sendable {
    /// The places in the order of the keys; missing ones are empty.
    public var slots: [KeySlot]

    /// A bar of these places.
    public init(_ slots: [KeySlot]) {
        self.slots = slots
    }

    /// Draws the bar in the first row of `rect`: ten places of equal width, wider places with wider screens.
    public func draw(in frame: inout Frame, rect: Rect) {
        let line = rect.line(0)
        guard line.width > 0 else { return }
        let places = line.columns(Array(repeating: .flexible(), count: 10))
        for (index, place) in places.enumerated() {
            let slot = index < slots.count ? slots[index] : KeySlot()
            let number = index < 9 ? " \(index + 1)" : "10"
            let after = frame.put(number, at: place.origin, style: .key, maxWidth: place.width)
            let rest = Rect(column: after, row: place.row, width: place.right - after, height: 1)
            // A key that cannot act now also loses the bar under its label, which is seen without colour.
            let style = slot.isEnabled ? Style.bar : .disabled
            frame.fill(rest, style: style)
            frame.put(slot.label, at: rest.origin, style: style, maxWidth: rest.width)
        }
    }
}
