import Terminal

/// One row of a screen's action table: the key bar, the help, the palette and the tests are all drawn from it.
public struct Command {
    /// The name in code; its wording is `command.<id>` in `Resources/*.lproj`, the key bar's is `command.<id>.short`.
    public let id: String
    /// The function key, 1…12, where it has one.
    public let function: Int?
    /// The physical letter (Latin), where it has one; the Russian letter of the same key works as well.
    public let letter: Character?
    /// Further keys.
    public let keys: [Key]
    /// Why it cannot be used now, in words; nil when it can.
    public let disabled: String?
    /// Whether it is left out of the help and the palette (movement keys).
    public let isHidden: Bool
    /// What it does.
    public let run: () -> Void

    /// A row of the action table.
    public init(
        _ id: String, function: Int? = nil, letter: Character? = nil, keys: [Key] = [], disabled: String? = nil,
        isHidden: Bool = false, run: @escaping () -> Void
    ) {
        self.id = id
        self.function = function
        self.letter = letter
        self.keys = keys
        self.disabled = disabled
        self.isHidden = isHidden
        self.run = run
    }

    /// Whether the key calls this command; letters are compared as physical keys.
    public func answers(to key: Key) -> Bool {
        switch key {
        case .function(let number) where number == function: return true
        case .character(let character):
            if let letter, PhysicalKey.command(for: character) == letter { return true }
            return keys.contains(key)
        default: return keys.contains(key)
        }
    }
}
