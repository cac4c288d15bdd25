import Foundation
import Testing

/// Stores that cannot be used, or not for writing: said in words, with the status of the contract, and left untouched.
@Suite struct StoreTests {
    @Test("A store written by a newer version is refused with status 4 and not touched, by command and by screen")
    func newer() throws {
        let trial = try Trial()
        try trial.begin()
        trial.system("sqlite3", trial.store, "PRAGMA user_version = 9999")
        let before = trial.fingerprint()
        for arguments in [["citizens"], ["contact", "1", "--method", "phone", "--outcome", "no-answer"], ["verify"]] {
            let ended = trial.run(arguments)
            #expect(ended.status == 4, "\(ended)")
            #expect(ended.complaint.contains("более новой версией"), "\(ended)")
        }
        let window = try Window(trial)
        window.command("clear; marshrut; echo \"left with status $?\"")
        let screen = try window.wait(for: "left with status 4")
        #expect(screen.contains("более новой версией"), "\(screen)")
        #expect(trial.fingerprint() == before)
    }

    @Test("A damaged store is refused with status 4 and not touched", arguments: ["cut", "garbage", "text"])
    func damaged(_ kind: String) throws {
        let trial = try Trial()
        try trial.begin()
        switch kind {
        case "cut": trial.system("truncate", "-s", "9000", trial.store)
        case "garbage":
            trial.system("dd", "if=/dev/urandom", "of=\(trial.store)", "bs=4096", "count=3", "conv=notrunc", "status=none")
        default: try trial.write("office.sqlite", Data("Это не база, а письмо.\n".utf8))
        }
        let before = trial.fingerprint()
        let ended = trial.run("citizens")
        #expect(ended.status == 4, "\(ended)")
        #expect(ended.complaint.contains("не тронут"), "\(ended)")
        let window = try Window(trial)
        window.command("clear; marshrut; echo \"left with status $?\"")
        try window.wait(for: "left with status 4")
        #expect(trial.fingerprint() == before)
    }

    @Test("When nobody has it open the store is one file: a copy of it alone holds everything")
    func oneFile() throws {
        let trial = try Trial()
        try trial.begin()
        #expect(trial.fingerprint().hasSuffix("office.sqlite\noffice.sqlite-lock\n"), "after init: \(trial.fingerprint())")
        try trial.take([AccidentTests.person], today: "2025-04-28")
        #expect(trial.fingerprint().hasSuffix("office.sqlite\noffice.sqlite-lock\n"), "after an import: \(trial.fingerprint())")
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        try window.wait(for: "▸ 05.05.2025")
        window.type("з2")
        try window.wait(for: "г — отменить")
        try window.leave()
        #expect(trial.fingerprint().hasSuffix("office.sqlite\noffice.sqlite-lock\n"), "after the screens: \(trial.fingerprint())")
        try FileManager.default.copyItem(atPath: trial.store, toPath: trial.folder + "/copy.sqlite")
        let copied = trial.system("sqlite3", trial.folder + "/copy.sqlite", "SELECT count(*) FROM contactAttempt")
        #expect(copied.out.trimmed == "1", "\(copied)")
    }

    @Test("A damaged page inside the store is noticed by verify")
    func damagedInside() throws {
        let trial = try Trial()
        try trial.begin()
        try trial.take([AccidentTests.person], today: "2025-04-28")
        #expect(trial.run("verify").status == 0)
        trial.system("dd", "if=/dev/urandom", "of=\(trial.store)", "bs=4096", "seek=5", "count=2", "conv=notrunc", "status=none")
        let ended = trial.run("verify")
        #expect(ended.status == 4 || ended.status == 1, "\(ended)")
        #expect(!(ended.complaint + ended.out).trimmed.isEmpty)
    }

    /// Root may write whatever the permissions say, so the file system itself must refuse.
    @Test(
        "A store that may not be written: it is shown, every action says why it cannot be recorded, and nothing is touched",
        .enabled(if: getuid() == 0, "only root may mount a read-only file system"))
    func readOnly() throws {
        let trial = try Trial()
        let mount = trial.folder + "/disk"
        try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
        try #require(trial.system("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", mount).status == 0)
        defer { trial.system("umount", "-l", mount) }
        trial.store = mount + "/office.sqlite"
        try trial.begin()
        try trial.take([AccidentTests.person], today: "2025-04-28")
        // Busy while anybody has a file of it open for writing, which a process that has just ended may for a moment.
        let deadline = Date().addingTimeInterval(120)
        while true {
            let remounted = trial.system("mount", "-o", "remount,ro", mount)
            if remounted.status == 0 { break }
            try #require(Date() < deadline, "\(remounted)")
        }
        let before = trial.fingerprint()
        #expect(try trial.run("citizens", "--format", "json").list().count == 1)
        let written = trial.run("contact", "1", "--method", "phone", "--outcome", "no-answer", "--today", "2025-04-28")
        #expect(written.status == 4 && written.complaint.contains("Писать в базу нельзя"), "\(written)")
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        try window.wait(for: "▸ 05.05.2025")
        window.type("з2")
        try window.wait(for: "Писать в базу нельзя")
        try window.leave()
        #expect(trial.fingerprint() == before)
        try #require(trial.system("mount", "-o", "remount,rw", mount).status == 0)
        #expect(try trial.run("citizens", "--format", "json").list().count == 1)
    }
}
