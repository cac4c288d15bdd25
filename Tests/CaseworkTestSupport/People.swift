import Casework

extension Citizen {
    /// An adult with disability group II, a telephone and an address; tests change what they speak of.
    public static func test(
        family: String = "Соколова", given: String = "Анна", patronymic: String? = "Петровна", born: CivilDate = "1980-05-17",
        status: DisabilityStatus = .group2
    ) -> Citizen {
        var citizen = Citizen(id: .numbered(1), family: family, given: given, patronymic: patronymic, born: born)
        citizen.sex = .female
        citizen.snils = SNILS(serial: 112_233_445)
        citizen.phones = ["8 914 000-00-01"]
        citizen.address = PostalAddress(postcode: "664000", settlement: "г. Иркутск", street: "ул. Ленина", house: "д. 1")
        citizen.disability = Disability(status: status, since: born)
        return citizen
    }
}
