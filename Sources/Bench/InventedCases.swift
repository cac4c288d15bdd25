import Casework
import MarshrutResources

/// Invented cases at every point of the work, made as they are asked for: five attempts a case on the average.
struct InventedCases: Sequence, IteratorProtocol {
    private let people: InventedPeople
    private let context: DecisionContext
    private let count: Int
    private var index = 0
    /// Attempts that fresh referrals have not had yet; the next cases had them instead.
    private var owed = 0

    init(count: Int, context: DecisionContext) {
        people = InventedPeople(seed: 2025, today: context.now.date)
        self.context = context
        self.count = count
    }

    mutating func next() -> CaseFile? {
        guard index < count else { return nil }
        defer { index += 1 }
        do { return try file(index) } catch { preconditionFailure("the invented person \(index) is refused: \(error)") }
    }

    private mutating func file(_ index: Int) throws(Refusal) -> CaseFile {
        var numbers = SeededNumbers(seed: UInt64(index) &* 0x9E37 &+ 11)
        let today = context.now.date
        let citizen = people.citizen(index)
        // As many referrals a day all the time; of the youngest, since birth.
        let oldest = Swift.min(700, today.days(since: citizen.born))
        let received = today.adding(days: -numbers.number(in: 0..<Swift.max(1, oldest)))
        let curator = numbers.chance(98) ? BenchOffice.curator(numbers.number(in: 0..<BenchOffice.curators)).login : nil
        var order = OpenCase(
            citizen: citizen, regulation: BenchOffice.regulation,
            source: numbers.chance(70) ? "ipra" : numbers.chance(50) ? "personal" : "agency", receivedOn: received,
            curator: curator)
        if let person = people.representative(index) { order.representative = (person.name, person.phone) }
        var file = try order.decide(number: 1, in: context)
        file.header.curatorSince = file.header.curator == nil ? nil : received
        attempt(&file, count: attempts(index, of: file), from: received, &numbers)
        if !file.attempts.isEmpty { file.header.stage = "contact" }
        answer(&file, &numbers)
        return file
    }

    /// One to ten; none for referrals of the last days.
    private mutating func attempts(_ index: Int, of file: CaseFile) -> Int {
        var count = [1, 3, 5, 6, 10][index % 5]
        let age = context.now.date.days(since: file.header.openedOn)
        if age < 4 {
            owed += count
            return 0
        }
        if owed > 0, count < 10, age > 20 {
            count += 1
            owed -= 1
        }
        return count
    }

    /// Calls on one day after another; of old cases few are left without an answer.
    private func attempt(_ file: inout CaseFile, count: Int, from received: CivilDate, _ numbers: inout SeededNumbers) {
        let today = context.now.date
        let isOld = today.days(since: received) > 20
        let open: [ContactOutcome] = [.noAnswer, .noAnswer, .wrongNumber, .reached, .cannotCome, .agreed]
        let settled: [ContactOutcome] = [.agreed, .agreed, .agreed, .agreed, .refused]
        for number in 0..<count {
            let isLast = number == count - 1
            let method: ContactMethod = number < 4 ? .phone : numbers.chance(60) ? .phone : .visit
            let outcome = !isLast ? .noAnswer : numbers.pick(isOld && numbers.chance(97) ? settled : open)
            file.attempts.append(
                ContactAttempt(
                    id: context.newID(), caseID: file.header.id, on: Swift.min(received.adding(days: number), today),
                    at: CivilTime(hour: 9 + numbers.number(in: 0..<8), minute: numbers.number(in: 0..<60)), method: method,
                    outcome: method == .visit && outcome == .wrongNumber ? .noAnswer : outcome,
                    target: file.citizen.phones.first, worker: file.header.curator ?? BenchOffice.head.login))
        }
    }

    /// What follows from the last attempt: consent, a meeting, a survey; one case in three is closed.
    private func answer(_ file: inout CaseFile, _ numbers: inout SeededNumbers) {
        guard let last = file.attempts.last, [.agreed, .refused].contains(last.outcome) else { return }
        let id = file.header.id
        let isGiven = last.outcome == .agreed
        let today = context.now.date
        let worker = last.worker
        file.consents.append(Consent(id: context.newID(), caseID: id, to: .accompaniment, isGiven: isGiven, on: last.on))
        file.marks.append(RegistryMark(id: context.newID(), caseID: id, subject: "notification", on: last.on, worker: worker))
        guard isGiven else {
            file.header.stage = "refused"
            return
        }
        var meeting = Meeting(
            id: context.newID(), caseID: id, agreedOn: last.on, on: last.on.adding(days: 3), at: CivilTime("11:00"))
        if meeting.on < today, numbers.chance(95) {
            meeting.status = .held
            let need = Need(area: "medical", text: "Помощь в прохождении врачебной комиссии")
            file.surveys.append(
                NeedsSurvey(id: context.newID(), caseID: id, meetingID: meeting.id, on: meeting.on, needs: [need]))
            file.marks.append(RegistryMark(id: context.newID(), caseID: id, subject: "survey", on: meeting.on, worker: worker))
            file.header.stage = "measures"
        }
        file.meetings.append(meeting)
        if numbers.chance(50), meeting.status == .held {
            file.header.closedOn = Swift.min(meeting.on.adding(days: 30), today)
            file.header.stage = "closed"
        }
    }
}
