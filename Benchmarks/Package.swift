// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "raiz", path: "..")],
    targets: [
        .executableTarget(
            name: "dialogue-benchmark",
            dependencies: [.product(name: "Dialogue", package: "raiz")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        )
    ]
)
