import CPseudoTerminal
import Foundation
import Testing

/// A program on a pseudo-terminal: what it writes is kept, what it waits for is typed.
final class PseudoTerminal {
    /// Generous, because other builds share the machine; nothing sleeps this long unless it fails.
    static let patience: Int64 = 120_000_000_000

    let descriptor: Int32
    let pid: pid_t
    private(set) var output: [UInt8] = []
    private(set) var status: Int32?
    private var isClosed = false

    /// Starts `arguments[0]` with only these variables beside PATH and HOME.
    init(_ arguments: [String], environment: [String: String] = [:], rows: Int32 = 24, columns: Int32 = 80) throws {
        var variables = ["PATH": "/usr/bin:/bin", "HOME": "/tmp", "TERM": "xterm-256color", "LANG": "C.UTF-8"]
        variables.merge(environment) { $1 }
        var process: pid_t = 0
        let terminal = withCStrings(arguments) { argv in
            withCStrings(variables.map { "\($0.key)=\($0.value)" }) { envp in
                pt_spawn(arguments[0], argv, envp, rows, columns, &process)
            }
        }
        try #require(terminal >= 0, "no pseudo-terminal")
        descriptor = terminal
        pid = process
    }

    deinit {
        if !hasEnded { pt_kill(pid) }
        closeWindow()
    }

    /// The probe that is built beside the tests.
    static func probe(
        _ arguments: [String] = [], environment: [String: String] = [:], rows: Int32 = 24, columns: Int32 = 80
    ) throws -> PseudoTerminal {
        try PseudoTerminal([probePath] + arguments, environment: environment, rows: rows, columns: columns)
    }

    static var probePath: String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("terminal-probe").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        // Swift Testing may run inside of a helper of the toolchain.
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.appendingPathComponent(".build/debug/terminal-probe").path
    }

    // MARK: - Typing and reading

    func type(_ text: String) {
        type(Array(text.utf8))
    }

    func type(_ bytes: [UInt8]) {
        pt_write(descriptor, bytes, Int32(bytes.count))
    }

    /// Reads what comes within `milliseconds`; the number of bytes.
    @discardableResult
    func read(milliseconds: Int32 = 20) -> Int {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = pt_read(descriptor, &buffer, Int32(buffer.count), milliseconds)
        guard count > 0 else { return 0 }
        output += buffer[..<Int(count)]
        return Int(count)
    }

    /// Reads until the condition holds; false when patience ends.
    func wait(_ condition: () -> Bool) -> Bool {
        let end = pt_now() + Self.patience
        while pt_now() < end {
            read()
            if condition() { return true }
        }
        return false
    }

    /// Reads until the text has been written after `mark`.
    func wait(for text: String, after mark: Int = 0) -> Bool {
        wait { self.contains(text, after: mark) }
    }

    func contains(_ text: String, after mark: Int = 0) -> Bool {
        Data(output[min(mark, output.count)...]).range(of: Data(text.utf8)) != nil
    }

    /// Where the output ends now, to look only at what comes later.
    var mark: Int { output.count }

    /// Reads until nothing has come for a while.
    func settle() {
        while read(milliseconds: 150) > 0 {}
    }

    /// Closes the window while the program runs.
    func closeWindow() {
        guard !isClosed else { return }
        isClosed = true
        pt_close(descriptor)
    }

    // MARK: - The program

    /// Whether the last thing said about the cursor, if anything, was to show it.
    var isCursorVisible: Bool {
        let data = Data(output)
        guard let hidden = data.range(of: Data("\u{1B}[?25l".utf8), options: .backwards) else { return true }
        guard let shown = data.range(of: Data("\u{1B}[?25h".utf8), options: .backwards) else { return false }
        return shown.lowerBound > hidden.lowerBound
    }

    var isCooked: Bool { pt_is_cooked(descriptor) }

    var hasEnded: Bool {
        if status != nil { return true }
        var code: Int32 = 0
        if pt_has_ended(pid, &code) { status = code }
        return status != nil
    }

    func waitForEnd() -> Int32? {
        _ = wait { self.hasEnded }
        settle()
        return status
    }

    func signal(_ number: Int32) {
        pt_signal(pid, number)
    }

    func resize(rows: Int32, columns: Int32) {
        pt_resize(descriptor, rows, columns)
    }
}

private func withCStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result) -> Result
{
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("the list ends with a nil and is never empty") }
        return body(base)
    }
}
