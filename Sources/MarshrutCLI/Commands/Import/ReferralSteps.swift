import CaseStore
import Casework
import Interchange

/// The rows of a table as steps of an import, read as they are asked for; notes what becomes of the others.
///
/// A sequence cannot throw: a table that breaks off, or a store that does, ends the steps and is told by ``failure``; the
/// import is then called off before anything counts.
final class ReferralSteps: Sequence, IteratorProtocol {
    private let table: ReferralTable
    private let office: OfficeAtWork
    private let updates: Bool
    private var people = SamePeople()
    private var waiting: [(line: Int, step: ImportStep)] = []
    private var isAtEnd = false
    private(set) var failure: (any Error)?
    /// The line of each step given out.
    private var lines: [Int] = []
    private var result = ImportResult()

    /// Rows looked up in the store at once.
    private static let batch = 256

    init(table: ReferralTable, office: OfficeAtWork, updates: Bool) {
        self.table = table
        self.office = office
        self.updates = updates
    }

    /// The next row that is to be written.
    func next() -> ImportStep? {
        while waiting.isEmpty, !isAtEnd, failure == nil { fill() }
        guard failure == nil, !waiting.isEmpty else { return nil }
        let first = waiting.removeFirst()
        lines.append(first.line)
        return first.step
    }

    /// Writes all rows in one transaction.
    func perform(_ progress: Progress) throws -> ImportResult {
        let outcome: ImportOutcome
        do throws(StoreError) {
            outcome = try office.archive.importCases(self, context: office.context) { count in
                progress.show(count)
                return failure == nil
            }
        } catch {
            progress.clear()
            throw failure ?? CommandFailure.store(error, at: office.wiring.databasePath)
        }
        result.added = outcome.added
        result.updated = outcome.updated
        result.entry = outcome.entry
        result.numbers = outcome.numbers
        for (index, error) in outcome.refused { refuse(line: lines[index], office.failure(error)) }
        return finished()
    }

    /// Goes through all rows without writing.
    func rehearse(_ progress: Progress) throws -> ImportResult {
        while let step = next() {
            do {
                switch step {
                case .open(let order):
                    _ = try order.decide(number: 1, in: office.context)
                    result.added += 1
                case .act(let id, let action):
                    let file = try office.storing { () throws(StoreError) in try office.archive.caseFile(id) }
                    _ = try action.decide(file, in: office.context)
                    result.updated += 1
                }
            } catch let refusal as Refusal {
                refuse(line: lines[lines.count - 1], refusal)
            }
            if lines.count % ReferralSteps.batch == 0 { progress.show(lines.count) }
        }
        if let failure {
            progress.clear()
            throw failure
        }
        return finished()
    }

    private func finished() -> ImportResult {
        result.read = table.rowsRead
        result.rejections.sort { $0.line < $1.line }
        result.duplicates.sort { $0.line < $1.line }
        return result
    }

    /// A rule refused a row: a referral that the case holds already is a duplicate, everything else is rejected.
    private func refuse(line: Int, _ error: any Error) {
        switch error {
        case let refusal as Refusal where refusal.code == "referral.repeated":
            result.duplicates.append(ImportResult.DuplicateRow(line: line, caseNumber: nil, earlierLine: nil, isRepeated: true))
        case let refusal as Refusal:
            result.rejections.append(
                ImportResult.Rejection(line: line, faults: [ReferralFault(column: nil, reason: .refusal(refusal))]))
        default:
            let key = (error as? CommandFailure)?.key ?? "case.gone"
            result.rejections.append(
                ImportResult.Rejection(line: line, faults: [ReferralFault(column: nil, reason: .code(key, []))]))
        }
    }

    // MARK: Reading

    /// Reads some rows and looks their people up.
    private func fill() {
        var orders: [(line: Int, order: OpenCase)] = []
        do throws(ForeignFileError) {
            while orders.count < ReferralSteps.batch {
                guard let row = try table.next() else {
                    isAtEnd = true
                    break
                }
                switch row.reading {
                case .success(let order): orders.append((row.line, order))
                case .failure(let faults):
                    result.rejections.append(ImportResult.Rejection(line: row.line, faults: faults.faults))
                }
            }
        } catch {
            failure = CommandFailure.foreignFile(error, table.path, office.texts)
            return
        }
        do {
            let known = try office.storing { () throws(StoreError) in
                try office.archive.duplicates(of: orders.map(\.order.citizen))
            }
            for (row, twins) in zip(orders, known) { try place(row.order, line: row.line, twins) }
        } catch {
            failure = error
        }
    }

    /// A new person, a referral for a case that is there, or a duplicate to show.
    private func place(_ order: OpenCase, line: Int, _ twins: [Duplicate]) throws {
        if let twin = twins.first {
            if updates, twins.count == 1, try isSame(order.citizen, twin) {
                let referral = AddReferral(
                    regulation: order.regulation, source: order.source, receivedOn: order.receivedOn,
                    paperNumber: order.paperNumber, note: order.note)
                waiting.append((line, .act(caseID: twin.caseID, referral)))
            } else {
                result.duplicates.append(
                    ImportResult.DuplicateRow(line: line, caseNumber: twin.number, earlierLine: nil, isRepeated: false))
            }
        } else if let earlier = people.meet(order.citizen, line: line) {
            result.duplicates.append(
                ImportResult.DuplicateRow(line: line, caseNumber: nil, earlierLine: earlier, isRepeated: false))
        } else {
            waiting.append((line, .open(order)))
        }
    }

    /// Whether СНИЛС, name and birth date all agree.
    private func isSame(_ citizen: Citizen, _ twin: Duplicate) throws -> Bool {
        guard twin.reason == .snils else { return false }
        let known = try office.storing { () throws(StoreError) in try office.archive.caseFile(twin.caseID) }.citizen
        return known.nameKey == citizen.nameKey && known.born == citizen.born
    }
}
