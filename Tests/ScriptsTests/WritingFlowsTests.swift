import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

/// Every example of the guide to writing flows is true: its flows compile, its conversations happen, its errors are said.
///
/// `UPDATE_GOLDENS=1` rewrites the conversations and errors in the documents.
@Suite struct WritingFlowsTests {
    /// A document and its language.
    struct Guide: Sendable, CustomTestStringConvertible {
        var file: String
        var locale: String
        var testDescription: String { file }

        var path: URL { TestSupport.root.appending(path: "docs/\(file)") }
    }

    static let guides = [
        Guide(file: "writing-flows.es.md", locale: "es-CL"), Guide(file: "writing-flows.md", locale: "en"),
    ]

    /// A fenced block: its language, what it is, and its text without the fences.
    struct Block {
        var kind: String
        var name: String
        var text: String
        /// The lines of its text in the document.
        var lines: Range<Int>
    }

    private func blocks(of guide: Guide) throws -> (lines: [String], blocks: [Block]) {
        let lines = try String(contentsOf: guide.path, encoding: .utf8).components(separatedBy: "\n")
        var blocks: [Block] = []
        var opened: (info: String, at: Int)?
        for (index, line) in lines.enumerated() where line.hasPrefix("```") {
            guard let (info, at) = opened else {
                opened = (String(line.dropFirst(3)), index)
                continue
            }
            let what = info.split(separator: " ").dropFirst().first ?? info[...]
            let parts = what.split(separator: "=").map(String.init)
            let text = lines[(at + 1)..<index].map { $0 + "\n" }.joined()
            blocks.append(Block(kind: parts[0], name: parts.last ?? "", text: text, lines: (at + 1)..<index))
            opened = nil
        }
        #expect(opened == nil)
        return (lines, blocks)
    }

    private func sources(_ blocks: [Block], _ guide: Guide) throws -> [(path: String, text: String)] {
        var sources = try ["engine", "checks"].map { group in
            let path = "Prompts/\(guide.locale)/\(group).yaml"
            return (path, try String(contentsOf: TestSupport.root.appending(path: path), encoding: .utf8))
        }
        for block in blocks {
            let prompts = "Prompts/\(guide.locale)/\(block.name).yaml"
            switch block.kind {
            case "flow": sources.append(("Flows/\(block.name).yaml", block.text))
            case "bank": sources.append(("Flows/banks/\(block.name).yaml", block.text))
            case "prompts": sources.append((prompts, block.text))
            case "steps":
                let head = "flow: \(block.name)\nmodes: [solo, group, team]\nsteps:\n"
                sources.append(("Flows/\(block.name).yaml", head + block.text))
            case "texts":
                let text = block.text.split(separator: "\n").map { "  \($0)\n" }.joined()
                sources.append((prompts, "title: Example\nsummary: Example\nwhen-to-use: Example\nprompts:\n" + text))
            default: break
            }
        }
        return sources
    }

    @Test(arguments: guides) func everyBlockIsRun(_ guide: Guide) throws {
        let blocks = try blocks(of: guide).blocks
        let known: Set = ["flow", "prompts", "bank", "steps", "texts", "conversation", "broken", "error", "sh"]
        for block in blocks { #expect(known.contains(block.kind), "\(block.kind)") }
        #expect(blocks.count { $0.kind == "conversation" } >= 5)
        #expect(blocks.count { ["flow", "steps"].contains($0.kind) } >= 12)
    }

    @Test(arguments: guides) func everyStepIsExplained(_ guide: Guide) throws {
        let text = try String(contentsOf: guide.path, encoding: .utf8)
        for kind in SchemaTests.kinds { #expect(text.contains("### \(kind):"), "\(kind)") }
    }

    @Test(arguments: guides) func everyFlowCompiles(_ guide: Guide) throws {
        let blocks = try blocks(of: guide).blocks
        do {
            let library = try Library(sources: sources(blocks, guide), channels: TestSupport.channels)
            #expect(library.warnings.map(\.text) == [])
            #expect(library.flows.count == blocks.count { ["flow", "steps"].contains($0.kind) })
            for id in library.flows.keys { #expect(library.diagram(of: id, locale: guide.locale) != nil) }
        } catch let error as ScriptsError {
            Issue.record("\(error.text)")
        }
    }

    @Test(arguments: guides) func everyConversationHappensAndEveryErrorIsSaid(_ guide: Guide) throws {
        var (lines, blocks) = try blocks(of: guide)
        let library = try Library(sources: sources(blocks, guide), channels: TestSupport.channels)
        for block in blocks.reversed() where ["conversation", "error"].contains(block.kind) {
            let said = try block.kind == "error" ? errors(block, blocks) : conversation(block, library)
            if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
                lines.replaceSubrange(
                    block.lines,
                    with: said.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
                )
            } else {
                #expect(block.text == said)
            }
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try lines.joined(separator: "\n").write(to: guide.path, atomically: true, encoding: .utf8)
        }
    }

    private func conversation(_ block: Block, _ library: Library) throws -> String {
        let conversation = try #require(GoldenConversation(parsing: block.text), "the header is not complete")
        let version = try #require(library.flows[conversation.flow], "no flow \(conversation.flow)")
        #expect(version.program.modes.contains(conversation.mode))
        let (text, rehearsal) = conversation.played(on: version.program)
        #expect(rehearsal.state.isOver, "\(conversation.flow) does not end")
        return text
    }

    private func errors(_ block: Block, _ blocks: [Block]) throws -> String {
        let broken = try #require(blocks.first { $0.kind == "broken" && $0.name == block.name })
        do {
            _ = try Library(sources: [("Flows/\(broken.name).yaml", broken.text)])
            Issue.record("nothing is wrong with \(broken.name)")
            return ""
        } catch let error as ScriptsError {
            return error.text + "\n"
        }
    }
}
