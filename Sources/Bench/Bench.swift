import CBareScreen
import Foundation

/// `marshrut-bench`: measures, each figure beside the same work done bare in the same run.
@main
struct Bench {
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            switch (words.first, words.count) {
            case ("--child-bare", 2): exit(bare_screen(words[1]))
            default: try Run(BenchOptions(words)).run()
            }
        } catch {
            note("marshrut-bench: \(error)")
            exit(1)
        }
    }
}

/// What the run is asked for.
struct BenchOptions {
    var people = 200_000
    var isFresh = false
    var folder = ".build/bench"

    init(_ words: [String]) throws {
        var words = words[...]
        while let word = words.popFirst() {
            switch word {
            case "--fresh": isFresh = true
            case "--people":
                guard let count = words.popFirst().flatMap({ Int($0) }), count > 0 else { throw BenchFailure(BenchOptions.usage) }
                people = count
            case "--folder":
                guard let path = words.popFirst() else { throw BenchFailure(BenchOptions.usage) }
                folder = path
            default: throw BenchFailure(BenchOptions.usage)
            }
        }
    }

    private static let usage = "usage: marshrut-bench [--fresh] [--people N] [--folder PATH]"
}
