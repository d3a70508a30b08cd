import Foundation
import Synchronization

/// A web server for one test: a port of its own on 127.0.0.1, a thread for each connection, answers as told.
package final class LoopbackServer: Sendable {
    package struct Request: Sendable {
        package var line: String
        package var headers: [String: String]
        package var body: Data
        /// Which connection it came on, from 1.
        package var connection: Int
    }

    package enum Reaction: Sendable {
        case answer(Int, headers: [String: String] = [:], body: Data = Data())
        /// Keeps silent until the other side hangs up.
        case hang
        /// Hangs up without a word.
        case drop
    }

    package enum Event: Sendable {
        case request(Request)
        /// The other side hung up on a request that was kept waiting.
        case hungUp
    }

    package struct CannotListen: Error {}

    package let port: UInt16
    package let events: AsyncStream<Event>
    private let record: AsyncStream<Event>.Continuation
    private let listener: Int32
    private let react: @Sendable (Request) -> Reaction
    private let requests = Mutex<[Request]>([])

    package var url: String { "http://127.0.0.1:\(port)" }
    package var seen: [Request] { requests.withLock { $0 } }

    package init(react: @escaping @Sendable (Request) -> Reaction) throws {
        let (port, listener) = try Self.listen()
        self.port = port
        self.listener = listener
        self.react = react
        (events, record) = AsyncStream.makeStream(of: Event.self)
        Thread { [self] in accept() }.start()
    }

    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// A port of 127.0.0.1 that nobody listens on.
    package static func unusedPort() throws -> UInt16 {
        let (port, listener) = try listen()
        close(listener)
        return port
    }

    private static func listen() throws -> (port: UInt16, listener: Int32) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && Foundation.listen(listener, 64) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        guard isListening else { throw CannotListen() }
        return (UInt16(bigEndian: address.sin_port), listener)
    }

    private func accept() {
        var count = 0
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            count += 1
            Thread { [self, count] in serve(connection, count) }.start()
        }
        close(listener)
        record.finish()
    }

    private func serve(_ connection: Int32, _ number: Int) {
        var buffer = Data()
        while let request = read(connection, number, &buffer) {
            requests.withLock { $0.append(request) }
            record.yield(.request(request))
            switch react(request) {
            case .answer(let status, let headers, let body):
                var head = "HTTP/1.1 \(status) X\r\ncontent-length: \(body.count)\r\n"
                for (name, value) in headers { head += "\(name): \(value)\r\n" }
                let bytes = Data((head + "\r\n").utf8) + body
                _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            case .hang:
                var byte: UInt8 = 0
                while recv(connection, &byte, 1, 0) > 0 {}
                record.yield(.hungUp)
                close(connection)
                return
            case .drop:
                close(connection)
                return
            }
        }
        close(connection)
    }

    private func read(_ connection: Int32, _ number: Int, _ buffer: inout Data) -> Request? {
        let end = Data("\r\n\r\n".utf8)
        while true {
            if let range = buffer.range(of: end) {
                let lines = String(decoding: buffer[..<range.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
                var headers: [String: String] = [:]
                for line in lines.dropFirst() {
                    let parts = line.components(separatedBy: ": ")
                    headers[parts[0].lowercased()] = parts.dropFirst().joined(separator: ": ")
                }
                let length = headers["content-length"].flatMap { Int($0) } ?? 0
                if buffer.distance(from: range.upperBound, to: buffer.endIndex) >= length {
                    let body = Data(buffer[range.upperBound...].prefix(length))
                    buffer = Data(buffer[range.upperBound...].dropFirst(length))
                    return Request(line: lines[0], headers: headers, body: body, connection: number)
                }
            }
            var bytes = [UInt8](repeating: 0, count: 65536)
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return nil }
            buffer.append(contentsOf: bytes[..<count])
        }
    }
}

/// Lets nobody through until all have come.
package final class Barrier: @unchecked Sendable {
    // Guarded by its own condition.
    private let condition = NSCondition()
    private var missing: Int

    package init(_ count: Int) {
        missing = count
    }

    package func arriveAndWait() {
        condition.lock()
        defer { condition.unlock() }
        missing -= 1
        condition.broadcast()
        while missing > 0 { condition.wait() }
    }
}
