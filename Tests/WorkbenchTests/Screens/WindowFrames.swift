import Casework
import MarshrutResources
import Regulations
import Terminal
import Testing
import Workbench

/// Pictures of forms and windows at the small screen.
@Suite struct WindowFrames {
    static let scripts: [(name: String, steps: [TestOffice.Step])] = [
        ("help", ["3", .key(.function(1))]),
        ("palette", ["2", .key(.function(9)), "встр"]),
        ("quick-log", ["3", "з"]),
        ("attempt", ["3", "з", "0"]),
        ("month", ["3", "з", "0", .key(.function(4))]),
        ("form-errors", ["3", "з", "0", .key(.end), " вчерашний день", .key(.function(2))]),
        ("why", ["6", .key(.function(3))]),
        ("survey", ["2", .key(.end), .key(.enter), "о"]),
        ("new-case", ["2", "н"]),
        ("program-kinds", ["4", .key(.enter)]),
        ("program", ["4", .key(.enter), "1"]),
        ("program-paper", ["4", .key(.enter), "1", .key(.function(3))]),
        ("narrow", ["2", "о"]),
        ("views", ["2", "в"]),
        ("history", ["2", .key(.end), .key(.enter), .key(.left), .key(.function(3))]),
        ("decide", ["6", "а"]),
        ("script", ["3", .key(.function(3))]),
        ("narrow-board", ["6", "о"]),
        ("refusal", ["3", "п"]),
        ("empty-store", ["2"]),
        ("organisation", ["8", .key(.enter)]),
        ("organisation-whole", ["8", .key(.down), .key(.function(3))]),
        ("directory-gaps", ["8", .key(.function(5))]),
        ("directory-filter", ["8", .key(.function(7)), "иркутск 3952 розы"]),
    ]

    @Test("Every window looks as its picture", arguments: scripts.map(\.name))
    func window(_ name: String) throws {
        let steps = Self.scripts.first { $0.name == name }?.steps ?? []
        let office = try TestOffice(populated: name != "empty-store")
        assertGolden(office.script(steps), "window-\(name)")
    }

    @Test("The English interface has no Russian sentence of its own", arguments: ["1", "2", "3", "6", "8"])
    func english(_ section: String) throws {
        let office = try TestOffice(language: .en)
        assertGolden(office.script([.text(section)]), "english-section-\(section)")
    }

    @Test("The first start offers a trial and a beginning")
    func welcome() throws {
        let port = InMemoryTerminal()
        let packs = RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: nil).packs
        let welcome = Welcome(port: port, texts: Texts(language: .ru), regulations: packs.map(\.regulation))
        port.type([.character("2")])
        port.type("УСЗСОН")
        #expect(welcome.run() == nil)
        assertGolden(port.frame?.text ?? "", "window-welcome")
    }

    @Test("The first start's form begins an office when its lines are filled in")
    func begin() throws {
        let port = InMemoryTerminal()
        let packs = RegulationCatalogue.load(
            shipped: ResourceFolder.regulations, office: nil, only: ["bryansk-1206", "irkutsk-414r"]
        ).packs
        let welcome = Welcome(port: port, texts: Texts(language: .ru), regulations: packs.map(\.regulation))
        port.type([.character("2")])
        port.type("УСЗСОН")
        // Both acts are ticked.
        port.type([.tab, .character(" "), .tab, .character(" "), .tab])
        port.type("Иванова М. П.")
        port.type([.function(2)])
        #expect(
            welcome.run()
                == .begin(
                    organisation: "УСЗСОН", regulations: ["bryansk-1206", "irkutsk-414r"], name: "Иванова М. П.", role: "curator")
        )
    }
}
