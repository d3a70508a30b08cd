import Testing

@testable import Server

@Suite struct EscaperTests {
    /// A quote and an accent make one character, which an escaper that walks characters does not know.
    static let attack = "\"\u{0301}><script>alert('x')</script>&"
    static let harmless = "&quot;\u{0301}&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"

    @Test(arguments: [
        "text": "<p>{{x}}</p>",
        "attribute": "<p title=\"{{x}}\"></p>",
        "section": "{{#s}}<p>{{x}}</p>{{/s}}",
        "partial": "{{>part}}",
        "partial in a section": "{{#s}}\n{{>part}}\n{{/s}}",
        "layout": "{{<frame}}\n{{$body}}<p>{{x}}</p>{{/body}}\n{{/frame}}",
        "after a layout": "{{<frame}}\n{{/frame}}{{x}}",
    ])
    func everywhere(place: String, template: String) throws {
        let library = try PageLibrary(texts: [
            "page": template,
            "part": "<b title=\"{{x}}\">{{x}}</b>",
            "frame": "<main>{{$body}}{{/body}}</main>",
        ])
        let fields: PageFields = ["x": .text(Self.attack), "s": .list([[:]])]
        let html = try library.render("page", fields, in: .spanish)
        #expect(html.utf8.firstRange(of: Self.harmless.utf8) != nil, "\(place): \(html)")
        #expect(html.utf8.firstRange(of: "<script".utf8) == nil)
        #expect(html.utf8.firstRange(of: "\"\u{0301}".utf8) == nil)
    }

    @Test func inEveryFieldOfTheChat() throws {
        let attack = Self.attack
        let html = try ChatPage(
            locale: .spanish,
            establishment: attack,
            code: attack,
            entries: [ChatEntry(sequence: 1, author: .person, text: attack, time: attack)],
            choices: [Choice(id: attack, label: attack)],
            token: attack,
            placeholder: attack,
            notice: attack,
            matrix: MatrixLinks(xlsx: attack, csv: attack, json: attack),
            otherLanguage: attack
        ).html()
        #expect(html.utf8.firstRange(of: "<script>".utf8) == nil)
        #expect(html.utf8.firstRange(of: "\"\u{0301}".utf8) == nil)
        #expect(html.utf8.firstRange(of: "data-path=\"/chat/%22%CC%81%3E".utf8) != nil)
    }

    @Test func leavesOtherBytesAlone() {
        let text = "¿Por qué?\nñandú 🌱 \u{202E} a\u{0301}"
        #expect(PageEscaper().escapeText(text) == text)
    }
}
