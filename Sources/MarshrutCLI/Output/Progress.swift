import MarshrutResources

/// How far long work has come, drawn in place on the errors when they are a terminal; silent otherwise.
struct Progress {
    var console: Console
    var texts: Texts
    /// The wording's key; `{0}` is the number.
    var key: String

    /// Draws the number.
    /// - Returns: true, for callers that ask whether to go on.
    @discardableResult
    func show(_ number: Int) -> Bool {
        if console.showsProgress { console.complain("\r" + texts(key, String(number))) }
        return true
    }

    /// Takes the line away.
    func clear() {
        if console.showsProgress { console.complain("\r\u{1B}[K") }
    }
}
