import Terminal
import Testing

/// Pictures of every section at the small and at a wide screen.
@Suite struct SectionFrames {
    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

    @Test("Every section looks as its picture", arguments: ["1", "2", "3", "4", "6", "8"], sizes)
    func section(_ number: String, _ size: Size) throws {
        let office = try TestOffice(size: size)
        assertGolden(office.script([.text(number)]), "section-\(number)-\(size.columns)x\(size.rows)")
    }

    @Test("Every tab of a case looks as its picture", arguments: 0..<7, sizes)
    func tab(_ number: Int, _ size: Size) throws {
        let office = try TestOffice(size: size)
        let turns = Array(repeating: TestOffice.Step.key(.right), count: number)
        assertGolden(office.script(["2", .key(.end), .key(.enter)] + turns), "case-tab-\(number)-\(size.columns)x\(size.rows)")
    }
}
