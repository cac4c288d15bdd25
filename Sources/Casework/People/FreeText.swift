extension String {
    /// The text without outer white space, or nil when nothing is left.
    public var nonEmpty: String? {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text.isEmpty ? nil : String(text)
    }
}
