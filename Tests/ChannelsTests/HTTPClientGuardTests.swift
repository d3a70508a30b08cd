import Foundation
import TestSupport
import Testing

@testable import Channels

@Suite struct HTTPClientGuardTests {
    @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"])
    func privateHostsAreRefusedBeforeConnecting(host: String) async throws {
        try await HTTPClientTests().with(allowsPrivateHosts: false, react: { _ in .answer(200) }) {
            (client, server) async throws in
            let request = HTTPRequest(.post, "https://\(host):\(server.port)/")
            let failure = try await HTTPClientTests().failure(client, request)
            #expect(failure.code == .privateHost && !failure.isAmbiguous)
            #expect(server.seen.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("http://example.com/", .insecure), ("ftp://example.com/", .badRequest),
            ("file:///etc/passwd", .badRequest),
            ("example.com", .badRequest), ("", .badRequest), ("https://", .badRequest), ("https://a b/", .badRequest),
            ("https://a\r\nX: y/", .badRequest), ("https://a\u{0}.b/", .badRequest),
        ] as [(String, HTTPFailure.Code)]
    )
    func onlyWholeSecureAddresses(url: String, code: HTTPFailure.Code) async throws {
        let client = HTTPClient(environment: [:])
        let failure = try await HTTPClientTests().failure(client, HTTPRequest(.get, url))
        #expect(failure.code == code && !failure.isAmbiguous)
        await client.shutdown()
    }

    @Test(arguments: [["a\r\nb": "c"], ["a": "b\r\nc: d"], ["a": "\0"], ["": "b"], ["a:": "b"], ["a b": "c"]])
    func headersCannotSmuggle(headers: [String: String]) async throws {
        try await HTTPClientTests().with(react: { _ in .answer(200) }) { (client, server) async throws in
            let request = HTTPRequest(.get, server.url, headers: headers)
            let failure = try await HTTPClientTests().failure(client, request)
            #expect(failure == HTTPFailure(.badRequest))
            #expect(server.seen.isEmpty)
        }
    }

    @Test func theEnvironmentsProxyIsAsked() async throws {
        try await HTTPClientTests().with(
            environment: { ["http_proxy": $0.url, "no_proxy": "127.0.0.1"] },
            react: { _ in .answer(200) }
        ) { (client, server) async throws in
            #expect(try await client.send(HTTPRequest(.get, "http://10.1.2.3/x")).status == 200)
            #expect(try await client.send(HTTPRequest(.get, server.url + "/y")).status == 200)
            #expect(server.seen.map(\.line) == ["GET http://10.1.2.3/x HTTP/1.1", "GET /y HTTP/1.1"])
        }
    }

    @Test func aPrivateProxyMayLeadToAPublicHostOnly() async throws {
        try await HTTPClientTests().with(
            allowsPrivateHosts: false,
            environment: { ["https_proxy": $0.url] },
            react: { _ in .answer(502) }
        ) { (client, server) async throws in
            let open = try await HTTPClientTests().failure(
                client,
                HTTPRequest(.post, "https://hooks.example.com/secreto")
            )
            #expect(open.code == .unreachable && !open.isAmbiguous)
            #expect(!open.sentence.contains("secreto"))
            #expect(server.seen.map(\.line) == ["CONNECT hooks.example.com:443 HTTP/1.1"])
            let closed = try await HTTPClientTests().failure(client, HTTPRequest(.post, "https://169.254.169.254/"))
            #expect(closed.code == .privateHost)
            #expect(server.seen.count == 1)
        }
    }
}
