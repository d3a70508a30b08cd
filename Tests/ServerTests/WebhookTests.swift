import Channels
import Facilitation
import Foundation
import Logging
import Server
import ServiceLifecycle
import Storage
import TestSupport
import Testing

/// The server on a real socket, asked by our own client.
@Suite struct WebhookTests {
    private struct Site: Sendable {
        let base: String
        let client: HTTPClient
        let reception: Reception

        func post(
            _ body: String,
            account: String = Demo.account,
            id: String? = "msg_1",
            age: Int64 = 0,
            secret: String = TestSupport.secret,
            type: String = "application/json"
        ) async throws -> HTTPResponse {
            let data = Data(body.utf8)
            var headers = ["content-type": type]
            if let id, let secret = WebhookSecret(secret) {
                let now = Int64(reception.surroundings.now().timeIntervalSince1970) - age
                headers.merge(try StandardWebhook(secrets: [secret]).headers(id: id, timestamp: now, body: data)) { $1 }
            }
            return try await client.send(
                HTTPRequest(.post, "\(base)/webhooks/generic/\(account)", headers: headers, body: data)
            )
        }
    }

    private func withSite(rate: Double = 1000, _ body: @Sendable @escaping (Site) async throws -> Void) async throws {
        try await TestSupport.withReception { reception in
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let application = Server.build(
                reception,
                options: .init(port: 0, webhookRate: (rate, rate)),
                courtesies: Courtesies(client: HTTPClient(), privateClient: HTTPClient()),
                logger: logger
            ) { port in announce.yield(port) }
            let group = ServiceGroup(services: [application], logger: logger)
            let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: true), environment: [:])
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                for await port in ports.prefix(1) {
                    try await body(Site(base: "http://127.0.0.1:\(port)", client: client, reception: reception))
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
            await client.shutdown()
        }
    }

    private func says(_ text: String) -> String {
        #"{"type":"message.received","timestamp":"2026-11-21T12:00:00Z","data":{"sender":{"id":"ana-1"},"text":"\#(text)"}}"#
    }

    private func code(_ response: HTTPResponse) throws -> String? {
        #expect(response.headers["content-type"]?.hasPrefix("application/problem+json") == true)
        return try (JSONSerialization.jsonObject(with: response.body) as? [String: Any])?["code"] as? String
    }

    @Test func aGoodMessageIsAnsweredInline() async throws {
        try await withSite { site in
            let response = try await site.post(says("hola"))
            #expect(response.status == 200)
            let again = try await site.post(says("hola"))
            #expect(again.body == response.body)
            #expect(String(decoding: response.body, as: UTF8.self).contains(#""to":"ana-1""#))
        }
    }

    @Test func everyRefusalIsAProblemWithItsOwnStatus() async throws {
        try await withSite { site in
            let cases: [(Int, String, HTTPResponse)] = [
                (400, "not-json", try await site.post("{nada")),
                (401, "missing-id", try await site.post(says("hola"), id: nil)),
                (
                    403, "wrong-signature",
                    try await site.post(says("hola"), secret: "whsec_" + String(repeating: "QUFB", count: 8))
                ),
                (403, "too-old", try await site.post(says("hola"), age: 301)),
                (403, "too-new", try await site.post(says("hola"), age: -301)),
                (404, "unknown-account", try await site.post(says("hola"), account: "nadie")),
                (404, "unknown-account", try await site.post(says("hola"), account: Demo.webAccount)),
                (413, "too-large", try await site.post(says(String(repeating: "a", count: 600_000)))),
                (415, "not-json", try await site.post(says("hola"), type: "text/plain")),
            ]
            for (status, expected, response) in cases {
                #expect(response.status == status)
                #expect(try code(response) == expected)
            }
            #expect(
                try await site.reception.store.read { try $0.address(account: Demo.account, external: "ana-1") } == nil
            )
        }
    }

    @Test func tooManyAreToldToWait() async throws {
        try await withSite(rate: 2) { site in
            var statuses: [Int] = []
            for index in 0..<4 { statuses.append(try await site.post(says("hola"), id: "m\(index)").status) }
            #expect(statuses == [200, 200, 429, 429])
        }
    }

    @Test func aHundredThousandCharactersAreAnsweredKindly() async throws {
        try await withSite { site in
            for (index, text) in ["UNIRME ARM234", "2", "1"].enumerated() {
                #expect(try await site.post(says(text), id: "m\(index)").status == 200)
            }
            let response = try await site.post(says(String(repeating: "a", count: 100_000)), id: "long")
            #expect(response.status == 200)
            #expect(String(decoding: response.body, as: UTF8.self).contains("100000"))
        }
    }

    @Test func peopleComeIntoATeamsDialogueFromItsLink() async throws {
        try await withSite { site in
            let steps = [
                "UNIRME ARM234", "2", "cada quien en su teléfono", "los 5 porqués", "solo conduzco",
            ]
            var answer = ""
            for (index, text) in steps.enumerated() {
                answer = String(decoding: try await site.post(says(text), id: "m\(index)").body, as: UTF8.self)
            }
            let code = try #require(answer.firstMatch(of: /UNIRME ([A-Z0-9]{6})/)?.1).description
            let page = try await site.client.send(HTTPRequest(.get, "\(site.base)/chat/\(code)"))
            #expect(page.status == 200)
            let cookie = try #require(page.headers["set-cookie"]?.split(separator: ";").first).description
            func send(_ fields: String) async throws -> String {
                let headers = [
                    "cookie": cookie, "content-type": "application/x-www-form-urlencoded", "accept": "application/json",
                ]
                let body = Data("token=\(UUID().uuidString)&\(fields)".utf8)
                let response = try await site.client.send(
                    HTTPRequest(.post, "\(site.base)/chat/\(code)", headers: headers, body: body)
                )
                #expect(response.status == 200)
                return String(decoding: response.body, as: UTF8.self)
            }
            #expect(try await send("choice=join").contains("Escuela Los Aromos"))
            #expect(try await send("text=Docente").contains("Partimos cuando"))
            #expect(try await site.post(says("siguiente"), id: "next").status == 200)
            #expect(try await send("command=repetir").contains("¿Qué problema"))
        }
    }

    @Test func pagesAreServedWithAStrictPolicy() async throws {
        try await withSite { site in
            for path in ["/", "/chat/ARM234", "/chat/arm-234"] {
                let page = try await site.client.send(HTTPRequest(.get, site.base + path))
                #expect(page.status == 200)
                #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
                #expect(page.headers["cache-control"] == "no-store")
            }
            let unknown = try await site.client.send(
                HTTPRequest(.get, site.base + "/chat/ZZZ999", headers: ["accept": "text/html"])
            )
            #expect(unknown.status == 404)
            #expect(String(decoding: unknown.body, as: UTF8.self).contains("código"))
            let matrix = try await site.client.send(HTTPRequest(.get, site.base + "/look/ARM234/matrix.csv"))
            #expect(matrix.status == 403)
        }
    }
}
