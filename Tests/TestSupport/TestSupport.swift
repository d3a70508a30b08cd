import Channels
import Dialogue
import Facilitation
import Foundation
import Scripts
import Storage
import Synchronization

/// What tests of several rooms share: the shipped flows, a clock that stands still, and stores that go away.
package enum TestSupport {
    /// The folder of the project.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The shipped flows and words, read once.
    package static func library() throws -> Library { try shipped.get() }

    private static let shipped = Result { try Library(folder: root, channels: channels) }

    /// What every channel can show.
    package static let channels = ChannelKind.allCases.map(\.capabilities)

    /// A small 5 Whys that stays as it is, with the shipped words of the engine: what the rooms do with a flow is tested
    /// apart from what the shipped flows say.
    package static func sample() throws -> Library { try small.get() }

    private static let small = Result {
        let shared = ["engine", "checks", "lobby"].flatMap { name in
            ["es-CL", "en"].map { "Prompts/\($0)/\(name).yaml" }
        }
        let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sample")
        return try Library(
            sources: Library.sources(in: sample) + Library.sources(in: root).filter { shared.contains($0.path) }
        )
    }

    /// Saturday, 21 November 2026, 09:00 in Santiago.
    package static let moment = Moment(
        milliseconds: 1_795_262_400_000,
        today: CalendarDay(year: 2026, month: 11, day: 21) ?? .first
    )

    /// A clock that stands still, Santiago, and random numbers that are the same in every run.
    package static func surroundings(seed: UInt64 = 1) throws -> Surroundings {
        let generator = Mutex(SplitMix(state: seed))
        guard let zone = TimeZone(identifier: "America/Santiago") else {
            throw SurroundingsError.unknownTimeZone("America/Santiago")
        }
        return Surroundings(
            now: { Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000) },
            timeZone: zone,
            random: { generator.withLock { $0.next() } }
        )
    }

    /// Runs with a fresh store on disk, and removes it afterwards.
    package static func withStore<T>(_ body: (SQLiteStore) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "raiz-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(try SQLiteStore(path: folder.appending(path: "raiz.sqlite").path))
    }

    /// Runs with a reception over a fresh store with the demo organization.
    package static func withReception<T>(_ body: (Reception) async throws -> T) async throws -> T {
        try await withStore { store in
            let surroundings = try surroundings()
            _ = try await Demo.prepare(store, surroundings: surroundings, secret: secret)
            return try await body(
                Reception(
                    store: store,
                    programs: Programs(library: try sample()),
                    surroundings: surroundings,
                    bell: Bell(),
                    outbox: Knock()
                )
            )
        }
    }

    /// The demo account's secret in tests.
    package static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
}

/// A small generator of numbers that look random and are the same for the same seed.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(state: UInt64) {
        self.state = state
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
