import CaseStore
import Casework
import Foundation
import StoreTestSupport

/// A process of its own for tests that kill, limit or crowd it, and for measurements.
@main
enum StoreProbe {
    static func main() {
        CaseArchive.ignoreFileSizeSignal()
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else { exit(2) }
        let command = arguments.removeFirst()
        let path = arguments.removeFirst()
        let numbers = arguments.compactMap(Int.init)
        do {
            switch command {
            case "import": try Accidents.importCases(path, count: numbers[0])
            case "limited": try Accidents.writeUntilRefused(path, limit: numbers[0])
            case "write": try Crowd.write(path, seconds: numbers[0], seed: numbers[1])
            case "read": try Crowd.read(path, seconds: numbers[0])
            case "fill": try Measure.fill(path, citizens: numbers[0], attempts: numbers[1])
            case "measure": try Measure.queries(path)
            case "bulk": try Measure.bulk(path, count: numbers[0])
            case "recompute": try Measure.recompute(path)
            case "freeze": try Frozen.make(path)
            default: exit(2)
            }
        } catch {
            say("error \(Accidents.code(error))")
            exit(4)
        }
    }
}

/// Writes a line at once, so that it is out before the process is killed.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
