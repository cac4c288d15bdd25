import Casework
import Terminal

/// «Кто по порядку»: under each act of the case what the person is there and why, and how far the case has come.
enum LawPage {
    typealias Line = PersonPage.Line

    static func lines(_ file: CaseFile, session: Session, width: Int) -> [Line] {
        let acts = session.acts(of: file)
        if acts.isEmpty {
            return [Line(text: session.texts("refusal.regulation.missing", file.header.regulations.joined(separator: ", ")))]
        }
        return acts.flatMap { lines($0, file, session: session, width: width) }
    }

    private static func lines(_ act: Regulation, _ file: CaseFile, session: Session, width: Int) -> [Line] {
        let texts = session.texts
        var lines = wrap("\(act.act) · \(act.title)", width: width).map { Line(text: $0, style: .title) }
        func add(_ key: String, _ text: String, style: Style = .normal) {
            guard !text.isEmpty else { return }
            for (row, part) in wrap(text, width: max(20, width - PersonPage.labelWidth)).enumerated() {
                lines.append(
                    Line(
                        label: row == 0 ? texts(key).capitalisedFirst : "", indent: PersonPage.labelWidth, text: part,
                        style: style))
            }
        }
        add("field.received-on", file.start(under: act.id)?.dotted ?? "")
        if let ending = file.header.ending(of: act.id) {
            let ground = act.closingGrounds.first { $0.id == ending.ground }?.title ?? ending.ground
            add("law.left", "\(ending.on.dotted), \(ground)", style: .dim)
        }
        let standing = Eligibility(of: file.citizen, under: act, on: session.today)
        add(
            "field.category", standing.category?.entry.title ?? texts("case.no-category"),
            style: standing.category == nil ? .warning : .accent)
        add("law.groups", standing.groups.map(\.entry.title).joined(separator: "; "))
        let centres = session.packs.first { $0.id == act.id }?.centres(for: file.citizen, on: session.today) ?? []
        add("case.centre", centres.map(\.entry.title).joined(separator: "; "))
        lines += progress(act, file, session)
        lines += reasons(act, standing, session, width: width)
        lines.append(Line(text: ""))
        return lines
    }

    /// The act's stages: reached with the day, the next one, and those still ahead.
    private static func progress(_ act: Regulation, _ file: CaseFile, _ session: Session) -> [Line] {
        let progress = file.progress(under: act)
        guard !progress.steps.isEmpty else { return [] }
        return [Line(text: session.texts("law.stages"), style: .label)]
            + progress.steps.enumerated().map { index, step in
                let title = step.stage.entry.title
                if let day = step.reachedOn { return Line(text: "+ \(day.dotted)  \(title)", style: .good) }
                let isNext = step.stage == progress.next
                let isPassed = progress.steps[index...].contains { $0.reachedOn != nil }
                let when = session.texts(isPassed ? "law.unmarked" : "law.ahead")
                return Line(text: "\(isNext ? ">" : "·") \(when)  \(title)", style: isNext ? .accent : .dim)
            }
    }

    /// Every category and group with its conditions, each met or not.
    private static func reasons(_ act: Regulation, _ standing: Eligibility, _ session: Session, width: Int) -> [Line] {
        let texts = session.texts
        guard !standing.reasons.isEmpty else { return [] }
        var lines = [Line(text: texts("law.reasons"), style: .label)]
        var told: Set<String> = []
        for target in act.categories + act.groups {
            let reasons = standing.reasons(of: target)
            let isMet = reasons.allSatisfy(\.isMet)
            let point = target.entry.basis.map { " (\(texts.basis($0)))" } ?? ""
            lines += wrap("\(isMet ? "+" : "–") \(target.entry.title)\(point)", width: width).map {
                Line(text: $0, style: isMet ? .good : .normal)
            }
            for reason in reasons {
                let words = "\(reason.isMet ? "+" : "–") \(texts.criterion(reason.criterion))"
                lines += wrap(words, width: max(20, width - 4)).map {
                    Line(indent: 3, text: $0, style: reason.isMet ? .normal : .dim)
                }
            }
            if let reading = target.reading, let words = act.readings[reading], told.insert(reading).inserted {
                lines += wrap(texts("why.reading", reading, words), width: max(20, width - 4)).map {
                    Line(indent: 3, text: $0, style: .dim)
                }
            }
        }
        return lines
    }
}
