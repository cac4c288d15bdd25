import Foundation

/// A file that appears at its path whole or not at all, readable by its owner alone.
///
/// It is written under a hidden name beside the path; ``finish()`` syncs it to the disk and gives it its name. A draft
/// dropped before that leaves nothing behind.
final class DraftFile {
    /// The hidden name to write under.
    let draft: String
    private let path: String
    private let replacing: Bool
    /// Open for writing until the end.
    private(set) var descriptor: Int32

    init(path: String, replacing: Bool) throws(DelimitedWriterError) {
        self.path = path
        self.replacing = replacing
        let place = URL(fileURLWithPath: path)
        draft = place.deletingLastPathComponent().path + "/.\(place.lastPathComponent).\(UUID().uuidString.prefix(8)).part"
        if !replacing, access(path, F_OK) == 0 { throw .alreadyExists }
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DelimitedWriterError(errno: errno) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(draft)
    }

    /// Gives the file its name.
    func finish() throws(DelimitedWriterError) {
        guard fsync(descriptor) == 0 else { throw DelimitedWriterError(errno: errno) }
        if replacing {
            guard rename(draft, path) == 0 else { throw DelimitedWriterError(errno: errno) }
        } else {
            try giveNewName()
        }
        close(descriptor)
        descriptor = -1
    }

    /// `link` refuses an existing name, where `rename` would overwrite it.
    private func giveNewName() throws(DelimitedWriterError) {
        if link(draft, path) == 0 {
            unlink(draft)
            return
        }
        // A memory stick's file system has no links; there a last look has to do.
        guard errno == EPERM || errno == EOPNOTSUPP else { throw DelimitedWriterError(errno: errno) }
        if access(path, F_OK) == 0 { throw .alreadyExists }
        guard rename(draft, path) == 0 else { throw DelimitedWriterError(errno: errno) }
    }
}
