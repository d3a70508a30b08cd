import Foundation
import TestSupport
import Testing

@testable import Channels

@Suite struct HTTPClientTests {
    /// Runs a test between a client and a server of its own.
    func with(
        allowsPrivateHosts: Bool = true,
        environment: (LoopbackServer) -> [String: String] = { _ in [:] },
        react: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reaction,
        _ test: (HTTPClient, LoopbackServer) async throws -> Void
    ) async throws {
        let server = try LoopbackServer(react: react)
        let client = HTTPClient(
            guard: AddressGuard(allowsPrivateHosts: allowsPrivateHosts),
            environment: environment(server)
        )
        let result = await Result { () async throws in try await test(client, server) }
        await client.shutdown()
        server.stop()
        try result.get()
    }

    func failure(_ client: HTTPClient, _ request: HTTPRequest) async throws -> HTTPFailure {
        do throws(HTTPFailure) {
            let response = try await client.send(request)
            Issue.record("answered \(response.status)")
            return HTTPFailure(.broken)
        } catch {
            return error
        }
    }

    @Test func sendsAndReceivesEveryByte() async throws {
        let body = Data((0...255).map { UInt8($0) }) + Data("ñ 🌱".utf8)
        try await with(react: { .answer(200, headers: ["X-Eco": "sí"], body: $0.body) }) {
            (client, server) async throws in
            let response = try await client.send(
                HTTPRequest(.post, server.url + "/a?b=c", headers: ["content-type": "x/y", "x-vacio": ""], body: body)
            )
            #expect(response.status == 200)
            #expect(response.headers["x-eco"] == "sí")
            #expect(response.headers["content-length"] == String(body.count))
            #expect(response.body == body)
            let seen = try #require(server.seen.first)
            #expect(seen.line == "POST /a?b=c HTTP/1.1")
            #expect(seen.headers["content-type"] == "x/y")
            #expect(seen.headers["x-vacio"] == nil && seen.headers["x-vacio:"] == "")
            #expect(seen.headers["user-agent"] == "raiz")
            #expect(seen.headers["expect"] == nil)
        }
    }

    @Test(arguments: [HTTPRequest.Method.get, .post, .put, .delete]) func everyMethod(method: HTTPRequest.Method)
        async throws
    {
        try await with(react: { _ in .answer(204) }) { (client, server) async throws in
            #expect(try await client.send(HTTPRequest(method, server.url)).status == 204)
            let seen = try #require(server.seen.first)
            #expect(seen.line == "\(method.rawValue) / HTTP/1.1")
            #expect(seen.headers["content-type"] == nil)
            #expect(seen.headers["content-length"] == (method == .post || method == .put ? "0" : nil))
        }
    }

    @Test(arguments: [400, 404, 410, 429, 500, 503]) func anErrorStatusIsAnAnswer(status: Int) async throws {
        try await with(react: { _ in .answer(status, headers: ["Retry-After": "7"]) }) {
            (client, server) async throws in
            let response = try await client.send(HTTPRequest(.post, server.url, body: Data("{}".utf8)))
            #expect(response.status == status)
            #expect(response.headers["retry-after"] == "7")
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func redirectsAreNotFollowed(status: Int) async throws {
        try await with(react: { _ in .answer(status, headers: ["Location": "/otro"]) }) {
            (client, server) async throws in
            #expect(try await client.send(HTTPRequest(.get, server.url + "/uno")).status == status)
            #expect(server.seen.map(\.line) == ["GET /uno HTTP/1.1"])
        }
    }

    @Test func silenceTimesOutAndMayHaveDelivered() async throws {
        try await with(react: { _ in .hang }) { (client, server) async throws in
            let request = HTTPRequest(.post, server.url, body: Data("{}".utf8), timeout: .seconds(1))
            #expect(try await failure(client, request) == HTTPFailure(.timeout, host: "127.0.0.1", isAmbiguous: true))
        }
    }

    @Test func aConnectionThatBreaksMayHaveDelivered() async throws {
        try await with(react: { _ in .drop }) { (client, server) async throws in
            let failure = try await failure(client, HTTPRequest(.post, server.url))
            #expect(failure == HTTPFailure(.broken, host: "127.0.0.1", isAmbiguous: true))
        }
    }

    @Test func aPostIsWrittenOnceEvenWhenAKeptConnectionBreaks() async throws {
        let react: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reaction = {
            $0.line.contains("/uno") ? .answer(200) : .drop
        }
        try await with(react: react) { (client, server) async throws in
            _ = try await client.send(HTTPRequest(.post, server.url + "/uno"))
            let failure = try await failure(client, HTTPRequest(.post, server.url + "/dos"))
            #expect(failure.code == .broken && failure.isAmbiguous)
            #expect(server.seen.count { $0.line.contains("/dos") } == 1)
        }
    }

    @Test func aResponseOverTheLimitIsAFailure() async throws {
        let react: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reaction = { _ in
            .answer(200, body: Data(repeating: 1, count: 1000))
        }
        try await with(react: react) { (client, server) async throws in
            let fits = try await client.send(HTTPRequest(.get, server.url, responseLimit: 1000))
            #expect(fits.body.count == 1000)
            let failure = try await failure(client, HTTPRequest(.get, server.url, responseLimit: 999))
            #expect(failure == HTTPFailure(.tooLarge, host: "127.0.0.1", isAmbiguous: true))
        }
    }

    @Test func aRefusedConnectionSentNothing() async throws {
        let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: true), environment: [:])
        let port = try LoopbackServer.unusedPort()
        let failure = try await failure(client, HTTPRequest(.post, "http://127.0.0.1:\(port)"))
        #expect(failure == HTTPFailure(.unreachable, host: "127.0.0.1", isAmbiguous: false))
        await client.shutdown()
    }

    @Test func cancellingTheTaskHangsUp() async throws {
        try await with(react: { _ in .hang }) { (client, server) async throws in
            let task = Task { try await self.failure(client, HTTPRequest(.post, server.url, timeout: .seconds(600))) }
            for await event in server.events {
                if case .request = event { task.cancel() } else { break }
            }
            #expect(try await task.value == HTTPFailure(.cancelled, host: "127.0.0.1", isAmbiguous: true))
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        try await with(react: { _ in .answer(200) }) { (client, server) async throws in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await self.failure(client, HTTPRequest(.post, server.url))
            }
            #expect(try await task.value.code == .cancelled)
            #expect(server.seen.isEmpty)
        }
    }

    @Test func manyAtOnceOnOneThread() async throws {
        let count = 32
        let barrier = Barrier(count)
        let react: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reaction = {
            barrier.arriveAndWait()
            return .answer(200, body: $0.body)
        }
        try await with(react: react) { (client, server) async throws in
            let url = server.url
            let answers = try await withThrowingTaskGroup(of: (Int, Data).self) { group in
                for index in 0..<count {
                    group.addTask {
                        let body = Data(String(index).utf8)
                        return (index, try await client.send(HTTPRequest(.post, url, body: body)).body)
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = String(decoding: $1.1, as: UTF8.self) }
            }
            #expect(answers == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, String($0)) }))
        }
    }

    @Test func shutdownAbortsWhatIsUnderWay() async throws {
        let server = try LoopbackServer { _ in .hang }
        let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: true), environment: [:])
        let task = Task { try await failure(client, HTTPRequest(.post, server.url, timeout: .seconds(600))) }
        for await event in server.events {
            if case .request = event { break }
        }
        await client.shutdown()
        #expect(try await task.value == HTTPFailure(.closed, host: "127.0.0.1", isAmbiguous: true))
        #expect(try await failure(client, HTTPRequest(.get, server.url)) == HTTPFailure(.closed))
        await client.shutdown()
        server.stop()
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
