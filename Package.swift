// swift-tools-version: 6.2
import PackageDescription

// Raíz, read from the bottom up: every room depends only on rooms below it.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let http: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOFoundationEssentialsCompat", package: "swift-nio"),
]
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "raiz",
    products: [
        .executable(name: "raiz", targets: ["raiz"]),
        .library(name: "Dialogue", targets: ["Dialogue"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // The operating system's libraries.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Pure: no file, clock, database or random number.
        room("Dialogue"),
        room("Planning", ["Dialogue"]),

        // Thin edges around the pure core, each with one outside thing to know.
        room("Scripts", ["Dialogue", yams, crypto]),
        room("Storage", ["Dialogue", grdb]),
        room("Exports", ["Planning", "CXlsxWriter"]),
        room("Channels", ["Dialogue", "CCurl", crypto]),

        // Where engine, store and channels meet; then HTTP; then the command line.
        room("Facilitation", ["Dialogue", "Planning", "Scripts", "Storage", "Channels", crypto, lifecycle, logging]),
        .target(
            name: "Server",
            dependencies: http + ["Facilitation", "Exports", mustache],
            resources: [.embedInCode("Resources")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "raiz",
            dependencies: http + ["Server", arguments, configuration, system],
            swiftSettings: strict
        ),

        // Tests: one for each room, and what they share.
        .target(
            name: "TestSupport",
            dependencies: ["Facilitation"],
            path: "Tests/TestSupport",
            exclude: ["Sample"],
            swiftSettings: strict
        ),
        tests("DialogueTests", ["Dialogue", "Scripts", "TestSupport"]),
        tests("PlanningTests", ["Planning"]),
        tests("ScriptsTests", ["Scripts", "TestSupport"], exclude: ["Broken"]),
        tests("StorageTests", ["Storage", "TestSupport"]),
        tests("ExportsTests", ["Exports"]),
        tests("ChannelsTests", ["Channels", "Dialogue", "TestSupport"], exclude: ["Fixtures"]),
        tests("FacilitationTests", ["Facilitation", "Scripts", "TestSupport", logging]),
        tests("PagesTests", ["Server"], exclude: ["Goldens"]),
        tests("ServerTests", ["Server", "TestSupport", logging, lifecycle]),
    ]
)
