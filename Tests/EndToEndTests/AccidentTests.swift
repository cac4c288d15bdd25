import Foundation
import Testing

/// What befalls a program in an office: a killed process, a closed terminal, a full disk; nothing written may be lost.
@Suite struct AccidentTests {
    static let person = ReferralList.Person(family: "Абрамова", given: "Анна", patronymic: "Ильинична", received: "24.04.2025")

    private func office() throws -> Trial {
        let trial = try Trial()
        try trial.begin()
        try trial.take([Self.person], today: "2025-04-28")
        return trial
    }

    /// Opens the queue and types a note into the full form of a call.
    private func halfType(_ window: Window, today: String = "2025-04-28T10:00") throws {
        try window.open(today: today)
        window.type("3")
        try window.wait(for: "▸ 05.05.2025")
        window.type("з0")
        try window.wait(for: "Примечание")
        window.press("Tab", "Tab", "Tab", "Tab")
        window.type("Перезвонить после обеда")
        try window.wait(for: "Перезвонить после обеда")
    }

    private func expectOffered(_ trial: Trial) throws {
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:25")
        let desk = try window.wait(for: "НЕ ДОПИСАНО (1)")
        #expect(desk.contains("25 минут назад"), "\(desk)")
        window.picture("20-draft-offered")
        window.press("Home", "Down", "Enter")
        try window.wait(for: "Перезвонить после обеда")
        window.press("F10")
        try window.wait(for: "Есть несохранённые изменения")
        window.type("о")
        try window.wait(for: "left with status 0")
    }

    @Test("kill -9 in the middle of a form: the draft is offered with its age")
    func killedInAForm() throws {
        let trial = try office()
        let window = try Window(trial)
        try halfType(window)
        try window.wait("the draft in the store") { _ in trial.query("SELECT count(*) FROM draft") == "1" }
        let id = try #require(window.programID)
        kill(id, SIGKILL)
        try window.wait(for: "left with status 137")
        try expectOffered(trial)
        #expect(trial.run("verify").status == 0)
    }

    @Test("SIGTERM and SIGHUP in the middle of a form keep the draft at once", arguments: [SIGTERM, SIGHUP])
    func signalled(_ signal: Int32) throws {
        let trial = try office()
        let window = try Window(trial)
        try halfType(window)
        let id = try #require(window.programID)
        kill(id, signal)
        try window.wait(for: "left with status")
        #expect(trial.query("SELECT count(*) FROM draft") == "1")
        try expectOffered(trial)
    }

    /// When the import is killed: after so many seconds, or as soon as the store's journal begins to grow.
    enum Moment: Sendable {
        case after(TimeInterval)
        case whenJournalHolds(Int)
    }

    @Test(
        "kill -9 during an import leaves all rows or none, and a sound store",
        arguments: [Moment.after(0.2), .after(0.8), .whenJournalHolds(1), .whenJournalHolds(500_000)])
    func killedImport(_ moment: Moment) throws {
        let trial = try Trial()
        try trial.begin()
        var list = ReferralList()
        list.addMany(3_000, received: "28.04.2025")
        let file = try trial.write("list.csv", list.bytes(.utf8))
        let started = try #require(
            Child(
                Trial.programFolder + "/marshrut", ["import", "referrals", file, "--today", "2025-04-28"],
                environment: trial.environment, in: trial.folder))
        // The moment of the kill is the point of this test; whatever it hits, the outcome must be one of two.
        switch moment {
        case .after(let seconds): usleep(useconds_t(seconds * 1_000_000))
        case .whenJournalHolds(let bytes):
            let deadline = Date().addingTimeInterval(120)
            while trial.size("office.sqlite-wal") < bytes, Date() < deadline { usleep(300) }
        }
        kill(started.id, SIGKILL)
        _ = started.wait(timeout: 300)
        let count = trial.query("SELECT count(*) FROM registry")
        #expect(count == "0" || count == "3000", "a part was taken: \(count)")
        let verified = trial.run("verify")
        #expect(verified.status == 0, "\(verified)")
    }

    @Test(
        "A full disk during an action: it says so, nothing is lost, and goes on when there is room",
        .enabled(if: getuid() == 0, "only root may mount a small disk"))
    func fullDisk() throws {
        let trial = try Trial()
        let mount = trial.folder + "/disk"
        try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
        let mounted = trial.system("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount)
        try #require(mounted.status == 0, "no tmpfs here: \(mounted)")
        defer { trial.system("umount", "-l", mount) }
        trial.store = mount + "/office.sqlite"
        try trial.begin()
        try trial.take([Self.person], today: "2025-04-28")
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        try window.wait(for: "▸ 05.05.2025")
        trial.system("sh", "-c", "cat /dev/zero > '\(mount)/ballast' 2>/dev/null")
        window.type("з2")
        let said = try window.wait("that there is no room") {
            $0.contains("На диске нет места") || $0.contains("не дала записать")
        }
        #expect(!said.contains("Записано: "))
        window.picture("21-disk-full")
        #expect(trial.query("SELECT count(*) FROM contactAttempt") == "0")
        try FileManager.default.removeItem(atPath: mount + "/ballast")
        window.type("з2")
        try window.wait(for: "г — отменить")
        try window.leave()
        #expect(trial.query("SELECT count(*) FROM contactAttempt") == "1")
        #expect(trial.run("verify").status == 0)
    }

    @Test("A limit on the size of files during an action: it says so and the store stays sound")
    func fileSizeLimit() throws {
        let trial = try office()
        let before = trial.query("SELECT count(*) FROM contactAttempt")
        let ended = trial.system(
            "bash", "-c", "ulimit -f 8; marshrut contact 1 --method phone --outcome no-answer --today 2025-04-28T10:00")
        #expect(ended.status == 4, "\(ended)")
        #expect(ended.complaint.contains("ничего не записано"), "\(ended)")
        #expect(trial.query("SELECT count(*) FROM contactAttempt") == before)
        #expect(trial.run("verify").status == 0)
    }

    @Test("Random bytes to the terminal, then F10 leaves", arguments: [1, 2, 3] as [UInt64])
    func randomBytes(_ seed: UInt64) throws {
        let trial = try office()
        let window = try Window(trial)
        // What the noise leaves over when it makes the program leave must not become commands of a shell.
        window.command(
            "clear; marshrut --today 2025-04-28T10:00; echo \"left with status $?\"; trap '' INT QUIT TSTP; stty -echo; "
                + "while :; do cat > /dev/null; done")
        try window.wait(for: "1 Сегодня")
        var state = seed
        for _ in 0..<6 {
            let bytes = (0..<200).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let byte = UInt8(truncatingIfNeeded: state >> 33)
                // Ctrl-Z only stops the program, Ctrl-Q leaves it at once; leaving by F10 is what is looked at here.
                return byte == 0x1A || byte == 0x11 ? 0x20 : byte
            }
            try window.send(bytes)
        }
        // A form with changes asks before it is left; «о» keeps its draft. Several may lie on each other.
        try window.wait("the program left") { screen in
            if screen.contains("left with status") { return true }
            window.press("F10")
            if screen.contains("Есть несохранённые изменения") { window.type("о") }
            return false
        }
        try window.wait(for: "left with status 0")
        #expect(trial.run("verify").status == 0)
    }
}
