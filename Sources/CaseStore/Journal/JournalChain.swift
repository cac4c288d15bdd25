import CSodium
import Casework

/// The journal's hash chain: BLAKE2b-256 of the previous hash, the entry and its changes.
///
/// Every part goes in with its length before it, so that no two entries have the same bytes.
final class JournalChain {
    private let memory = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
    private var state: OpaquePointer { OpaquePointer(memory) }
    /// Bytes of a hash.
    static let length = 32
    /// What the first entry stands on.
    static let origin = [UInt8](repeating: 0, count: length)

    /// libsodium chooses its code for this machine once, before anything else.
    private static let isReady = sodium_init() >= 0

    /// Begins an entry.
    init(after previous: [UInt8], sequence: Int, at: Int, worker: String, action: String, undoes: Int?, note: String?) {
        _ = JournalChain.isReady
        crypto_generichash_init(state, nil, 0, JournalChain.length)
        add(previous)
        add(sequence)
        add(at)
        add(Array(worker.utf8))
        add(Array(action.utf8))
        add(undoes ?? 0)
        add(note.map { Array($0.utf8) })
    }

    deinit { memory.deallocate() }

    /// Adds one change, in the order of its ordinal.
    func add(kind: String, caseID: RecordID?, rowID: RecordID?, version: Int, before: [UInt8]?, after: [UInt8]?) {
        add(Array(kind.utf8))
        add(caseID)
        add(rowID)
        add(version)
        add(before)
        add(after)
    }

    /// The entry's hash.
    func finish() -> [UInt8] {
        var hash = JournalChain.origin
        crypto_generichash_final(state, &hash, JournalChain.length)
        return hash
    }

    private func add(_ bytes: [UInt8]?) {
        guard let bytes else { return add(-1) }
        add(bytes.count)
        crypto_generichash_update(state, bytes, UInt64(bytes.count))
    }

    private func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) {
            _ = crypto_generichash_update(state, $0.baseAddress, UInt64($0.count))
        }
    }

    private func add(_ id: RecordID?) {
        add(id == nil ? 0 : 1)
        guard let id else { return }
        withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) {
            _ = crypto_generichash_update(state, $0.baseAddress, UInt64($0.count))
        }
    }
}
