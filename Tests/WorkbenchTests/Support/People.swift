import CaseStore
import Casework
import CaseworkTestSupport
import Workbench

/// The invented people of the test office, each at another point of the work.
enum People {
    static func populate(_ archive: CaseArchive, session: Session) throws {
        let anna = try open("Ёлкина", "Анна", "Игоревна", born: "2019-03-05", .child, received: "2025-11-14", archive, session)
        let boris = try open("Жуков", "Борис", nil, born: "1978-06-01", .group2, received: "2025-11-10", archive, session)
        let vera = try open("Елисеева", "Вера", "Павловна", born: "1950-01-20", .group1, received: "2025-11-18", archive, session)
        let gleb = try open(
            "Абдулов", "Глеб", "Рустамович", born: "2024-02-29", .limitedHealth, received: "2025-11-19", archive, session)
        let daria = try open(
            "Яковлева", "Дарья", "Олеговна", born: "1990-12-12", .group3, received: "2025-10-30", archive, session)
        let context = session.context()
        let act = { (id: RecordID, action: any CaseAction) in _ = try archive.perform(action, on: id, context: context) }
        try act(anna, LogContactAttempt(method: .phone, outcome: .noAnswer, at: CivilDateTime("2025-11-17", "09:30")))
        try act(
            vera,
            LogContactAttempt(
                method: .phone, outcome: .cannotCome, at: CivilDateTime("2025-11-19", "11:00"), note: "Не встаёт, просит приехать"
            ))
        try act(gleb, AssignCurator(curator: "petrov"))
        try act(daria, LogContactAttempt(method: .phone, outcome: .agreed, at: CivilDateTime("2025-11-03", "15:00")))
        try act(daria, AgreeMeeting(at: CivilDateTime("2025-11-06", "10:00"), agreedOn: "2025-11-05"))
        try act(daria, SettleMeeting(status: .held))
        try act(
            daria,
            RecordSurvey(
                on: "2025-11-06",
                needs: [
                    Need(area: "medical", text: "Помощь в прохождении медкомиссии"),
                    Need(area: "legal", text: "Консультация по льготам"),
                ]))
        _ = boris
    }

    private static func open(
        _ family: String, _ given: String, _ patronymic: String?, born: CivilDate, _ status: DisabilityStatus,
        received: CivilDate,
        _ archive: CaseArchive, _ session: Session
    ) throws -> RecordID {
        var citizen = Citizen(id: session.newID(), family: family, given: given, patronymic: patronymic, born: born)
        citizen.sex = given.hasSuffix("а") || given.hasSuffix("я") ? .female : .male
        citizen.phones = ["8 3955 52-38-\(10 + family.count)"]
        citizen.address = PostalAddress(postcode: "665821", line: "г. Ангарск, ул. Коминтерна, \(family.count)")
        citizen.territory = "Ангарский район"
        citizen.disability = Disability(status: status, since: received.adding(days: -20), isFirst: true)
        citizen.ipraNumber = "100.\(family.count)/2025"
        citizen.ipraDate = received.adding(days: -5)
        let order = OpenCase(
            citizen: citizen, regulation: "irkutsk-414r", source: "ipra", receivedOn: received, curator: "ivanova")
        return try archive.open(order, context: session.context()).file.header.id
    }
}
