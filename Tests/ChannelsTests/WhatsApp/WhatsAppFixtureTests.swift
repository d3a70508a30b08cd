import Foundation
import Testing

@testable import Channels

/// Every recorded webhook, read and compared to the golden text beside it. `UPDATE_GOLDENS=1` writes them anew.
@Suite struct WhatsAppFixtureTests {
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: WhatsAppSupport.fixtures.path)) ?? [])
        .filter { $0.hasSuffix(".json") }.sorted()

    @Test func thereAreFixtures() {
        #expect(Self.names.count >= 30)
    }

    @Test(arguments: names)
    func isReadAsBefore(name: String) throws {
        let file = WhatsAppSupport.fixtures.appending(path: name)
        let golden = file.deletingPathExtension().appendingPathExtension("txt")
        let text = WhatsAppSupport.describe(try WhatsAppSupport.read(try Data(contentsOf: file)))
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data(text.utf8).write(to: golden)
        }
        let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
        #expect(text == expected)
    }

    /// The account is in the settings, the rest in the body: no two readings differ.
    @Test(arguments: names)
    func isReadTheSameTwice(name: String) throws {
        let body = try Data(contentsOf: WhatsAppSupport.fixtures.appending(path: name))
        #expect(try WhatsAppSupport.read(body) == WhatsAppSupport.read(body))
    }
}
