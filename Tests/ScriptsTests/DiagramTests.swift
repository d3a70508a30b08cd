import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The pictures of flows: true to the flow, well-formed, large enough to read, and the same every time.
@Suite struct DiagramTests {
    private static let everything: [(path: String, text: String)] = [
        (
            "Flows/all.yaml",
            """
            flow: all
            minutes: 5
            steps:
              - say: hello
              - ask: sure
                answer: yes-no
              - ask: number
                answer: { number: [1, 5] }
                when: sure == yes and not answered(number)
              - form: agreement
                steps:
                  - ask: what
                  - ask: day
                    answer: date
                    optional: yes
              - repeat: rounds
                at-least: 2
                at-most: 4
                steps:
                  - ask: way
                    answer: { one-of: [left, right] }
                    stop-repeat-if: left
                  - repeat: inner
                    at-most: 1
                    when: way == "right"
                    steps:
                      - ask: why
                        record: why
              - collect: list
              - group: list
              - choose: best
                from: list
                by: rank
                keep: 2
              - agree: fine
                when: count(list) > 2 or (people > 1 and rounds >= 2)
              - rate: liked
                items: [one, two]
              - for-each: thing
                in: list
                at-most: 3
                steps:
                  - ask: bound
                    answer: { number: [1, count(list)] }
                    when: mode == "solo" and not inside
                  - add: thing
                    to: kept
              - wait: pause
                minutes: 1
              - record: problem
                text: what
                with: { day: day }
            """
        ),
        (
            "Prompts/en/all.yaml",
            """
            title: "A <b>bold</b> & \\"quoted\\" title"
            summary: All there is
            when-to-use: Whenever something is to be drawn
            prompts:
              hello: "<script>alert('x')</script> \\u0001 ]]> {{sure}}"
              sure: Sure?
              number: How much?
              what: What?
              day: When?
              way:
                text: Which way?
                options: { left: To the left, right: To the <right> }
              why: "\(String(repeating: "word ", count: 200))"
              list: What else?
              best: Which?
              bound: How many?
              fine: "Fine with {{best}}?"
              liked:
                text: How was it?
                options: { one: It was short, two: It was good }
              pause: "{{minutes}} minutes"
            """
        ),
    ]

    private func everything() throws -> String {
        try #require(try Library(sources: Self.everything).diagram(of: "all", locale: "en"))
    }

    /// The texts and the names of the elements of a picture.
    private func read(_ svg: String) throws -> (texts: [String], elements: [String], sizes: [Double]) {
        let reader = Reader()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return (reader.texts, reader.elements, reader.sizes)
    }

    @Test(arguments: ["five-whys", "metacognition-ladder", "problem-tree"], ["es-CL", "en"])
    func theShippedFlows(_ flow: String, _ locale: String) throws {
        let library = try TestSupport.library()
        let svg = try #require(library.diagram(of: flow, locale: locale))
        let (texts, elements, sizes) = try read(svg)
        let again = try TestSupport.library().diagram(of: flow, locale: locale)
        #expect(svg == again)
        let title = try #require(library.flows[flow]?.program.title(in: locale))
        #expect(texts.contains(title))
        #expect(svg.contains("role=\"img\"") && elements.contains("title") && elements.contains("desc"))
        #expect(sizes.allSatisfy { $0 >= 12 })
        #expect(!sizes.isEmpty)
    }

    @Test func nothingBreaksOut() throws {
        let svg = try everything()
        let (texts, elements, _) = try read(svg)
        #expect(!elements.contains("script") && !elements.contains("b") && !elements.contains("right"))
        #expect(texts.contains("A <b>bold</b> & \"quoted\" title"))
        #expect(texts.contains("“<script>alert('x')</script>  ]]> ‹sure›”"))
    }

    @Test(arguments: [
        "for each of list, up to 3", "a number from 1 to how many there are in list", "thing to kept",
        "if mode = “one person”",
        "if sure = yes and number was not answered", "repeats 2 to 4 times", "happens once",
        "if way = “To the <right>”",
        "keeps: agreement", "keeps: why", "keeps: problem", "· with 1 detail",
        "if number of list > 2 or (people > 1 and rounds ≥ 2)", "“1 minutes”",
        "· in order of preference · 2 are kept", "It was good", "· from 1 to 4", "· 1 minute",
        "↳ If the answer is “To the left”, the repeat ends.",
    ]) func saysWhatTheFlowDoes(_ words: String) throws {
        let (texts, _, _) = try read(try everything())
        #expect(texts.contains { $0.contains(words) }, "\(texts)")
    }

    @Test func aLongTextIsThreeLines() throws {
        let (texts, _, _) = try read(try everything())
        #expect(texts.count { $0.hasPrefix("“word") || $0.hasPrefix("word word") } == 3)
        #expect(texts.contains { $0.hasSuffix("…”") })
    }

    @Test func whereThereIsNoFlow() throws {
        #expect(try TestSupport.library().diagram(of: "nothing", locale: "es-CL") == nil)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var texts: [String] = []
        var elements: [String] = []
        var sizes: [Double] = []
        private var text = ""

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(name)
            text = ""
            if let size = attributes["font-size"].flatMap(Double.init) { sizes.append(size) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            if name == "text" { texts.append(text) }
        }
    }
}
