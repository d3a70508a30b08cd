import Channels
import Facilitation
import Foundation
import Logging
import ServiceLifecycle
import Storage
import TestSupport
import Testing

@testable import Server

/// Files that go in through the chat's page, and who may open them.
@Suite struct AttachmentRoutesTests {
    private struct Site: Sendable {
        let base: String
        let client: HTTPClient
        let reception: Reception
        let folder: URL

        /// A browser that has joined the school as a teacher, or has only opened its page.
        func browser(joined: Bool = true) async throws -> String {
            let page = try await client.send(HTTPRequest(.get, "\(base)/chat/ARM234"))
            let cookie = try #require(page.headers["set-cookie"]?.split(separator: ";").first).description
            if joined { for words in ["choice=join", "text=Docente"] { try await post(words, as: cookie) } }
            return cookie
        }

        @discardableResult
        func post(_ fields: String, as cookie: String, to code: String = "ARM234") async throws -> String {
            let headers = [
                "cookie": cookie, "content-type": "application/x-www-form-urlencoded", "accept": "application/json",
            ]
            let body = Data("token=\(UUID().uuidString)&\(fields)".utf8)
            let request = HTTPRequest(.post, "\(base)/chat/\(code)", headers: headers, body: body)
            return String(decoding: try await client.send(request).body, as: UTF8.self)
        }

        func upload(
            _ body: Data,
            as cookie: String,
            type: String = "audio/ogg; codecs=opus",
            token: String = UUID().uuidString
        ) async throws -> HTTPResponse {
            let url = "\(base)/chat/ARM234/media?token=\(token)&name=nota%20de%20voz.ogg&after=0"
            let headers = ["cookie": cookie, "content-type": type, "accept": "application/json"]
            return try await client.send(HTTPRequest(.post, url, headers: headers, body: body))
        }

        func open(_ message: String, as cookie: String, range: String? = nil) async throws -> HTTPResponse {
            var headers = ["cookie": cookie]
            headers["range"] = range
            let url = "\(base)/look/ARM234/attachments/\(message)"
            return try await client.send(HTTPRequest(.get, url, headers: headers))
        }

        func attachments() async throws -> [Storage.Attachment] {
            try await reception.store.read { try $0.attachments(establishment: "demo-escuela") }
        }

        /// How many files there are.
        func files() -> Int {
            let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
            return (all?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }.count
        }
    }

    private func withSite(_ body: @Sendable @escaping (Site) async throws -> Void) async throws {
        try await TestSupport.withReception { reception in
            let folder = FileManager.default.temporaryDirectory.appending(path: "raiz-test-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let application = Server.build(
                reception,
                options: .init(port: 0, files: folder),
                courtesies: Courtesies(client: HTTPClient(), privateClient: HTTPClient()),
                logger: logger
            ) { port in announce.yield(port) }
            let group = ServiceGroup(services: [application], logger: logger)
            let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: true), environment: [:])
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                for await port in ports.prefix(1) {
                    let base = "http://127.0.0.1:\(port)"
                    try await body(Site(base: base, client: client, reception: reception, folder: folder))
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
            await client.shutdown()
        }
    }

    private static let sound = Data("una voz".utf8)

    private func code(_ response: HTTPResponse) throws -> String? {
        try (JSONSerialization.jsonObject(with: response.body) as? [String: Any])?["code"] as? String
    }

    @Test func aVoiceNoteGoesInOnceAndIsPlayedBackToWhoSentIt() async throws {
        try await withSite { site in
            let ana = try await site.browser()
            let token = UUID().uuidString
            for _ in 0..<3 { #expect(try await site.upload(Self.sound, as: ana, token: token).status == 200) }
            let all = try await site.attachments()
            #expect(all.count == 1)
            #expect(site.files() == 1)
            let one = try #require(all.first)
            #expect(one.status == .stored)
            #expect(one.size == Self.sound.count)
            #expect(one.sha256 == Attachments.hash(Self.sound))

            let played = try await site.open(one.message, as: ana)
            #expect(played.status == 200)
            #expect(played.body == Self.sound)
            #expect(played.headers["content-type"] == "audio/ogg")
            #expect(played.headers["x-content-type-options"] == "nosniff")
            #expect(played.headers["content-security-policy"]?.contains("sandbox") == true)
            #expect(played.headers["cache-control"] == "no-store")
            #expect(played.headers["content-disposition"] == "inline; filename*=UTF-8''nota%20de%20voz%2Eogg")
            let part = try await site.open(one.message, as: ana, range: "bytes=0-2")
            #expect(part.status == 206)
            #expect(part.body == Self.sound.prefix(3))
            #expect(part.headers["content-range"] == "bytes 0-2/\(Self.sound.count)")

            let luz = try await site.browser()
            for other in [luz, try await site.browser(joined: false), "raiz=nada"] {
                #expect(try await site.open(one.message, as: other).status == 404)
            }
            #expect(try await site.open("../raiz.sqlite", as: ana).status == 404)
        }
    }

    @Test func whoeverLeadsHearsTheTeamAndReadsWhatWasWrittenDown() async throws {
        try await withSite { site in
            let paz = try await site.browser()
            for text in ["en equipo, cada quien en su teléfono", "los 5 porqués"] {
                try await site.post("text=\(text)", as: paz)
            }
            let said = try await site.post("text=solo conduzco", as: paz)
            let team = String(try #require(said.matches(of: /UNIRME ([A-Z0-9]{6})/).last).1)
            let people = [try await site.browser(), try await site.browser()]
            for person in people { try await site.post("choice=join", as: person, to: team) }
            try await site.post("text=siguiente", as: paz)
            #expect(try await site.upload(Self.sound, as: people[0]).status == 200)
            let message = try #require(try await site.attachments().first?.message)
            #expect(try await site.open(message, as: paz).body == Self.sound)
            #expect(try await site.open(message, as: people[1]).status == 404)
            try await site.post("text=por 2: Llegan tarde & cansados", as: paz)
            func look(_ cookie: String) async throws -> String {
                let request = HTTPRequest(.get, "\(site.base)/look/ARM234", headers: ["cookie": cookie])
                return String(decoding: try await site.client.send(request).body, as: UTF8.self)
            }
            let page = try await look(paz)
            #expect(page.contains("<audio controls"))
            #expect(page.contains("Audio: Persona 2, Docente"))
            #expect(page.contains("/look/ARM234/attachments/\(message)"))
            #expect(page.contains("Llegan tarde"))
            #expect(try await look(people[0]).contains("Audio: Ustedes"))
            #expect(try await !look(people[1]).contains("<audio"))
        }
    }

    @Test func whatIsNotTakenSaysWhyAndLeavesNothing() async throws {
        try await withSite { site in
            let ana = try await site.browser()
            let huge = Data(count: MediaLimits.bytes + 1)
            let stranger = try await site.browser(joined: false)
            let cases: [(Int, String, HTTPResponse)] = [
                (413, "file-too-large", try await site.upload(huge, as: ana)),
                (415, "file-not-taken", try await site.upload(Self.sound, as: ana, type: "text/html")),
                (415, "file-not-taken", try await site.upload(Self.sound, as: ana, type: "image/svg+xml")),
                (400, "file-empty", try await site.upload(Data(), as: ana)),
                (400, "no-token", try await site.upload(Self.sound, as: ana, token: "x")),
                (403, "not-joined", try await site.upload(Self.sound, as: stranger)),
            ]
            for (status, expected, response) in cases {
                #expect(response.status == status)
                #expect(try code(response) == expected)
            }
            #expect(try await site.attachments().isEmpty)
            #expect(site.files() == 0)
        }
    }

    @Test func tooManyFilesAreToldToWait() async throws {
        try await withSite { site in
            let ana = try await site.browser()
            var statuses: Set<Int> = []
            // The clock stands still, so nothing comes back: two posts to join, and thirty at once in all.
            for _ in 0..<29 { statuses.insert(try await site.upload(Self.sound, as: ana).status) }
            #expect(statuses == [200, 429])
            #expect(try await site.attachments().count == 28)
        }
    }

    @Test(arguments: [
        ("audio/ogg; codecs=opus", "audio/ogg" as String?), ("IMAGE/PNG", "image/png"), ("video/mp4", "video/mp4"),
        ("application/pdf", "application/pdf"), ("image/svg+xml", nil), ("text/html", nil), ("audio/", nil),
        ("audio/a\r\nx: y", nil), ("", nil), ("audio", nil), ("application/xhtml+xml", nil),
    ])
    func onlyHarmlessTypesAreShown(type: String, shown: String?) {
        #expect(MediaKinds.shown(type) == shown)
    }

    @Test(arguments: [
        ("bytes=0-1", 0...1 as ClosedRange<Int>?), ("bytes=3-", 3...9), ("bytes=-2", 8...9), ("bytes=0-99", 0...9),
        ("bytes=10-", nil), ("bytes=-0", nil), ("bytes=-", nil), ("bytes=0-1,3-4", nil), ("x", nil),
        ("bytes=99999999999999999999-", nil), ("bytes=5-2", nil),
    ])
    func rangesAreReadWithCare(header: String, range: ClosedRange<Int>?) {
        #expect(AttachmentRoutes.range(header, of: 10) == range)
    }
}
