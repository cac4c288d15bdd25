import MarshrutResources
import Terminal

extension Command {
    /// The key's name as the help and the palette show it: the Russian letter in the Russian interface.
    func keyName(_ texts: Texts) -> String {
        var names: [String] = []
        if let function { names.append("F\(function)") }
        if let letter {
            let shown = texts.language == .ru ? PhysicalKey.russian(for: letter) ?? letter : letter
            names.append(String(shown))
        }
        names += keys.compactMap { key in
            switch key {
            case .enter: texts("key.enter")
            case .insert: texts("key.insert")
            case .delete: texts("key.delete")
            case .tab: texts("key.tab")
            case .left: "←"
            case .right: "→"
            case .character(" "): texts("key.space")
            case .character(let character): String(character)
            case .control(let character): "Ctrl+\(character.uppercased())"
            default: nil
            }
        }
        return names.joined(separator: ", ")
    }

    /// What the command does, in words.
    func title(_ texts: Texts) -> String { texts("command.\(id)") }
}
