import Foundation
import Testing

@testable import Channels

@Suite struct WhatsAppMediaTests {
    static func answer(_ body: String, status: Int = 200) -> Result<HTTPResponse, HTTPFailure> {
        .success(HTTPResponse(status: status, body: Data(body.utf8)))
    }

    @Test func aFileIsAskedForByItsID() throws {
        let request = try WhatsAppSupport.channel().fileRequest("MEDIA_1-a")
        #expect(request.method == .get)
        #expect(request.url == "https://graph.facebook.com/v24.0/MEDIA_1-a?phone_number_id=1122334455667")
        #expect(request.headers == ["authorization": "Bearer TOKEN"])
    }

    @Test(arguments: ["", "../me", "1?fields=x", "a b", "ñ", "http://x", String(repeating: "1", count: 257)])
    func nothingElseIsAskedFor(reference: String) throws {
        let channel = try WhatsAppSupport.channel()
        #expect(throws: WhatsAppMessageError.badReference) { try channel.fileRequest(reference) }
    }

    @Test func theAnswerTellsWhereItIs() throws {
        let channel = try WhatsAppSupport.channel()
        let sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        let url = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1"
        let body =
            #"{"url":"\#(url)","mime_type":"audio/ogg; codecs=opus","sha256":"\#(sha256)","file_size":"20480","id":"1"}"#
        let file = WhatsAppFile(url: url, type: "audio/ogg; codecs=opus", size: 20480, sha256: sha256)
        #expect(channel.file(Self.answer(body)) == file)
        #expect(channel.file(Self.answer(body, status: 404)) == nil)
        #expect(channel.file(Self.answer("{}")) == nil)
        #expect(channel.file(Self.answer("no")) == nil)
        #expect(channel.file(.failure(HTTPFailure(.timeout))) == nil)
        let request = try channel.download(file, limit: 1_000_000)
        #expect(request.url == url)
        #expect(request.headers == ["authorization": "Bearer TOKEN"])
        #expect(request.responseLimit == 1_000_000)
    }

    @Test(
        arguments: [
            "https://evil.cl/x", "http://lookaside.fbsbx.com/x", "https://evilfbsbx.com/x",
            "https://fbsbx.com.evil.cl/x",
            "https://lookaside.fbsbx.com:444/x", "https://lookaside.fbsbx.com@evil.cl/x", "file:///etc/passwd", "", "x",
            "https://a:b@lookaside.fbsbx.com/x",
        ]
    )
    func theTokenGoesToNobodyElse(url: String) throws {
        let channel = try WhatsAppSupport.channel()
        #expect(throws: WhatsAppMessageError.foreignHost) { try channel.download(WhatsAppFile(url: url), limit: 1) }
    }

    @Test func theHostOfTheSettingsIsTrusted() throws {
        let channel = try WhatsAppSupport.channel(base: "http://127.0.0.1:8080/v24.0")
        #expect(try channel.download(WhatsAppFile(url: "http://127.0.0.1:8080/f/1"), limit: 1).method == .get)
        #expect(throws: WhatsAppMessageError.foreignHost) {
            try channel.download(WhatsAppFile(url: "http://127.0.0.1:8081/f/1"), limit: 1)
        }
    }

    @Test func theNumberTellsItsName() throws {
        let channel = try WhatsAppSupport.channel()
        let request = channel.numberRequest()
        #expect(request.method == .get)
        #expect(
            request.url
                == "https://graph.facebook.com/v24.0/1122334455667?fields=display_phone_number,verified_name,quality_rating"
        )
        let body =
            #"{"display_phone_number":"+56 2 2000 0000","verified_name":"Raíz","quality_rating":"GREEN","id":"1"}"#
        #expect(
            channel.number(Self.answer(body))
                == WhatsAppNumber(number: "+56 2 2000 0000", name: "Raíz", quality: "GREEN")
        )
        #expect(channel.number(Self.answer(#"{"error":{"code":190}}"#, status: 401)) == nil)
        #expect(channel.number(Self.answer("{}")) == nil)
    }

    @Test(
        arguments: [
            ("56220000000", "AB12", "https://wa.me/56220000000?text=UNIRME%20AB12"),
            ("+56 2 2000-0000", "ñ&#", "https://wa.me/56220000000?text=UNIRME%20%C3%B1%26%23"), ("", "AB12", nil),
            ("hola", "AB12", nil), ("123456", "AB12", nil), ("1234567890123456", "AB12", nil),
        ] as [(String, String, String?)]
    )
    func aLinkOpensTheChatWithTheWords(number: String, code: String, link: String?) {
        #expect(WhatsAppLink.join(number: number, code: code) == link)
    }
}
