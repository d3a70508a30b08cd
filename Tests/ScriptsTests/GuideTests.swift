import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

/// The guide to the flows says what flows, words and conversations say. `UPDATE_GOLDENS=1` rewrites it, as does
/// `raiz flows --guide docs`.
@Suite struct GuideTests {
    private static let folder = TestSupport.root.appending(path: "docs", directoryHint: .isDirectory)

    private static let pages = Result {
        FlowGuide(
            library: try TestSupport.library(),
            conversations: Library.conversations(in: ConversationTests.folder)
        ).pages
    }

    private func page(_ path: String) throws -> String {
        try #require(try Self.pages.get().first { $0.path == path }, "no \(path)").text
    }

    @Test func theFilesAreWhatIsGenerated() throws {
        for page in try Self.pages.get() {
            let file = Self.folder.appending(path: page.path)
            if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
                try Data(page.text.utf8).write(to: file)
            } else {
                let written = FileManager.default.contents(atPath: file.path).map {
                    String(decoding: $0, as: UTF8.self)
                }
                let isSame = written == page.text
                #expect(isSame, "\(page.path) is not up to date: raiz flows --guide docs")
            }
        }
    }

    @Test func noPictureIsLeftOver() throws {
        let wanted = Set(try Self.pages.get().map(\.path))
        let folder = Self.folder.appending(path: "images/flows")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            #expect(wanted.contains("images/flows/\(name)"), "no flow has the picture \(name)")
        }
    }

    @Test(arguments: ["flows.md", "flows.es.md"]) func everyFlowHasItsSection(_ path: String) throws {
        let text = try page(path)
        let paths = Set(try Self.pages.get().map(\.path))
        let flows = try TestSupport.library().flows.keys.sorted()
        for flow in flows { #expect(text.contains("<a id=\"\(flow)\"></a>"), "\(flow)") }
        #expect(text.components(separatedBy: "<details>").count == flows.count + 1)
        for link in text.matches(of: #/\]\((#?)([^)]+)\)/#) {
            let target = String(link.2)
            if link.1.isEmpty {
                let isFile = FileManager.default.fileExists(atPath: Self.folder.appending(path: target).path)
                #expect(paths.contains(target) || isFile, "\(target)")
            } else {
                #expect(flows.contains(target), "#\(target)")
            }
        }
    }

    /// A page without a word in its language shows a name of the code.
    @Test(arguments: ["es-CL", "en"]) func everyOutcomeHasAWord(_ locale: String) throws {
        let kept = locale == "en" ? "- **What is kept:** " : "- **Qué queda guardado:** "
        let words = try #require(
            try TestSupport.library().phrases[locale]?["engine/outcome-kinds"]?.options.values.map { $0.lowercased() }
        )
        let lines = try page(locale == "en" ? "flows.md" : "flows.es.md").split(separator: "\n").filter {
            $0.hasPrefix(kept)
        }
        #expect(lines.count > 20)
        for line in lines {
            let parts = line.dropFirst(kept.count).components(separatedBy: "; ")
            let own = parts.flatMap { $0.components(separatedBy: ", ") }.filter {
                !$0.contains(locale == "en" ? "flow" : "flujo")
            }
            for word in own { #expect(words.contains(word), "\(word)") }
        }
    }

    @Test func wordsAreNeverMarkup() throws {
        let flow = (
            "Flows/odd.yaml", "flow: odd\nmoment: closing\nmodes: [solo]\nsteps:\n  - ask: word\n    record: problem\n"
        )
        let prompts = """
            title: "A *bold* <b>title</b>"
            summary: "# Not a heading"
            when-to-use: "1. Not a list"
            prompts:
              word: "Which [word](https://example.org)?"
            """
        let shared = Library.sources(in: TestSupport.root).filter { $0.path.hasPrefix("Prompts/en/engine") }
        let library = try Library(sources: [flow, ("Prompts/en/odd.yaml", prompts)] + shared)
        let talk =
            "flow: odd\nlocale: en\nmode: solo\ntoday: 2026-11-21\n\nbot: Which [word]?\n  1) <i>\n  2) No\nequipo: _that_\n"
        let pages = FlowGuide(library: library, conversations: [("odd.solo.en.txt", talk)]).pages
        #expect(pages.map(\.path) == ["flows.md", "images/flows/odd.svg"])
        let text = try #require(pages.first?.text)
        for line in [
            "### A \\*bold\\* \\<b\\>title\\</b\\>", "**\\# Not a heading**", "1\\. Not a list",
            "> **Raíz:** Which \\[word\\]?\\", "> 1\\) \\<i\\> · 2\\) No", "> **You:** \\_that\\_",
        ] {
            #expect(text.contains(line + "\n"), "\(text)")
        }
    }
}
