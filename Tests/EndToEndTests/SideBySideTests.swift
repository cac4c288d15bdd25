import Foundation
import Testing

/// Two programs on one store.
@Suite struct SideBySideTests {
    private func office() throws -> Trial {
        let trial = try Trial()
        try trial.begin()
        try trial.take([AccidentTests.person], today: "2025-04-28")
        #expect(trial.run("workers", "add", "petrov", "--name", "Петров А. С.", "--role", "curator").status == 0)
        return trial
    }

    @Test("A call logged by the command line appears in the open screen by itself")
    func appears() throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        window.type("3")
        try window.wait(for: "Попыток ещё не было")
        let logged = trial.run(
            "contact", "1", "--method", "phone", "--outcome", "no-answer", "--today", "2025-04-28T10:05", "--user", "petrov")
        #expect(logged.status == 0, "\(logged)")
        try window.wait(for: "дней без ответа: 1 из 3")
        try window.wait(for: "28.04.2025 10:05 · звонок · нет ответа · Петров А. С.")
        try window.leave()
    }

    @Test("A conflicting edit asks, and overwrites nothing by itself")
    func conflict() throws {
        let trial = try office()
        let window = try Window(trial)
        try window.open(today: "2025-04-28T10:00")
        try window.openCase(of: "Абрамова")
        window.type("с")
        try window.wait("the form") { $0.contains("Согласие или отказ") && $0.contains("2Сохран") }
        let logged = trial.run("consent", "1", "--refused", "--today", "2025-04-28T10:05", "--user", "petrov")
        #expect(logged.status == 0, "\(logged)")
        window.press("F2")
        let asked = try window.wait(for: "Дело уже изменил другой работник")
        #expect(asked.contains("Петров А. С."), "\(asked)")
        window.picture("23-conflict")
        #expect(trial.query("SELECT count(*) FROM consent") == "1")
        window.type("з")
        try window.wait(for: "Записано: ")
        #expect(trial.query("SELECT count(*) FROM consent") == "2")
        try window.leave()
    }
}
