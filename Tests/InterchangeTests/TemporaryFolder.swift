import Foundation
import Testing

@testable import Interchange

/// A folder that is gone when its owner is: every test gets its own.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/interchange-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func path(of name: String) -> String {
        path + "/" + name
    }

    /// Writes a file and says where it is.
    func file(_ bytes: some Sequence<UInt8>, name: String = "table.csv") throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(of: name)))
        return path(of: name)
    }

    func file(_ text: String, name: String = "table.csv") throws -> String {
        try file(text.utf8, name: name)
    }
}

/// A table read to its end.
struct WholeTable: Equatable {
    var header: [String]
    var rows: [[String]]
    var lines: [Int]
}

/// Reads a table whole, as no production code does.
func readTable(
    _ path: String, encoding: EncodingChoice = .auto, limits: ForeignFile.Limits = .standard, delimiter: Delimiter? = nil
) throws(ForeignFileError) -> WholeTable {
    let reader = try DelimitedReader(try ForeignFile(path: path, encoding: encoding, limits: limits), delimiter: delimiter)
    var table = WholeTable(header: reader.header, rows: [], lines: [])
    while let record = try reader.next() {
        table.rows.append(record.fields)
        table.lines.append(record.line)
    }
    return table
}

/// Expects a foreign file to be refused with just this error.
func expectRefusal(
    _ expected: ForeignFileError, encoding: EncodingChoice = .auto, limits: ForeignFile.Limits = .standard,
    sourceLocation: SourceLocation = #_sourceLocation, _ path: String
) {
    #expect(sourceLocation: sourceLocation) {
        try readTable(path, encoding: encoding, limits: limits)
    } throws: { error in
        error as? ForeignFileError == expected
    }
}

/// Bytes of a text in one of the encodings that we read; nil where a letter is not in it.
func encode(_ text: String, as encoding: TextEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .cp1251, .cp866, .koi8r:
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = (UInt8.min...UInt8.max).first(where: { SingleByteAlphabet.of(encoding)?.scalar(of: $0) == scalar })
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}

/// A generator that gives the same numbers in every run (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
