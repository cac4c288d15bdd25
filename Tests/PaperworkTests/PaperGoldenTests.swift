import Casework
import Foundation
import MarshrutResources
import Regulations
import Testing

@testable import Paperwork

/// Papers as whole texts; `MARSHRUT_RECORD=1 swift test` writes them anew.
@Suite("Papers of the Irkutsk pack")
struct PaperGoldenTests {
    private let texts = Texts(language: .ru)
    private let pack: RegulationPack

    init() throws { pack = try RegulationPack.load(ResourceFolder.path("Regulations", "irkutsk-414r")) }

    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private let office = OfficeSettings(
        organisation: "ОГБУ «УСЗСОН по Ангарскому району»",
        contacts: "665821, Иркутская область, г. Ангарск, ул. Коминтерна, 41, тел. 8(3955) 52-38-61",
        regulations: ["irkutsk-414r"])

    private func caseFile() throws -> CaseFile {
        var citizen = Citizen(
            id: RecordID(high: 0, low: 1), family: "Ёлкина-Заречная", given: "Анна", patronymic: "Петровна",
            born: try date("1984-02-29"))
        citizen.snils = SNILS(serial: 112_233_445)
        citizen.phones = ["8 902 111-22-33"]
        citizen.disability.status = .group2
        citizen.ipraNumber = "1234.5.38/2025"
        citizen.ipraDate = try date("2025-02-03")
        citizen.address = PostalAddress(
            postcode: "665830", region: "Иркутская область", settlement: "г. Ангарск", street: "ул. Чайковского", house: "д. 7",
            flat: "кв. 15")
        let header = CaseHeader(
            id: RecordID(high: 0, low: 2), number: 12, citizenID: citizen.id, regulations: ["irkutsk-414r"], stage: "signal",
            openedOn: try date("2025-03-03"))
        return CaseFile(header: header, citizen: citizen)
    }

    private func program(complete: Bool) throws -> SupportProgram {
        let measures = [
            Measure(
                area: "medical", title: "Содействие в получении консультации врача-реабилитолога", volume: "1 консультация",
                periodicity: "1 раз в квартал", duration: "12 месяцев", executor: "ОГБУЗ «Ангарская городская больница»"),
            Measure(
                area: "legal", title: "Помощь в оформлении льготы на оплату жилого помещения",
                volume: complete ? "1 услуга" : "", periodicity: complete ? "однократно" : "", duration: complete ? "30 дней" : ""
            ),
        ]
        var program = SupportProgram(
            id: RecordID(high: 0, low: 3), caseID: RecordID(high: 0, low: 2), programKind: "ipss", ordinal: 1,
            draftedOn: try date("2025-03-12"), measures: measures)
        if complete {
            program.status = .agreed
            program.agreedOn = try date("2025-03-14")
            program.from = try date("2025-03-17")
            program.until = try date("2026-03-16")
        }
        return program
    }

    private func paper(_ form: String, _ file: CaseFile, program: SupportProgram? = nil) throws -> String {
        let facts = PaperFacts(
            file, pack: pack, office: office, program: program, curator: PaperWorker(name: "Сидорова М. В.", phone: "52-35-23"),
            on: try date("2025-03-14"), texts: texts)
        return PlainTextPress().print(try PaperComposer(form: try pack.form(form), facts: facts).compose())
    }

    private func expect(_ text: String, golden name: String) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name).txt")
        if ProcessInfo.processInfo.environment["MARSHRUT_RECORD"] == "1" {
            try text.write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(text == (try? String(contentsOf: path, encoding: .utf8)), "\(name).txt; MARSHRUT_RECORD=1 writes it anew")
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("An agreed ИПСС") func agreed() throws {
        try expect(try paper("ipss", try caseFile(), program: try program(complete: true)), golden: "ipss-agreed")
    }

    @Test("A draft ИПСС is marked and leaves lines to fill by hand") func draft() throws {
        try expect(try paper("ipss", try caseFile(), program: try program(complete: false)), golden: "ipss-draft")
    }

    @Test("A postal notice, with a representative") func notice() throws {
        var file = try caseFile()
        file.apply(
            Representative(
                id: RecordID(high: 0, low: 4), caseID: file.header.id, name: "Ёлкин-Заречный Пётр Ильич", relation: "опекун"))
        try expect(try paper("notice", file), golden: "notice")
    }

    @Test("The act as a page") func page() throws {
        try expect(PlainTextPress().print(RegulationPage(pack, texts: texts).document()), golden: "page")
    }

    @Test("What is missing is named before printing, never left blank")
    func preflight() throws {
        var file = try caseFile()
        file.citizen.address = PostalAddress(postcode: " ")
        var facts = PaperFacts(
            file, pack: pack, office: OfficeSettings(organisation: "УСЗСОН", regulations: []), curator: nil,
            on: try date("2025-03-14"), texts: texts)
        let missing: Set<FormPlaceholder> = [.officeContacts, .citizenPostcode, .citizenAddress, .curatorName]
        #expect(Set(PaperComposer(form: try pack.form("notice"), facts: facts).preflight().map(\.placeholder)) == missing)
        facts = PaperFacts(
            try caseFile(), pack: pack, office: office, curator: PaperWorker(name: "К"), on: try date("2025-03-14"), texts: texts)
        let composer = PaperComposer(form: try pack.form("ipss"), facts: facts)
        #expect(throws: PaperError.noProgram(kind: "ipss")) { try composer.compose() }
        for placeholder in FormPlaceholder.allCases { #expect(texts.has("placeholder.\(placeholder.rawValue)")) }
    }

    @Test("A form that is not there is an error")
    func noForm() { #expect(throws: PackError.self) { try pack.form("no-such") } }

    @Test("Control and bidirectional marks in a name never reach the paper")
    func unsafeNames() throws {
        var file = try caseFile()
        file.citizen.family = "Ива\u{202E}нова\u{1B}[31m\u{200B}"
        let text = try paper("notice", file)
        #expect(text.contains("Иванова [31m Анна"))
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x200B })
    }
}
