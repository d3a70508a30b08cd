import Dialogue
import Scripts
import TestSupport
import Testing

/// Options that a channel cannot show for pressing are told to whoever writes a flow, and keep nobody from using it.
@Suite struct LabelTests {
    private static let channels = [
        Capabilities(
            name: "Narrow",
            buttons: .init(most: 2, label: .init(5, .characters)),
            list: .init(most: 4, label: .init(8, .bytes))
        ),
        Capabilities(name: "Wordy"),
    ]

    private func said(_ labels: [String], _ channels: [Capabilities] = Self.channels) throws -> [Diagnostic] {
        let ids = labels.indices.map { "o\($0)" }
        let options = zip(ids, labels).map { "\($0): \"\($1)\"" }.joined(separator: ", ")
        let prompts =
            "title: T\nsummary: S\nwhen-to-use: W\nprompts:\n  it: { text: Which?, options: { \(options) } }\n"
        let flow = "flow: labels\nsteps:\n  - ask: it\n    answer: { one-of: [\(ids.joined(separator: ", "))] }\n"
        let sources = [("Flows/labels.yaml", flow), ("Prompts/en/labels.yaml", prompts)]
        return try Library(sources: sources, channels: channels).warnings
    }

    @Test(arguments: [
        (["a", "b"], []),
        // A label too long for a button fits in the list, which counts bytes.
        (["a", "12345678"], []),
        (["a", "123456789"], ["long-label"]),
        (["a", "ññññññ"], ["long-label"]),
        (["ñañañ", "b"], []),
        (["123456789", "123456789a"], ["long-label", "long-label"]),
        (["a", "b", "c", "d"], []),
        (["a", "b", "c", "d", "e"], ["many-options"]),
        (["a", "b", "c", "d", "123456789"], ["many-options"]),
    ])
    func whatDoesNotFitIsAWarning(_ labels: [String], _ codes: [String]) throws {
        let warnings = try said(labels)
        #expect(warnings.map(\.code) == codes)
        for warning in warnings {
            #expect(warning.severity == .warning && warning.message.contains("en Narrow"))
            #expect(warning.hint.contains("en Narrow") && warning.hint.contains("numeradas"))
        }
    }

    @Test func theUnitIsTheChannels() throws {
        let warning = try #require(try said(["a", "ññññññ"]).first)
        #expect(warning.message == "La opción «o1» tiene 12 bytes; en Narrow, con 2 opciones, caben 8.")
    }

    @Test func onlyTheLimitIsAnError() throws {
        let most = String(repeating: "a", count: Limits.labelCharacters)
        #expect(try said(["a", most], []).isEmpty)
        #expect(throws: ScriptsError.self) { try said(["a", most + "a"], []) }
    }

    /// Everything that ships can be pressed on every channel that has something to press, and nothing else is amiss.
    @Test func nothingThatShipsIsWarnedOf() throws {
        #expect(TestSupport.channels.count { $0.canPress(["a", "b"]) } >= 3)
        #expect(try TestSupport.library().warnings.map(\.text) == [])
    }
}
