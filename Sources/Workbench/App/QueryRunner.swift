import Dispatch
import Synchronization

/// Runs reads away from the loop that owns the terminal and brings their results back to it.
///
/// A slot holds one question at a time: a newer one in the same slot makes the older one's answer unwanted, so a fast
/// typist never sees the rows of an earlier letter. Answers are delivered only from ``deliver()``, on the loop.
public protocol QueryRunner: AnyObject {
    /// Runs `work` away from the loop, then `deliver` with its result on the loop.
    func run<Answer: Sendable>(slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void)

    /// As ``run(slot:_:deliver:)``, for what nobody waits for, such as a count: only after a pause in the slot's questions,
    /// so that a fast typist's letters do not each count everybody, and without being ``isBusy``.
    func runLater<Answer: Sendable>(
        slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void)

    /// Hands over what has arrived; true when something was.
    func deliver() -> Bool

    /// Whether some question still waits for its answer.
    var isBusy: Bool { get }
}

/// Answers at once, on the loop: for tests, where a frame must show what a key has brought.
public final class ImmediateRunner: QueryRunner {
    /// A runner without threads.
    public init() {}

    /// Runs and delivers at once.
    public func run<Answer: Sendable>(slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void)
    {
        deliver(work())
    }

    /// Runs and delivers at once.
    public func runLater<Answer: Sendable>(
        slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void
    ) {
        deliver(work())
    }

    /// Nothing ever waits here.
    public func deliver() -> Bool { false }

    /// Never.
    public var isBusy: Bool { false }
}

/// Runs questions on a background queue and wakes the loop when an answer has come.
public final class BackgroundRunner: QueryRunner {
    /// What threads share: which question of a slot is the newest, and the answers that have come.
    private final class Mailbox: Sendable {
        struct State {
            var newest: [String: Int] = [:]
            var answers: [(ticket: Int, answer: any Sendable)] = []
        }
        let state = Mutex(State())
    }

    private let mailbox = Mailbox()
    /// Serial queues in turn, so that a newer question need not wait for the older one that it overtakes. A concurrent
    /// queue would make libdispatch on Linux watch its threads once a second for ever, which is not idle.
    private let queues = (1...3).map { DispatchQueue(label: "marshrut.queries.\($0)", qos: .userInitiated) }
    private let patientQueue = DispatchQueue(label: "marshrut.queries.later", qos: .utility)
    private let wake: @Sendable () -> Void
    private var waiting: [Int: Question] = [:]
    private var lastTicket = 0

    /// Who waits for an answer.
    private struct Question {
        var slot: String
        var isUrgent: Bool
        var deliver: (any Sendable) -> Void
    }

    /// Milliseconds without a newer question, before what nobody waits for is asked.
    private static let pause = 150

    /// A runner that calls `wake` from a background thread when an answer has come.
    public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// Runs `work` in the background unless a newer question of the slot overtakes it.
    public func run<Answer: Sendable>(slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void)
    {
        let question = question(slot, isUrgent: true, work, deliver)
        queues[lastTicket % queues.count].async(execute: question)
    }

    /// Runs `work` in the background after a pause, unless a newer question of the slot overtakes it.
    public func runLater<Answer: Sendable>(
        slot: String, _ work: @escaping @Sendable () -> Answer, deliver: @escaping (Answer) -> Void
    ) {
        let question = question(slot, isUrgent: false, work, deliver)
        patientQueue.asyncAfter(deadline: .now() + .milliseconds(BackgroundRunner.pause), execute: question)
    }

    private func question<Answer: Sendable>(
        _ slot: String, isUrgent: Bool, _ work: @escaping @Sendable () -> Answer, _ deliver: @escaping (Answer) -> Void
    ) -> @Sendable () -> Void {
        lastTicket += 1
        let ticket = lastTicket
        waiting = waiting.filter { $0.value.slot != slot }
        waiting[ticket] = Question(slot: slot, isUrgent: isUrgent) { if let answer = $0 as? Answer { deliver(answer) } }
        mailbox.state.withLock { $0.newest[slot] = ticket }
        return { [mailbox, wake] in
            guard mailbox.state.withLock({ $0.newest[slot] == ticket }) else { return }
            let answer = work()
            mailbox.state.withLock { $0.answers.append((ticket, answer)) }
            wake()
        }
    }

    /// Hands over the answers that are still wanted.
    public func deliver() -> Bool {
        let answers = mailbox.state.withLock { state in
            defer { state.answers = [] }
            return state.answers
        }
        var delivered = false
        for (ticket, answer) in answers {
            guard let question = waiting.removeValue(forKey: ticket) else { continue }
            question.deliver(answer)
            delivered = true
        }
        return delivered
    }

    /// Whether some question still waits for its answer.
    public var isBusy: Bool { waiting.contains { $0.value.isUrgent } }
}
