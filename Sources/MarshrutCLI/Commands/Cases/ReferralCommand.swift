import ArgumentParser
import CaseStore
import Casework

/// `marshrut referral`: a referral registered by hand, of a new person or for a case that is there.
struct ReferralCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "referral", abstract: HelpTexts.abstract("referral"), discussion: HelpTexts.discussion("referral"))
    }

    @Option(name: .customLong("case"), help: HelpTexts.option("referral-case", value: "case"))
    var ofCase: String?

    @Option(help: HelpTexts.option("source", value: "code"))
    var source: String

    @Option(help: HelpTexts.option("received-on", value: "date"))
    var on: CivilDate?

    @Option(help: HelpTexts.option("paper-number", value: "text"))
    var number: String?

    @Option(help: HelpTexts.option("regulation", value: "id"))
    var regulation: String?

    @Option(help: HelpTexts.option("curator", value: "login"))
    var curator: String?

    @Option(help: HelpTexts.option("note", value: "text"))
    var note: String?

    @Flag(help: HelpTexts.option("namesake"))
    var namesake = false

    @OptionGroup(title: HelpTexts.of("help.section.person")) var person: PersonOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let office = try wiring.office()
        let day = on ?? wiring.now.date
        if let ofCase {
            let action = AddReferral(regulation: regulation, source: source, receivedOn: day, paperNumber: number, note: note)
            try office.perform(action, on: ofCase, as: format)
            return
        }
        let citizen = try person.citizen(newID: wiring.newID())
        let twins = try office.storing { () throws(StoreError) in try office.archive.duplicates(of: citizen) }
        if let twin = twins.first, !namesake { throw CommandFailure.refused("referral.duplicate", String(twin.number)) }
        let acts = office.context.regulations
        // Without an act the source tells which: the first of the office's acts that knows it.
        guard let act = regulation ?? acts.first(having: { $0.source(named: source) })?.act.id ?? acts.first?.id else {
            throw CommandFailure.usage("usage.regulation-which", "")
        }
        var order = OpenCase(
            citizen: citizen, regulation: act, source: source, receivedOn: day, paperNumber: number, curator: curator, note: note)
        if let name = person.representative?.nonEmpty { order.representative = (name, person.representativePhone?.nonEmpty) }
        let outcome = try office.performing { () throws(PerformError) in try office.archive.open(order, context: office.context) }
        ActionReport(.openCase, outcome, at: office).print(as: format)
    }
}

/// A person's facts as options.
struct PersonOptions: ParsableArguments {
    @Option(help: HelpTexts.option("family"))
    var family: String?

    @Option(help: HelpTexts.option("given"))
    var given: String?

    @Option(help: HelpTexts.option("patronymic"))
    var patronymic: String?

    @Option(help: HelpTexts.option("born", value: "date"))
    var born: CivilDate?

    @Option(help: HelpTexts.option("sex", value: "f|m"))
    var sex: Sex?

    @Option(help: HelpTexts.option("snils"))
    var snils: String?

    @Option(help: HelpTexts.option("phone"))
    var phone: [String] = []

    @Option(help: HelpTexts.option("email"))
    var email: String?

    @Option(help: HelpTexts.option("postcode"))
    var postcode: String?

    @Option(help: HelpTexts.option("address"))
    var address: String?

    @Option(help: HelpTexts.option("territory"))
    var territory: String?

    @Option(help: HelpTexts.option("disability", value: "status"))
    var disability: DisabilityStatus = .none

    @Option(help: HelpTexts.option("disability-since", value: "date"))
    var since: CivilDate?

    @Option(help: HelpTexts.option("disability-until", value: "date"))
    var until: CivilDate?

    @Option(help: HelpTexts.option("ipra-number"))
    var ipraNumber: String?

    @Option(help: HelpTexts.option("ipra-date", value: "date"))
    var ipraDate: CivilDate?

    @Option(help: HelpTexts.option("representative", value: "name"))
    var representative: String?

    @Option(help: HelpTexts.option("representative-phone", value: "phone"))
    var representativePhone: String?

    /// The person.
    /// - Throws: usage failure for what is missing and for a СНИЛС that is none.
    func citizen(newID: RecordID) throws -> Citizen {
        guard let family = family?.nonEmpty, let given = given?.nonEmpty, let born else {
            throw CommandFailure.usage("usage.person")
        }
        var citizen = Citizen(id: newID, family: family, given: given, patronymic: patronymic?.nonEmpty, born: born)
        citizen.sex = sex
        if let snils = snils?.nonEmpty {
            do throws(SNILSError) {
                citizen.snils = try SNILS(snils)
            } catch {
                throw CommandFailure.usage(error == .checksum ? "snils.checksum" : "snils.digits")
            }
        }
        citizen.phones = phone.compactMap(\.nonEmpty)
        citizen.email = email?.nonEmpty
        citizen.address = PostalAddress(postcode: postcode?.nonEmpty, line: address?.nonEmpty)
        citizen.territory = territory?.nonEmpty
        citizen.disability = Disability(status: disability, since: since, until: until)
        citizen.ipraNumber = ipraNumber?.nonEmpty
        citizen.ipraDate = ipraDate
        return citizen
    }
}

extension Sex: ExpressibleByArgument {}
extension DisabilityStatus: ExpressibleByArgument {}
