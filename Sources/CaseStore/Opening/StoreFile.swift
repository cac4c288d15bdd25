import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The store's file as the operating system sees it; looks without SQLite, so that a foreign file is not touched.
enum StoreFile {
    /// `MRSH`, the mark in SQLite's header that the file is ours.
    static let applicationID: Int32 = 0x4D52_5348

    /// What the file's first hundred bytes say. Source: <https://sqlite.org/fileformat2.html>, section 1.3.
    struct Header {
        let isSQLite: Bool
        let applicationID: Int32
        let schema: Int
        let pageSize: Int
        let pageCount: Int
        let isPageCountValid: Bool
    }

    /// Refuses a file that is missing, foreign, newer, cut short, or on a network file system.
    static func check(_ path: String) throws(StoreError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing }
        try checkFileSystem(path)
        if OpenStores.contain(path) { return }
        let header = try header(path)
        guard header.isSQLite, header.applicationID == applicationID else { throw .notAStore }
        if header.schema > Migration.current { throw .newer(schema: header.schema) }
        // The journal beside the file may hold its last pages; only without one must the file be whole.
        if size(path + "-wal") == 0, header.isPageCountValid, size(path) < header.pageSize * header.pageCount { throw .damaged }
    }

    /// The header of a file.
    static func header(_ path: String) throws(StoreError) -> Header {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .noAccess }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, 100, 0) }
        guard count == 100 else { throw .notAStore }
        func word(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        let rawPageSize = Int(bytes[16]) << 8 | Int(bytes[17])
        return Header(
            isSQLite: bytes.starts(with: Array("SQLite format 3\0".utf8)), applicationID: Int32(truncatingIfNeeded: word(68)),
            schema: word(60), pageSize: rawPageSize == 1 ? 65536 : rawPageSize, pageCount: word(28),
            isPageCountValid: word(24) == word(92))
    }

    /// The size in bytes; 0 when there is no such file.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether the file and its folder may be written.
    static func isWritable(_ path: String) -> Bool {
        let folder = folder(of: path)
        return access(path, W_OK) == 0 && access(folder, W_OK | X_OK) == 0
    }

    /// The folder that holds the file.
    static func folder(of path: String) -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return folder.isEmpty ? "/" : folder
    }

    /// Makes the folder, closed to everyone else, where there is none.
    static func makeFolder(for path: String) throws(StoreError) {
        let folder = folder(of: path)
        if FileManager.default.fileExists(atPath: folder) { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .readOnly }
    }

    /// Makes an empty file closed to everyone else; refuses to replace one.
    static func makeFile(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EEXIST: throw .alreadyThere
            case ENOSPC, EDQUOT: throw .diskFull
            case EROFS, EACCES, EPERM: throw .readOnly
            default: throw .noAccess
            }
        }
        fchmod(descriptor, 0o600)
        close(descriptor)
    }

    /// Forces a file or a folder to the disk.
    static func synchronise(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .noAccess }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .writeFailed }
    }

    /// The name under which SQLite shall open a store for reading.
    ///
    /// SQLite keeps two files beside a store in WAL mode even to read it. Where the folder takes no files and none is left
    /// over, nobody can be writing: the store is then opened as unchangeable, which needs none.
    /// Source: <https://www.sqlite.org/wal.html>, «Read-Only Databases».
    static func readingName(_ path: String) -> String {
        let isClosed = access(folder(of: path), W_OK) != 0
        guard isClosed, !FileManager.default.fileExists(atPath: path + "-wal") else { return path }
        return URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    }

    /// Refuses folders where SQLite's locks do not hold: what `/proc/self/mountinfo` calls a network file system.
    static func checkFileSystem(_ path: String) throws(StoreError) {
        var status = stat()
        let known = FileManager.default.fileExists(atPath: path) ? path : folder(of: path)
        guard stat(known, &status) == 0, let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        else { return }
        let device = "\((status.st_dev >> 8) & 0xFFF):\((status.st_dev & 0xFF) | ((status.st_dev >> 12) & 0xFFF00))"
        for line in mounts.split(separator: "\n") {
            // Source: `man 5 proc_pid_mountinfo`: the third field is the device, the type follows the field «-».
            let fields = line.split(separator: " ")
            guard fields.count > 6, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else {
                continue
            }
            if isNetwork(String(fields[dash + 1])) { throw .networkFileSystem }
        }
    }

    /// Whether a type of file system keeps its files on another machine.
    static func isNetwork(_ type: String) -> Bool {
        ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "lustre", "glusterfs"].contains(type)
            || ["fuse.sshfs", "fuse.glusterfs", "fuse.davfs", "fuse.rclone", "fuse.s3fs"].contains(type)
    }
}
