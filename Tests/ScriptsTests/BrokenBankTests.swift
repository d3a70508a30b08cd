import Foundation
import Scripts
import TestSupport
import Testing

/// One file for each mistake of a bank: the flow, the bank, the flow's words and the bank's, and what is said.
@Suite struct BrokenBankTests {
    static let folder = BrokenFlowTests.folder.appending(path: "banks")

    static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test func everyMistakeHasItsFile() {
        #expect(Self.files.count >= 10)
    }

    @Test(arguments: files) func saysWhereWhatAndWhatToDo(_ file: String) throws {
        let path = Self.folder.appending(path: file)
        let parts = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "-----\n")
        try #require(parts.count == 5)
        var sources = [("Flows/broken.yaml", parts[0]), ("Flows/banks/cards.yaml", parts[1])]
        for locale in ["es-CL", "en"] {
            sources.append(("Prompts/\(locale)/broken.yaml", BrokenFlowTests.complete(parts[2])))
            sources.append(("Prompts/\(locale)/cards.yaml", parts[3]))
        }
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
            let text = (parts.dropLast() + [said]).joined(separator: "-----\n")
            try text.write(to: path, atomically: true, encoding: .utf8)
        } else {
            #expect(said == parts[4])
        }
    }
}
