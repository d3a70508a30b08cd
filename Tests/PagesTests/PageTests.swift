import Foundation
import Testing

@testable import Server

@Suite struct PageTests {
    @Test(arguments: PageLocale.allCases)
    func everyPageRendersWhole(locale: PageLocale) throws {
        for page in Sample.pages(locale) {
            let html = try page.html()
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(locale.rawValue)\">"))
            #expect(html.hasSuffix("</html>\n"))
            #expect(!html.contains("{{") && !html.contains("Optional(") && !html.contains(">false<"))
            let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count)
            // Whatever is pointed at on the page is on the page.
            for match in html.matches(of: #/(?:for|aria-labelledby|href)="#?([a-z][a-z-]*)"/#) {
                #expect(ids.contains(String(match.output.1)), "\(match.output.0)")
            }
        }
    }

    @Test func everyWordIsInBothLanguages() {
        for word in PageWord.allCases {
            #expect(!word.text(in: .spanish).isEmpty)
            #expect(!word.text(in: .english).isEmpty)
        }
    }

    @Test func chatMatchesGolden() throws {
        let html = try Sample.chat().html().replacing(#/\?v=[0-9a-f]{16}/#, with: "?v=HASH")
        let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/chat.html")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try html.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try html == String(contentsOf: golden, encoding: .utf8))
    }

    @Test func onlyAnUnansweredQuestionStandsOut() throws {
        #expect(try Sample.chat().html().contains("class=\"entry bot now\" id=\"m-4\""))
        #expect(try !Sample.chat(isOpen: false).html().contains(" now\""))
        let long = String(repeating: "largo ", count: 60)
        #expect(try Sample.chat(text: long).html().contains("class=\"entry bot now long\""))
        var answered = Sample.chat()
        answered.entries.append(ChatEntry(sequence: 5, author: .person, text: "Sí", time: ""))
        #expect(try !answered.html().contains(" now\""))
    }

    @Test func closedChatTakesNoAnswers() throws {
        let html = try Sample.chat(isOpen: false).html()
        #expect(!html.contains("<form") && html.contains("id=\"farewell\" class=\"farewell\">"))
        #expect(try Sample.chat().html().contains("class=\"farewell\" hidden>"))
    }

    @Test func whatPeopleSentStandsUnderItsDialogueWithAName() throws {
        let html = try Sample.look().html()
        #expect(
            html.contains("<audio controls preload=\"none\" src=\"/a/1\" aria-label=\"Audio: Persona 3, Docente\">")
        )
        #expect(html.contains("<img loading=\"lazy\" src=\"/a/2\" alt=\"Imagen: Ustedes\">"))
        #expect(html.contains("aria-label=\"Abrir o descargar: Archivo: Persona 2\""))
        #expect(html.contains("Llegan &lt;tarde&gt;"))
        #expect(try Sample.look(locale: .english).html().contains("Voice note: Person 3, Docente"))
    }

    @Test func filesAreOfferedOnlyWhereTheyAreTaken() throws {
        #expect(try Sample.chat().html().contains("id=\"attach\" class=\"attach\" hidden>"))
        var page = Sample.chat()
        page.fileLimit = nil
        #expect(try !page.html().contains("type=\"file\""))
    }

    @Test func updateHoldsWhatIsMissing() throws {
        let update = Sample.chat().update(after: 1)
        #expect(update.entries.map(\.sequence) == [3, 4])
        #expect(update.last == 4)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let small = ChatUpdate(
            entries: [ChatEntry(sequence: 2, author: .bot, text: "¿Y?", time: "1:00")],
            choices: [Choice(id: "a", label: "A")],
            last: 2,
            token: "t"
        )
        let json = String(decoding: try encoder.encode(small), as: UTF8.self)
        let entry = #"{"author":"bot","sequence":2,"text":"¿Y?","time":"1:00"}"#
        let start = #"{"choices":[{"id":"a","label":"A"}],"entries":["#
        #expect(json == start + entry + #"],"last":2,"open":true,"token":"t"}"#)
    }

    @Test func locationsAreEscaped() {
        #expect(ChatPage.location(code: "K7M4QP", sequence: 12) == "/chat/K7M4QP#m-12")
        #expect(ChatPage.location(code: "a/../b\r\n", sequence: 0) == "/chat/a%2F%2E%2E%2Fb%0D%0A#m-0")
    }

    @Test(arguments: [
        ("en", PageLocale.english), ("en-GB", .english), ("es-CL", .spanish), ("", .spanish), ("x", .spanish),
    ])
    func localeOfTag(tag: String, locale: PageLocale) {
        #expect(PageLocale(tag: tag) == locale)
    }

    @Test func assetsAreThereAndNamedByContent() throws {
        for name in ["raiz.css", "chat.js", "icon.svg"] {
            let asset = try #require(Assets.asset(named: name))
            #expect(!asset.bytes.isEmpty)
            #expect(Assets.path(name) == "/assets/\(name)?v=\(Assets.contentHash(asset.bytes))")
        }
        #expect(Assets.asset(named: "layout.mustache") == nil)
        #expect(Assets.contentHash([]) == "cbf29ce484222325")
        #expect(Assets.contentHash(Array("a".utf8)) == "af63dc4c8601ec8c")
    }
}
