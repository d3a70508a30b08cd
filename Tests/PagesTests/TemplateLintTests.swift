import Testing

@testable import Server

@Suite struct TemplateLintTests {
    @Test func allShippedTemplatesLoad() throws {
        _ = try PageLibrary.shipped.get()
    }

    /// What in a template could break a strict Content-Security-Policy or let text out of an attribute.
    static func faults(_ template: String) -> [String] {
        var faults: [String] = []
        let bare = template.replacing(#/="[^"<>]*"/#, with: "=\"\"")
        if bare.contains(#/=(?!"")/#) { faults.append("an attribute is not quoted") }
        if bare.contains(#/<[^<>{]*\{\{[a-z]/#) { faults.append("a value stands bare inside a tag") }
        if bare.contains(#/\sstyle=/#) { faults.append("inline style") }
        if bare.contains(#/\son[a-z]+=/#) { faults.append("inline handler") }
        if template.contains("<style") { faults.append("inline style") }
        if template.replacing(#/<script type="module" src="\{\{script\}\}"><\/script>/#, with: "").contains("<script") {
            faults.append("inline script")
        }
        if template.contains(#/(src|href)="(https?:)?\/\//#) { faults.append("asset of another host") }
        return faults
    }

    @Test(arguments: Assets.templates.keys.sorted())
    func shippedTemplateIsClean(name: String) throws {
        #expect(Self.faults(try #require(Assets.templates[name])) == [])
    }

    @Test(arguments: [
        "<p class={{x}}>", "<p {{x}}>", "<p style=\"color: red\">", "<p onclick=\"x()\">", "<script>x()</script>",
        "<script src=\"https://a.b/c.js\"></script>", "<img src=\"//a.b/c.png\">", "<p title='{{x}}'>",
        "<style>a{}</style>",
    ])
    func lintFindsFaults(template: String) {
        #expect(Self.faults(template) != [])
    }

    @Test func scriptNeverWritesMarkup() throws {
        let script = String(decoding: try #require(Assets.asset(named: "chat.js")).bytes, as: UTF8.self)
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "setAttribute(\"on"] {
            #expect(!script.contains(word))
        }
        // Every word the script reads is one the page brings along.
        let page = try Sample.chat().html()
        for match in script.matches(of: #/say\.say([A-Z][a-z]+)/#) {
            #expect(page.contains("data-say-\(match.output.1.lowercased())="))
        }
    }
}
