import Foundation
import Scripts
import TestSupport
import Testing

/// The schemas that editors use say what the reader says: every field, value and bound, both ways.
///
/// The reader is asked through its own messages: a field that nobody knows is answered with those that are known.
@Suite struct SchemaTests {
    private static let unknown = "zzqqzzqq"

    private static func schema(_ folder: String) throws -> [String: Any] {
        let data = try Data(contentsOf: TestSupport.root.appending(path: "\(folder)/schema.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// The step kinds of the schema, each with its fields.
    static let kinds: [String] = {
        let definitions = (try? schema("Flows"))?["$defs"] as? [String: Any] ?? [:]
        let refs = ((definitions["step"] as? [String: Any])?["oneOf"] as? [[String: String]] ?? []).compactMap(
            \.["$ref"]
        )
        return refs.map { $0.replacing("#/$defs/", with: "") }
    }()

    private func flow() throws -> [String: Any] { try Self.schema("Flows") }

    private func at(_ schema: [String: Any], _ path: String...) throws -> [String: Any] {
        var place = schema
        for key in path { place = try #require(place[key] as? [String: Any], "no \(key)") }
        if let ref = place["$ref"] as? String {
            let name = ref.replacing("#/$defs/", with: "")
            return try at(schema, "$defs", name)
        }
        return place
    }

    /// What the reader says of a flow, or of prompts.
    private func said(_ text: String, at path: String = "Flows/broken.yaml") -> [Diagnostic] {
        do {
            return try Library(sources: [(path, text)]).warnings
        } catch {
            return (error as? ScriptsError)?.diagnostics ?? []
        }
    }

    /// The names that a hint lists after its colon.
    private func listed(_ text: String, _ code: String, at path: String = "Flows/broken.yaml") throws -> Set<String> {
        let found = try #require(said(text, at: path).first { $0.code == code }, "no \(code)")
        let list = found.hint.drop { $0 != ":" }.dropFirst().split(separator: ",")
        return Set(list.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " .")) })
    }

    private func step(_ kind: String, _ field: String) -> String {
        "flow: broken\nsteps:\n  - \(kind): x\n    \(field)\n"
    }

    private func fields(_ schema: [String: Any]) throws -> Set<String> {
        #expect(schema["additionalProperties"] as? Bool == false)
        return Set(try #require(schema["properties"] as? [String: Any]).keys)
    }

    private func values(_ schema: [String: Any]) throws -> Set<String> {
        let choices = try #require(schema["oneOf"] as? [[String: Any]])
        return Set(choices.compactMap { $0["const"] as? String })
    }

    @Test func theFieldsOfAFlow() throws {
        let known = try listed("flow: broken\n\(Self.unknown): x\nsteps:\n  - say: x\n", "unknown-field")
        #expect(try fields(flow()) == known)
    }

    @Test func theKindsOfSteps() throws {
        let known = try listed("flow: broken\nsteps:\n  - \(Self.unknown): x\n", "unknown-step")
        #expect(Set(Self.kinds) == known)
        #expect(Self.kinds.count == known.count)
    }

    @Test(arguments: kinds) func theFieldsOfAStep(_ kind: String) throws {
        let known = try listed(step(kind, "\(Self.unknown): x"), "unknown-field")
        #expect(try fields(at(flow(), "$defs", kind)) == known)
    }

    @Test(arguments: [
        ("ask", "answer: { \(unknown): x }", ["answer", "one-of number"]),
        ("ask", "read-back: { \(unknown): x }", ["ask", "read-back"]),
    ]) func theFieldsInsideAField(_ kind: String, _ field: String, _ place: [String]) throws {
        let known = try listed(step(kind, field), "unknown-field")
        if place[0] == "answer" {
            let choices = try #require(try at(flow(), "$defs", "answer")["oneOf"] as? [[String: Any]])
            let names = choices.compactMap { $0["properties"] as? [String: Any] }.flatMap(\.keys)
            #expect(Set(names) == known)
        } else {
            #expect(try fields(at(flow(), "$defs", place[0], "properties", place[1])) == known)
        }
    }

    @Test(arguments: ["moment", "phase"]) func theValuesOfAFlow(_ field: String) throws {
        let known = try listed("flow: broken\n\(field): \(Self.unknown)\nsteps:\n  - say: x\n", "unknown-\(field)")
        #expect(try values(at(flow(), "properties", field)) == known)
    }

    @Test func theModes() throws {
        let known = try listed("flow: broken\nmodes: [\(Self.unknown)]\nsteps:\n  - say: x\n", "unknown-mode")
        #expect(try values(at(flow(), "properties", "modes", "items")) == known)
    }

    @Test func theChecks() throws {
        let known = try listed(step("ask", "checks: [\(Self.unknown)]"), "unknown-check")
        #expect(try values(at(flow(), "$defs", "checks", "items")) == known)
    }

    @Test(arguments: [
        ("ask", "who"), ("say", "who"), ("ask", "as"), ("gather", "as"), ("gather", "visibility"),
        ("gather", "alone"), ("recall", "from"), ("suggest", "as"),
    ])
    func theValuesOfAField(_ kind: String, _ field: String) throws {
        let known = try listed(step(kind, "\(field): \(Self.unknown)"), "unknown-\(field)")
        #expect(try values(at(flow(), "$defs", kind, "properties", field)) == known)
    }

    @Test func theWaysToChoose() throws {
        let known = try listed(step("choose", "from: x\n    by: \(Self.unknown)"), "unknown-by")
        #expect(try values(at(flow(), "$defs", "choose", "properties", "by")) == known)
    }

    @Test func theAnswersInOneWord() throws {
        let hint = try listed(step("ask", "answer: \(Self.unknown)"), "unknown-answer")
        let known = try values(at(flow(), "$defs", "answer"))
        #expect(known == hint.filter { !$0.contains("{") && !$0.contains("}") && !$0.contains("b]") })
    }

    /// Every number has the reader's bounds: one less and one more are refused, and the bounds are not.
    @Test(arguments: kinds) func theBoundsOfNumbers(_ kind: String) throws {
        let properties = try #require(try at(flow(), "$defs", kind)["properties"] as? [String: [String: Any]])
        let rest = [
            "choose": "from: x", "rate": "items: [x]", "repeat": "steps: [{ ask: x }]",
            "for-each": "in: y\n    steps: [{ ask: x }]",
        ][kind]
        for (field, schema) in properties {
            guard let least = schema["minimum"] as? Int, let most = schema["maximum"] as? Int else { continue }
            for number in [least - 1, least, most, most + 1] {
                var lines = ["\(field): \(number)", rest].compactMap(\.self)
                if kind == "repeat", field != "at-most" { lines.append("at-most: 50") }
                let codes = said(step(kind, lines.joined(separator: "\n    "))).map(\.code)
                #expect(codes.contains("not-a-number") == !(least...most).contains(number), "\(field): \(number)")
            }
        }
    }

    /// What the schema requires is what the reader misses.
    @Test(arguments: kinds) func whatIsRequired(_ kind: String) throws {
        let required = try #require(try at(flow(), "$defs", kind)["required"] as? [String])
        let lines = [
            "choose": "from: x", "rate": "items: [x]", "form": "steps: [{ ask: x }]",
            "part": "steps: [{ ask: x }]", "add": "to: y",
            "for-each": "in: y\n    steps: [{ ask: x }]", "recall": "of: x", "pick": "from: [x, y]",
            "suggest": "from: x",
        ]
        let missed = ["no-from", "no-items", "no-steps", "no-way-out", "no-list", "no-of"]
        let codes = said("flow: broken\nsteps:\n  - \(kind): x\n").map(\.code)
        #expect(codes.contains { missed.contains($0) } == (required.count > 1))
        guard let line = lines[kind] else { return }
        #expect(!said(step(kind, line)).map(\.code).contains { missed.contains($0) })
    }

    @Test func theFieldsOfPrompts() throws {
        let path = "Prompts/es-CL/broken.yaml"
        let schema = try Self.schema("Prompts")
        #expect(try fields(schema) == listed("\(Self.unknown): x\n", "unknown-field", at: path))
        let known = try listed("prompts:\n  a:\n    text: x\n    \(Self.unknown): x\n", "unknown-field", at: path)
        let choices = try #require(try at(schema, "$defs", "phrase")["oneOf"] as? [[String: Any]])
        let mapping = try #require(choices.first { $0["type"] as? String == "object" })
        #expect(try fields(mapping) == known)
    }

    @Test func theFieldsOfABank() throws {
        let schema = try Self.schema("Flows/banks")
        let known = try listed("\(Self.unknown): x\n", "unknown-field", at: "Flows/banks/broken.yaml")
        #expect(try fields(schema) == known)
    }

    @Test(arguments: ["Flows", "Prompts", "Flows/banks"]) func everyFieldIsExplained(_ folder: String) throws {
        func look(_ value: Any, _ path: String) {
            if let object = value as? [String: Any] {
                for (name, field) in object["properties"] as? [String: [String: Any]] ?? [:] {
                    #expect(field["description"] is String, "\(path)/\(name)")
                }
                for choice in object["oneOf"] as? [[String: Any]] ?? [] where choice["const"] != nil {
                    #expect(choice["description"] is String, "\(path): \(choice)")
                }
                for (key, inner) in object { look(inner, "\(path)/\(key)") }
            } else if let list = value as? [Any] {
                for inner in list { look(inner, path) }
            }
        }
        look(try Self.schema(folder), folder)
    }
}
