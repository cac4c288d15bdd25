import ArgumentParser
import Casework

/// `marshrut meeting N`: a meeting agreed, or what became of the planned one.
struct MeetingCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "meeting", abstract: HelpTexts.abstract("meeting"), discussion: HelpTexts.discussion("meeting"))
    }

    @OptionGroup var target: CaseArgument

    @Option(help: HelpTexts.option("meeting-on", value: "date"))
    var on: CivilDateTime?

    @Option(help: HelpTexts.option("agreed-on", value: "date"))
    var agreedOn: CivilDate?

    @Option(help: HelpTexts.option("place", value: "text"))
    var place: String?

    @Flag(help: HelpTexts.option("held"))
    var held = false

    @Flag(help: HelpTexts.option("missed"))
    var missed = false

    @Flag(help: HelpTexts.option("cancelled"))
    var cancelled = false

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        let settled: [MeetingStatus] = (held ? [.held] : []) + (missed ? [.missed] : []) + (cancelled ? [.cancelled] : [])
        guard settled.count <= 1 else { throw CommandFailure.usage("usage.meeting-one") }
        let office = try wiring.office()
        if let status = settled.first {
            let planned = try office.caseFile(target.number).meetings.last {
                $0.status == .planned && (on?.date ?? $0.on) == $0.on
            }
            if on != nil, planned == nil { throw Refusal("meeting.none-planned") }
            try office.perform(SettleMeeting(meetingID: planned?.id, status: status), on: target.number, as: format)
        } else {
            guard let on else { throw CommandFailure.usage("usage.meeting-on") }
            try office.perform(AgreeMeeting(at: on, agreedOn: agreedOn, place: place), on: target.number, as: format)
        }
    }
}
