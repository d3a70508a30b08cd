import Testing

@testable import Server

@Suite struct LibraryTests {
    private func errorOf(_ texts: [String: String], _ fields: PageFields = [:], page: String = "page") -> PageError? {
        do throws(PageError) {
            _ = try PageLibrary(texts: texts).render(page, fields, in: .spanish)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "{{gone}}", "<p title=\"{{gone}}\"></p>", "{{#gone}}x{{/gone}}", "{{^gone}}x{{/gone}}",
        "{{#items}}{{gone}}{{/items}}", "{{#word}}{{gone}}{{/word}}", "{{>part}}",
        "{{<frame}}\n{{$body}}{{gone}}{{/body}}\n{{/frame}}",
    ])
    func unknownNameThrows(template: String) {
        let texts = ["page": template, "part": "{{gone}}", "frame": "{{$body}}{{/body}}"]
        let fields: PageFields = ["items": .list([["a": .text("b")]]), "word": .text("w")]
        #expect(errorOf(texts, fields) == .unknownNames(template: "page", names: ["gone"]))
    }

    @Test func unknownWordThrows() {
        #expect(errorOf(["page": "{{say-abracadabra}}"])?.code == "page-unknown-names")
        #expect(errorOf(["page": "{{say-send}}"]) == nil)
    }

    @Test func missingTemplateThrows() {
        #expect(errorOf([:]) == .noTemplate("page"))
    }

    @Test(arguments: [
        "{{{x}}}", "{{&x}}", "{{=<% %>=}}", "{{%CONTENT_TYPE:TEXT}}", "{{>nowhere}}", "{{<nowhere}}{{/nowhere}}",
        "{{>*x}}", "{{x.y}}", "{{.}}", "{{reversed(x)}}", "{{x", "{{#x}}", "{{ x }}", "{{}}",
    ])
    func unsafeOrBrokenTemplateThrows(template: String) {
        #expect(errorOf(["page": template], ["x": .text("x")])?.code == "page-broken-template")
    }

    @Test func absentTextHidesItsSection() throws {
        let library = try PageLibrary(texts: ["page": "{{#x}}<b>{{x}}</b>{{/x}}{{^x}}none{{/x}}"])
        #expect(try library.render("page", ["x": .text(nil)], in: .english) == "none")
        #expect(try library.render("page", ["x": .text("yes")], in: .english) == "<b>yes</b>")
    }
}
