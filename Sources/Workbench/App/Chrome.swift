import Casework
import Terminal

/// The lines around a screen's body: who works where and when, the sections, the status, the keys.
struct Chrome {
    let session: Session
    let sections: [any Screen]

    func draw(in frame: inout Frame, screen: any Screen, general: [Command], overlay: (any Overlay)?) {
        let area = frame.bounds
        drawTitle(in: &frame, line: area.line(0))
        drawSections(in: &frame, line: area.line(1), screen: screen)
        let body = Rect(column: 0, row: 2, width: area.width, height: area.height - 4)
        frame.clipped(to: body) { screen.draw(in: &$0, rect: body) }
        drawStatus(in: &frame, line: area.line(area.height - 2))
        drawKeys(in: &frame, line: area.line(area.height - 1), commands: screen.commands + general)
        if overlay != nil { frame.cursor = nil }
    }

    private func drawTitle(in frame: inout Frame, line: Rect) {
        frame.fill(line, style: Style(.title, on: .bar))
        let today = session.today
        let day = session.calendar.day(today)
        let texts = session.texts
        let when = "\(texts.shortWeekday(today.weekday)) \(today.dotted), \(texts("day-kind.\(day.kind.rawValue)"))"
        let room = line.width - DisplayWidth.of(when) - 3
        frame.put(" " + place(room - 1), at: line.origin, style: Style(.title, on: .bar), maxWidth: room)
        frame.putRight(when + " ", in: line, style: Style(day.kind.isWorking ? .normal : .warning, on: .bar))
    }

    /// Who works where, as far as it fits: the role goes first, then the name of the program, never the worker.
    private func place(_ room: Int) -> String {
        let name = session.worker.name
        let organisation = session.office.organisation
        let wordings = [
            [session.texts("app.name"), organisation, session.workerTitle], [session.texts("app.name"), organisation, name],
            [organisation, name],
        ].map { $0.filter { !$0.isEmpty }.joined(separator: " · ") }
        if let fitting = wordings.first(where: { DisplayWidth.of($0) <= room }) { return fitting }
        let left = room - DisplayWidth.of(name) - 4
        return left > 8 ? "\(organisation.prefix(left))… · \(name)" : name
    }

    private func drawSections(in frame: inout Frame, line: Rect, screen: any Screen) {
        guard let section = screen.section else {
            frame.fill(line, style: .bar)
            frame.put(" " + screen.heading, at: line.origin, style: Style(.title, on: .bar), maxWidth: line.width)
            return
        }
        let items = sections.map { TabItem(key: String(SectionKey.of($0.section ?? 0)), title: $0.heading) }
        let selected = sections.firstIndex { $0.section == section } ?? 0
        TabBar(items, selected: selected).draw(in: &frame, rect: line)
    }

    private func drawStatus(in frame: inout Frame, line: Rect) {
        var status = session.status ?? StatusLine()
        if session.status?.kind == .done, session.undoableEntry != nil { status.hint = session.texts("status.undo-hint") }
        if session.status == nil, session.runner.isBusy { status = StatusLine(session.texts("status.reading")) }
        status.draw(in: &frame, rect: line)
    }

    private func drawKeys(in frame: inout Frame, line: Rect, commands: [Command]) {
        let slots = (1...10).map { number -> KeySlot in
            guard let command = commands.first(where: { $0.function == number }) else { return KeySlot() }
            return KeySlot(session.texts("command.\(command.id).short"), isEnabled: command.disabled == nil)
        }
        KeyBar(slots).draw(in: &frame, rect: line)
    }
}
