import Workbench

/// Answers only when the loop asks for what has come, one round at a time: a store that is always slower than the keys.
final class LateRunner: QueryRunner {
    private var waiting: [(slot: String, isUrgent: Bool, answer: () -> Void)] = []

    func run<Answer: Sendable>(slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void) {
        waiting.removeAll { $0.slot == slot }
        waiting.append((slot, true, { deliver(work()) }))
    }

    func runLater<Answer: Sendable>(
        slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void
    ) {
        waiting.removeAll { $0.slot == slot }
        waiting.append((slot, false, { deliver(work()) }))
    }

    func deliver() -> Bool {
        let come = waiting
        waiting = []
        for question in come { question.answer() }
        return !come.isEmpty
    }

    var isBusy: Bool { waiting.contains(where: \.isUrgent) }
}
