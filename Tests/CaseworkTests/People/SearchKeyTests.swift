import Casework
import CaseworkTestSupport
import Testing

@Suite("Names folded for search and sorting")
struct SearchKeyTests {
    @Test(
        "The same name in another spelling folds to the same key",
        arguments: [
            ("Ёлкина", "елкина"), ("ЕЛКИНА", "елкина"), ("Е\u{308}лкина", "елкина"), ("Соловьёва", "соловьева"),
            ("Римская-Корсакова", "римская корсакова"), ("Римская — Корсакова", "римская корсакова"),
            ("  Иванова   Анна\u{00A0}Петровна ", "иванова анна петровна"), ("Чайкии\u{306}", "чайкий"), ("Чайкий", "чайкий"),
            ("Мария\u{200B}", "мария"), ("Ма\u{AD}рия", "мария"), ("\u{202E}Мария\u{202C}\u{FEFF}", "мария"), ("", ""),
            (" - ", ""),
            ("Иванова\tАнна\n", "иванова анна"), ("O'Нил", "o'нил"), ("Müller", "müller"), ("Mu\u{308}ller", "müller"),
            ("Ёж ёж", "еж еж"), ("-Ёж", "еж"), ("Мари\u{301}я", "мария"), ("Е\u{200B}\u{308}ж", "еж"),
        ])
    func fold(text: String, expected: String) {
        #expect(Array(SearchKey.fold(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("«й» is not «и», though it is made of it")
    func shortI() { #expect(SearchKey.fold("Андрей") != SearchKey.fold("Андреи")) }

    @Test("Folding twice changes nothing, whatever the text")
    func idempotent() throws {
        var generator = SeededGenerator(seed: 3)
        let letters = Array("АаЕеЁёИиЙйЯя -‑—\u{00A0}\u{200B}\u{301}\u{306}\u{308}azÉ'").flatMap { Array($0.unicodeScalars) }
        try withEvery("sample", in: 0..<2000) { _ in
            var text = ""
            for _ in 0..<Int.random(in: 0...10, using: &generator) {
                if let letter = letters.randomElement(using: &generator) { text.unicodeScalars.append(letter) }
            }
            let once = SearchKey.fold(text)
            try hold(SearchKey.fold(once) == once, "«\(text)» folds to «\(once)» and stays")
        }
    }

    @Test("Sorted names stand as in a Russian dictionary: Ё after Е and before Ж, compounds by their first part")
    func sorting() {
        let sorted = [
            "Абрамов", "Ежов", "Елин", "Еремин", "Ёжиков", "Ёлкин", "Жуков", "Иванов", "Иванов-Петров", "Иванова", "Йорк", "Кац",
            "Яковлев",
        ]
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            let names = sorted.shuffled(using: &generator)
            #expect(
                names.sorted { SearchKey.sortKey($0).utf8.lexicographicallyPrecedes(SearchKey.sortKey($1).utf8) } == sorted)
        }
        #expect(SearchKey.sortKey("ёлкин") == SearchKey.sortKey("Е\u{308}ЛКИН"))
    }
}
