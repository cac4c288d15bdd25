import Foundation

/// A file that somebody else's program made: opened without trust and read through once, before any of its rows counts.
///
/// The whole file is surveyed on opening, 64 KiB at a time: size, NUL and control bytes, length of lines, encoding. So a
/// file is refused before its first row has been used, and rows are then read in memory that does not grow with the file.
///
/// ```swift
/// let file = try ForeignFile(path: "referrals.csv")
/// let reader = try DelimitedReader(file)
/// while let record = try reader.next() { … }
/// ```
public final class ForeignFile: Sendable {
    /// How much of a foreign file we are ready to take. Sizes are in bytes: of the file as it lies on the disk for
    /// ``fileBytes`` and lines, of the text as UTF-8 for rows and fields.
    public struct Limits: Sendable, Equatable {
        /// The whole file.
        public var fileBytes: Int
        /// One physical line, and one row of the table.
        public var rowBytes: Int
        /// One cell.
        public var fieldBytes: Int
        /// Cells in a row.
        public var columns: Int
        /// Rows below the header.
        public var rows: Int

        /// Creates limits; each defaults to that of ``standard``.
        public init(
            fileBytes: Int = 512 << 20, rowBytes: Int = 1 << 20, fieldBytes: Int = 64 << 10, columns: Int = 512,
            rows: Int = 1_000_000
        ) {
            self.fileBytes = fileBytes
            self.rowBytes = rowBytes
            self.fieldBytes = fieldBytes
            self.columns = columns
            self.rows = rows
        }

        /// File 512 MiB, row 1 MiB, field 64 KiB, 512 columns, 1,000,000 rows: some ten times a region's largest list.
        public static let standard = Limits()
    }

    /// The path as it was given.
    public let path: String
    /// The file's size in bytes, as it was on opening; no more than this is ever read.
    public let size: Int
    /// The encoding found, and how sure it is.
    public let encoding: EncodingFinding
    /// The limits that the file is read under.
    public let limits: Limits

    /// Bytes of the byte order mark, to be skipped.
    let markLength: Int

    private let descriptor: Int32
    private let stamp: Stamp

    /// What tells that a file was written to meanwhile.
    private struct Stamp: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// Opens and surveys a file.
    ///
    /// - Parameters:
    ///   - path: Where it lies; a symbolic link is followed, since the worker named it.
    ///   - choice: The encoding, if the worker knows better than the survey.
    ///   - limits: How much to take.
    /// - Throws: ``ForeignFileError``; nothing is left open then.
    public init(
        path: String, encoding choice: EncodingChoice = .auto, limits: Limits = .standard
    ) throws(ForeignFileError) {
        // O_NONBLOCK: opening a named pipe must not wait for its writer. O_NOCTTY: a terminal must not become ours.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.openingError(errno, at: path) }
        do throws(ForeignFileError) {
            let stamp = try Self.regularFileStamp(of: descriptor)
            guard stamp.size <= limits.fileBytes else {
                throw ForeignFileError.fileTooLarge(bytes: stamp.size, limit: limits.fileBytes)
            }
            let source = ByteSource(descriptor: descriptor, end: stamp.size)
            (markLength, encoding) = try TextSurvey.encoding(of: source, choice: choice, limits: limits)
            self.stamp = stamp
        } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.limits = limits
        self.descriptor = descriptor
        size = stamp.size
    }

    deinit {
        close(descriptor)
    }

    /// The bytes of the file, to be read from any offset by any number of readers.
    var source: ByteSource {
        ByteSource(descriptor: descriptor, end: size)
    }

    /// The whole text, for files that are small by their limits.
    func wholeText() throws(ForeignFileError) -> String {
        var stream = TextStream(source: source, offset: markLength, encoding: encoding.encoding)
        var chunk = stream.makeChunk()
        var bytes: [UInt8] = []
        while true {
            let count = try stream.next(into: &chunk)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .changedWhileRead }
        return text
    }

    /// - Throws: ``ForeignFileError/changedWhileRead`` when the file is no longer the one that was surveyed.
    func assertUnchanged() throws(ForeignFileError) {
        guard try Self.regularFileStamp(of: descriptor) == stamp else { throw .changedWhileRead }
    }

    private static func regularFileStamp(of descriptor: Int32) throws(ForeignFileError) -> Stamp {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .notRegularFile(.directory)
        case S_IFCHR, S_IFBLK: throw .notRegularFile(.device)
        case S_IFIFO: throw .notRegularFile(.pipe)
        case S_IFSOCK: throw .notRegularFile(.socket)
        default: throw .notRegularFile(.other)
        }
        return Stamp(size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    private static func openingError(_ number: Int32, at path: String) -> ForeignFileError {
        switch number {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM: .notPermitted
        // What `open` answers for a socket and for a device without a driver.
        case ENXIO, ENODEV: .notRegularFile(isSocket(path) ? .socket : .device)
        default: .unreadable(errno: number)
        }
    }

    private static func isSocket(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
}

/// Bytes of an open file, read by offset: readers of one file do not disturb each other.
struct ByteSource {
    let descriptor: Int32
    /// The offset behind the last byte to be read.
    let end: Int

    /// Fills the buffer from `offset` on; says how many bytes it now holds, 0 at the end.
    func read(at offset: Int, into buffer: inout [UInt8]) throws(ForeignFileError) -> Int {
        while true {
            let wanted = min(buffer.count, end - offset)
            guard wanted > 0 else { return 0 }
            let got = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, wanted, off_t(offset)) }
            if got >= 0 { return got }
            if errno != EINTR { throw .unreadable(errno: errno) }
        }
    }
}
