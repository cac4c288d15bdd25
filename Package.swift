// swift-tools-version: 6.1
import PackageDescription

// Order: products, dependencies, then targets from the core outward (docs/architecture.md); tests last.

/// Every target of ours: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .unsafeFlags(["-warnings-as-errors"]),
]

let package = Package(
    name: "marshrut",
    defaultLocalization: "ru",
    products: [
        .executable(name: "marshrut", targets: ["marshrut"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // C libraries of Debian and the shims over them.
        .systemLibrary(name: "CSodium", path: "Sources/CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", path: "Sources/CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "CNcurses", path: "Sources/CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),

        // The pure core.
        .target(name: "Casework", swiftSettings: strict),
        .target(name: "Regulations", dependencies: ["Casework", "Yams"], swiftSettings: strict),
        .target(name: "Paperwork", dependencies: ["Casework", "Regulations", "MarshrutResources"], swiftSettings: strict),

        // Storage and exchange.
        .target(
            name: "CaseStore",
            dependencies: [
                "Casework", "CSodium", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "Interchange", dependencies: ["Casework", "CXlsxWriter", "Yams"], swiftSettings: strict),

        // The terminal.
        .target(name: "Terminal", swiftSettings: strict),
        .target(name: "NcursesTerminal", dependencies: ["Terminal", "CNcurses"], swiftSettings: strict),

        // Wording, packs, calendars: data only, with one small reader.
        .target(
            name: "MarshrutResources", dependencies: ["Casework"], path: "Resources",
            resources: [
                .copy("Calendars"), .copy("Mappings"), .copy("Names"), .copy("Regulations"), .copy("ru.lproj"), .copy("en.lproj"),
            ],
            swiftSettings: strict),

        // The two faces.
        .target(
            name: "Workbench",
            dependencies: ["Casework", "Regulations", "Paperwork", "CaseStore", "Interchange", "Terminal", "MarshrutResources"],
            swiftSettings: strict),
        .target(
            name: "MarshrutCLI",
            dependencies: [
                "Casework", "Regulations", "Paperwork", "CaseStore", "Interchange", "Terminal", "NcursesTerminal", "Workbench",
                "MarshrutResources", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "marshrut", dependencies: ["MarshrutCLI"], swiftSettings: strict),
        .executableTarget(
            name: "marshrut-bench",
            dependencies: [
                "Casework", "Regulations", "CaseStore", "Terminal", "Workbench", "MarshrutResources",
                "CBareScreen", "CPseudoTerminal", .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Sources/Bench", swiftSettings: strict),
        .target(
            name: "CBareScreen", path: "Sources/CBareScreen",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),

        // Tests.
        .target(
            name: "CaseworkTestSupport", dependencies: ["Casework"], path: "Tests/CaseworkTestSupport", swiftSettings: strict),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "CaseworkTestSupport"], swiftSettings: strict),
        .testTarget(
            name: "RegulationsTests", dependencies: ["Regulations", "Casework", "MarshrutResources", "CaseworkTestSupport"],
            swiftSettings: strict),
        .testTarget(name: "ResourcesTests", dependencies: ["MarshrutResources", "Casework"], swiftSettings: strict),
        .testTarget(
            name: "PaperworkTests", dependencies: ["Paperwork", "Regulations", "Casework", "MarshrutResources"],
            exclude: ["Goldens"], swiftSettings: strict),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),
        .executableTarget(
            name: "terminal-probe", dependencies: ["Terminal", "NcursesTerminal", "CPseudoTerminal"], path: "Tests/TerminalProbe",
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Terminal", "NcursesTerminal", "CNcurses", "CPseudoTerminal", "terminal-probe"],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "WorkbenchTests",
            dependencies: [
                "Workbench", "CaseStore", "Casework", "Regulations", "MarshrutResources", "Terminal", "CaseworkTestSupport",
            ],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "Casework"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: ["MarshrutCLI", "CaseStore", "Casework", "Interchange", "MarshrutResources", "marshrut"],
            swiftSettings: strict),
        .target(name: "StoreTestSupport", dependencies: ["Casework"], path: "Tests/StoreTestSupport", swiftSettings: strict),
        .executableTarget(
            name: "StoreProbe", dependencies: ["CaseStore", "StoreTestSupport"], path: "Tests/StoreProbe", swiftSettings: strict),
        .testTarget(
            name: "CaseStoreTests", dependencies: ["CaseStore", "StoreTestSupport", "StoreProbe"], resources: [.copy("Frozen")],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentationTests", dependencies: ["Casework", "Regulations", "MarshrutResources"],
            exclude: ["requirement-ids.txt"],
            swiftSettings: strict),
        .testTarget(name: "EndToEndTests", dependencies: ["marshrut"], swiftSettings: strict),
    ]
)
