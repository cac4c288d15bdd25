import Casework
import Testing

@testable import Regulations

@Suite("Whether anybody can meet a condition")
struct CriterionPossibilityTests {
    @Test(
        "Contradictions are seen",
        arguments: [
            Criterion.age(from: 5, below: 5),
            .all([.age(from: 18, below: nil), .age(from: nil, below: 18)]),
            .all([.status([.child]), .status([.group1])]),
            .all([.flag(.svo), .none([.flag(.svo)])]),
            .all([.restriction(.work, atLeast: 3), .none([.restriction(.work, atLeast: 2)])]),
            .all([.anyRestriction(atLeast: 3), .none([.anyRestriction(atLeast: 1)])]),
            .any([]),
            .status([]),
            .none([.any([.age(from: nil, below: 18), .age(from: 18, below: nil)])]),
        ])
    func impossible(criterion: Criterion) { #expect(!criterion.canBeMet) }

    @Test(
        "What somebody can meet is let pass",
        arguments: [
            Criterion.all([]),
            .age(from: nil, below: 1),
            .any([.age(from: 5, below: 5), .flag(.risk)]),
            .all([.restriction(.work, atLeast: 1), .none([.restriction(.work, atLeast: 2)])]),
            .none([.status([.child])]),
            .all([.firstTime, .none([.flag(.stationary), .flag(.mentalDisorder)])]),
        ])
    func possible(criterion: Criterion) { #expect(criterion.canBeMet) }
}
