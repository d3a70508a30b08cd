import Foundation
import Scripts
import TestSupport
import Testing

/// One file for each mistake under `Broken`: the flow, a line of dashes, its prompts if any, another line, and what is said.
@Suite struct BrokenFlowTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

    static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test func everyMistakeHasItsFile() {
        #expect(Self.files.count >= 35)
    }

    @Test(arguments: files) func saysWhereWhatAndWhatToDo(_ file: String) throws {
        let path = Self.folder.appending(path: file)
        let parts = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "-----\n")
        try #require(parts.count == 3)
        var sources = [("Flows/broken.yaml", parts[0])]
        for locale in ["es-CL", "en"] { sources.append(("Prompts/\(locale)/broken.yaml", Self.complete(parts[1]))) }
        var said = ""
        do {
            said = try Library(sources: sources, channels: TestSupport.channels).warnings.map(\.text).joined(
                separator: "\n"
            )
        } catch let error as ScriptsError {
            said = error.text
        }
        said += "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try [parts[0], parts[1], said].joined(separator: "-----\n").write(
                to: path,
                atomically: true,
                encoding: .utf8
            )
        } else {
            #expect(said == parts[2])
        }
    }

    /// Prompts with what every flow says of itself, where a file leaves it out to be short.
    static func complete(_ prompts: String) -> String {
        prompts.contains("title:") && !prompts.contains("when-to-use:") ? prompts + "when-to-use: W\n" : prompts
    }

    @Test func aThousandAliasesAreRefusedAtOnce() {
        var text = "flow: broken\nsteps: &a [x]\n"
        for index in 0..<1000 { text += "k\(index): *a\n" }
        #expect(throws: ScriptsError.self) { try Library(sources: [("Flows/broken.yaml", text)]) }
    }
}
