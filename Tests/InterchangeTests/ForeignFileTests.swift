import Foundation
import Testing

@testable import Interchange

@Suite("A foreign file is opened without trust")
struct ForeignFileTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a path with nothing there is not found")
    func missing() {
        expectRefusal(.notFound, folder.path(of: "none.csv"))
        expectRefusal(.notFound, folder.path(of: "none/none.csv"))
    }

    @Test("a folder is refused")
    func directory() {
        expectRefusal(.notRegularFile(.directory), folder.path)
    }

    @Test("a device is refused before it is read")
    func device() {
        expectRefusal(.notRegularFile(.device), "/dev/zero")
        expectRefusal(.notRegularFile(.device), "/dev/null")
    }

    @Test("a pipe is refused without waiting for its writer")
    func pipe() {
        #expect(mkfifo(folder.path(of: "pipe"), 0o600) == 0)
        expectRefusal(.notRegularFile(.pipe), folder.path(of: "pipe"))
    }

    @Test("a socket is refused")
    func socket() throws {
        let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = "/tmp/marshrut-\(UUID().uuidString.prefix(8))"
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        defer { unlink(path) }
        #expect(bound == 0)
        expectRefusal(.notRegularFile(.socket), path)
    }

    @Test("a file without the right to read it is refused", .enabled(if: getuid() != 0, "root reads everything"))
    func unreadable() throws {
        let path = try folder.file("а;б\n")
        #expect(chmod(path, 0) == 0)
        expectRefusal(.notPermitted, path)
    }

    @Test("nothing, blank lines and spaces are an empty file", arguments: ["", "\n\n\r\n", "  \t \n", "\u{FEFF}"])
    func empty(text: String) throws {
        expectRefusal(.empty, try folder.file(text))
    }

    @Test("the limit of the file's size is exact")
    func fileSize() throws {
        let path = try folder.file("а;б\n1;2\n")
        #expect(try readTable(path, limits: .init(fileBytes: 10)).rows == [["1", "2"]])
        expectRefusal(.fileTooLarge(bytes: 10, limit: 9), limits: .init(fileBytes: 9), path)
    }

    @Test("the limit of a line's length is exact")
    func lineLength() throws {
        let path = try folder.file("a;b\n1;2345\n")
        #expect(try readTable(path, limits: .init(rowBytes: 6)).rows == [["1", "2345"]])
        expectRefusal(.lineTooLong(line: 2, limit: 5), limits: .init(rowBytes: 5), path)
    }

    @Test("the limit of a cell's length is exact")
    func fieldLength() throws {
        let path = try folder.file("a;b\n1;\"2345\"\n")
        #expect(try readTable(path, limits: .init(fieldBytes: 4)).rows == [["1", "2345"]])
        expectRefusal(.fieldTooLong(line: 2, column: 2, limit: 3), limits: .init(fieldBytes: 3), path)
    }

    @Test("a row over several lines has one row's limit")
    func rowLength() throws {
        let path = try folder.file("a;b\n\"12\n34\";\"56\n78\"\n")
        #expect(try readTable(path, limits: .init(rowBytes: 10)).rows == [["12\n34", "56\n78"]])
        expectRefusal(.unclosedQuote(line: 3, column: 2), limits: .init(rowBytes: 9), path)
        expectRefusal(.rowTooLong(line: 2, limit: 9), limits: .init(rowBytes: 9), try folder.file("a;b\n\"12\n345\";5678\n"))
    }

    @Test("limits of columns and rows are exact")
    func counts() throws {
        let path = try folder.file("a;b;c\n1;2;3\n4;5;6\n")
        #expect(try readTable(path, limits: .init(columns: 3, rows: 2)).rows.count == 2)
        expectRefusal(.tooManyColumns(line: 1, limit: 2), limits: .init(columns: 2), path)
        expectRefusal(.tooManyRows(limit: 1), limits: .init(rows: 1), path)
        expectRefusal(.tooManyColumns(line: 2, limit: 3), limits: .init(columns: 3), try folder.file("a;b;c\n1;2;3;;;\n"))
    }

    @Test("a line of 100 MB is refused at once, the rest of it unread")
    func endlessLine() throws {
        let path = folder.path(of: "long.csv")
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let handle = try #require(FileHandle(forWritingAtPath: path))
        let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
        for _ in 0..<100 { try handle.write(contentsOf: piece) }
        try handle.close()

        let before = bytesRead()
        expectRefusal(.lineTooLong(line: 1, limit: 1 << 20), path)
        // What was not read took neither time nor memory; the clock and the process's memory tell of other tests too.
        if let before, let after = bytesRead() { #expect(after - before < 16 << 20) }
    }

    @Test("NUL and a heap of control bytes are no text; a few are left for the rows to report")
    func binary() throws {
        expectRefusal(.binary(line: 2), try folder.file("a;b\n1;\u{0}\n"))
        expectRefusal(.binary(line: 1), try folder.file((0..<200).map { UInt8($0 % 26 + 1) }))
        #expect(try readTable(try folder.file("a;b\n1;\u{1}\n")).rows == [["1", "\u{1}"]])
    }

    @Test(
        "formats handed over in place of a table are told by name",
        arguments: [
            (ForeignFileError.KnownFormat.zip, "PK\u{3}\u{4}…"), (.pdf, "%PDF-1.7"), (.sqlite, "SQLite format 3\u{0}"),
            (.rtf, "{\\rtf1"), (.xml, "\u{FEFF}<?xml version=\"1.0\"?>"), (.html, "\n <HTML>"), (.html, "<table border=1>"),
        ])
    func otherFormats(format: ForeignFileError.KnownFormat, beginning: String) throws {
        expectRefusal(.otherFormat(format), try folder.file(beginning))
    }

    @Test("old Office and gzip are told by their bytes")
    func binaryFormats() throws {
        expectRefusal(.otherFormat(.oldOffice), try folder.file([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]))
        expectRefusal(.otherFormat(.gzip), try folder.file([0x1F, 0x8B, 8, 0]))
    }

    @Test("a file that changes while it is read is noticed")
    func changed() throws {
        let path = try folder.file("a;b\n1;2\n")
        let reader = try DelimitedReader(try ForeignFile(path: path))
        #expect(try reader.next()?.fields == ["1", "2"])
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("3;4\n".utf8))
        try handle.close()
        #expect(throws: ForeignFileError.changedWhileRead) { try reader.next() }
    }

    @Test("every code is of lower-case words")
    func codes() {
        let errors: [ForeignFileError] = [
            .notFound, .notRegularFile(.pipe), .otherFormat(.oldOffice), .unsupportedEncoding(.utf32),
            .unclosedQuote(line: 1, column: 2),
        ]
        #expect(
            errors.map(\.code) == [
                "foreign-file.not-found", "foreign-file.not-regular-file.pipe", "foreign-file.other-format.old-office",
                "foreign-file.unsupported-encoding.utf-32", "foreign-file.unclosed-quote",
            ])
        #expect(errors.map(\.line) == [nil, nil, nil, nil, 1])
        #expect(errors.map(\.column) == [nil, nil, nil, nil, 2])
    }

    /// How many bytes this very thread has read so far; nil where the kernel does not count them.
    private func bytesRead() -> Int? {
        let counts = try? String(contentsOfFile: "/proc/thread-self/io", encoding: .utf8)
        let line = counts?.split(separator: "\n").first { $0.hasPrefix("rchar:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }
    }
}
