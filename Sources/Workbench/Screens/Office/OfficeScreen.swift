import CaseStore
import Casework
import Regulations
import Terminal

/// Работа учреждения: periodic duties, the items of the region's plan, the quality of the register; opened by F5 from
/// «Сегодня» and «Сроки».
public final class OfficeScreen: Screen {
    /// What the screen shows.
    enum Page: String, CaseIterable {
        case duties, plan, quality
    }

    private let session: Session
    private var page: Page
    private var duties: [OfficeDuty] = []
    private var items: [PlanItemStanding] = []
    private var quality: QualityReport?
    private var table: TableView
    private var section: String?
    private var status: PlanStatus?
    private var onlyMine = false

    /// The screen, open at a page.
    init(session: Session, page: Page = .duties) {
        self.session = session
        self.page = page
        table = OfficeScreen.table(page, session)
    }

    private static func table(_ page: Page, _ session: Session) -> TableView {
        let texts = session.texts
        let columns =
            switch page {
            case .duties:
                [
                    TableColumn(texts("column.due"), .fixed(10)), TableColumn("", .fixed(1)),
                    TableColumn(texts("column.left"), .fixed(13)), TableColumn(texts("column.period"), .fixed(8)),
                    TableColumn(texts("column.obligation"), .flexible(min: 20, weight: 3)),
                    TableColumn(texts("column.basis"), .fixed(20)),
                ]
            case .plan:
                [
                    TableColumn(texts("column.plan-number"), .fixed(4)), TableColumn(texts("column.plan-status"), .fixed(11)),
                    TableColumn(texts("column.due"), .fixed(10)),
                    TableColumn(texts("column.plan-title"), .flexible(min: 24, weight: 3)),
                    TableColumn(texts("column.plan-term"), .flexible(min: 12, weight: 1)),
                ]
            case .quality:
                [
                    TableColumn(texts("column.share"), .fixed(6), alignment: .right),
                    TableColumn(texts("column.met"), .fixed(15), alignment: .right),
                    TableColumn(texts("column.criterion"), .flexible(min: 24, weight: 2)),
                    TableColumn(texts("column.quality-missing"), .flexible(min: 12, weight: 1)),
                ]
            }
        return TableView(columns: columns, emptyText: texts("office.\(page.rawValue).empty"))
    }

    /// «Работа учреждения»
    public var heading: String { session.texts("office.heading") }
    /// The screen's help.
    public var helpKey: String { "office" }

    private var selectedDuty: OfficeDuty? { page == .duties ? duties[safe: table.selected] : nil }
    private var selectedItem: PlanItemStanding? { page == .plan ? items[safe: table.selected] : nil }

    /// Mark, details, page, filters.
    public var commands: [Command] {
        let texts = session.texts
        let none = selectedDuty == nil && selectedItem == nil ? texts("office.no-row") : nil
        let notPlan = page == .plan ? nil : texts("office.only-plan")
        var commands = [
            Command("mark-done", keys: [.enter], disabled: none, run: { [weak self] in self?.mark() }),
            Command("office-details", function: 3, letter: "k", disabled: none, run: { [weak self] in self?.explain() }),
            Command("plan-status", function: 4, letter: "f", disabled: notPlan, run: { [weak self] in self?.nextStatus() }),
            Command("office-page", function: 6, letter: "w", run: { [weak self] in self?.nextPage() }),
            page == .quality
                ? Command("mine", function: 7, letter: "v", run: { [weak self] in self?.toggleMine() })
                : Command(
                    "plan-section", function: 7, letter: "v", disabled: notPlan, run: { [weak self] in self?.nextSection() }),
        ]
        if let group = GroupScreen(session: session) {
            commands.append(Command("group", function: 5, letter: "g", run: { [session] in session.navigator?.push(group) }))
        }
        return commands
    }

    private func nextPage() {
        let all = Page.allCases
        page = all[((all.firstIndex(of: page) ?? 0) + 1) % all.count]
        table = OfficeScreen.table(page, session)
        reload()
    }

    private func nextStatus() {
        status = OfficeScreen.following(status, in: PlanStatus.allCases)
        table.selected = 0
        reload()
    }

    private func nextSection() {
        section = OfficeScreen.following(section, in: session.plan()?.plan.sections.map(\.id) ?? [])
        table.selected = 0
        reload()
    }

    private func toggleMine() {
        onlyMine.toggle()
        reload()
    }

    /// The next of a list, and after the last one nothing, which means all.
    private static func following<Value: Equatable>(_ value: Value?, in all: [Value]) -> Value? {
        guard let value else { return all.first }
        return all[safe: (all.firstIndex(of: value) ?? all.count) + 1]
    }

    /// Reads the page.
    public func reload() {
        switch page {
        case .duties:
            duties = session.pressingDuties()
            table.count = duties.count
        case .plan:
            guard let (pack, plan) = session.plan() else {
                items = []
                table.count = 0
                return
            }
            items = session.standing(of: plan, pack)
                .filter { (section == nil || $0.item.section == section) && (status == nil || $0.status == status) }
            table.count = items.count
        case .quality:
            guard let reader = session.qualityReader(curator: onlyMine ? session.worker.login : nil) else { return }
            session.runner.run(slot: "quality", reader) { [weak self] report in
                guard let self, self.page == .quality else { return }
                self.quality = report
                self.table.count = report.counts.count
            }
        }
    }

    /// Moves in the table.
    public func handle(_ key: Key) -> Bool { table.handle(key) != .ignored }

    private func mark() {
        if let duty = selectedDuty { return session.openForm(OfficeForms.duty(duty, session: session)) }
        guard let item = selectedItem, let (pack, plan) = session.plan() else { return }
        session.openForm(OfficeForms.planItem(item, of: plan, regulation: pack.id, session: session))
    }

    private func explain() {
        let lines = selectedDuty.map { OfficeLines.details($0, session) } ?? selectedItem.map { OfficeLines.details($0, session) }
        guard let lines else { return }
        session.navigator?.open(
            TextOverlay(title: session.texts("office.details"), lines: lines, footer: session.texts("about.footer")))
    }

    private var title: String {
        let texts = session.texts
        switch page {
        case .duties: return texts("office.duties.title")
        case .plan:
            guard let plan = session.plan()?.plan else { return texts("office.plan.empty") }
            let chapter = section.flatMap { id in plan.sections.first { $0.id == id } }
            return texts(
                "office.plan.title", String(plan.year), chapter.map { "\($0.id). \($0.title)" } ?? texts("office.all-sections"),
                status.map { texts("plan-status.\($0.rawValue)") } ?? texts("office.any-status"))
        case .quality:
            let summary = quality?.summary(texts).joined(separator: " ") ?? texts("office.counting")
            return "\(texts(onlyMine ? "board.mine" : "board.all")) · \(summary)"
        }
    }

    /// The page's heading, its table and the whole title of the row below.
    public func draw(in frame: inout Frame, rect: Rect) {
        let parts = rect.rows([.fixed(1), .flexible(min: 4), .fixed(1)])
        frame.put(title, at: Point(column: 1, row: parts[0].row), style: .title, maxWidth: rect.width - 2)
        table.fit(width: parts[1].width, height: parts[1].height)
        table.draw(in: &frame, rect: parts[1], focused: true) { index in
            switch page {
            case .duties: duties[safe: index].map { OfficeLines.row($0, session) }
            case .plan: items[safe: index].map { OfficeLines.row($0, session) }
            case .quality: quality?.counts[safe: index].map(OfficeLines.row)
            }
        }
        let detail =
            selectedDuty?.duty.rule.title ?? selectedItem?.item.title
            ?? (page == .quality ? quality?.counts[safe: table.selected]?.criterion.entry.title : nil)
        if let detail {
            frame.put(detail, at: Point(column: 1, row: parts[2].row), style: .accent, maxWidth: rect.width - 2)
        }
    }
}
