import Foundation
import Testing

/// The built program itself: statuses, a reader that goes away, a limit on file size.
struct BinaryTests {
    /// Beside the tests' own executable, where SwiftPM builds the program.
    static let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { path in
        URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("marshrut").path
    }

    private func shell(_ line: String, _ office: TrialOffice) throws -> (status: Int32, out: String, err: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line]
        process.environment = office.environment.merging([
            "PATH": "/usr/bin:/bin", "M": try #require(Self.program),
        ]) { $1 }
        let out = Pipe()
        let err = Pipe()
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let written = out.fileHandleForReading.readDataToEndOfFile()
        let complained = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: written, as: UTF8.self), String(decoding: complained, as: UTF8.self)
        )
    }

    @Test func statusesReachTheShell() throws {
        let office = try TrialOffice()
        #expect(try shell("$M calendar 2025 --format json | head -2 | tail -1", office).out.hasPrefix("{\"date\":\"2025-01-01\""))
        #expect(try shell("$M calendar", office).status == 2)
        #expect(try shell("$M citizens", office).status == 4)
        #expect(try shell("$M regulations check /nowhere", office).status == 3)
        let begin = "$M init --organisation X --regulation irkutsk-414r"
        #expect(try shell("\(begin) && \(begin)", office).status == 1)
    }

    @Test func withoutACommandATerminalIsAskedFor() throws {
        let ran = try shell("$M </dev/null", TrialOffice())
        #expect(ran.status == 2)
        #expect(ran.err.contains("нужен терминал"))
    }

    @Test func aReaderThatGoesAwayIsNoFailure() throws {
        let office = try TrialOffice()
        let ran = try shell("$M calendar 2025 --format json | head -1; echo ${PIPESTATUS[0]}", office)
        #expect(ran.out == "[\n0\n")
        #expect(ran.err.isEmpty)
    }

    @Test func aLimitOnFileSizeIsSaidAndLosesNothing() throws {
        let office = try TrialOffice()
        #expect(try shell("$M init --organisation X --regulation irkutsk-414r", office).status == 0)
        let before = try shell("$M citizens --format json", office).out
        var rows = ImportTests.Thousand().text
        rows.removeLast(2)
        let file = try office.file("list.csv", rows)
        let ran = try shell("ulimit -f 300; $M import referrals \(file)", office)
        #expect(ran.status == 4, "\(ran.err)")
        #expect(ran.err.contains("ничего не записано"))
        #expect(try shell("$M citizens --format json", office).out == before)
        #expect(try shell("$M verify", office).status == 0)
    }

    @Test func aKilledImportLeavesNothingOrAll() throws {
        let office = try TrialOffice()
        #expect(try shell("$M init --organisation X --regulation irkutsk-414r", office).status == 0)
        var text = ImportTests.header + "\n"
        for index in 0..<3000 {
            text += "Кедров-\(String(repeating: "а", count: index % 50))\(String(repeating: "б", count: index / 50));Семён;;"
            text += "02.11.1979;;;;;05.03.2025;ipra;\n"
        }
        let file = try office.file("list.csv", text)
        for delay in ["0.2", "0.6", "1.0"] {
            _ = try shell("$M import referrals \(file) >/dev/null & sleep \(delay); kill -9 $! ; wait", office)
            let count = try shell("$M citizens --format csv | wc -l", office).out.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(["0", "3001"].contains(count), "\(delay): \(count)")
            #expect(try shell("$M verify --format json", office).status == 0)
        }
    }

    @Test func filesAreForTheirOwnerAlone() throws {
        let office = try TrialOffice()
        let ran = try shell("umask 022; $M init --organisation X --regulation irkutsk-414r && stat -c %a $MARSHRUT_DB", office)
        #expect(ran.out.hasSuffix("600\n"))
    }
}
