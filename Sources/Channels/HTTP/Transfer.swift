import CCurl
import Foundation

/// One request under way: curl's easy handle, and what its callbacks have seen so far. Lives on the loop's thread.
final class Transfer {
    /// The most bytes of headers accepted in an answer.
    static let headerLimit = 64 * 1024

    /// How long a connection may lie idle and still be used again. Short, because a server may be closing it.
    static let longestIdle = 20

    let id: UInt64
    let easy: UnsafeMutableRawPointer
    private let order: CurlLoop.Order
    private let route: CurlRoute
    private let addressGuard: AddressGuard
    private var headerLines: UnsafeMutablePointer<curl_slist>?

    private var wasSent = false
    private var refusal: HTTPFailure.Code?
    private var isTooLarge = false
    private var headers: [String: String] = [:]
    private var headerBytes = 0
    private var body = Data()

    init(_ order: CurlLoop.Order, policy: CurlPolicy) throws(HTTPFailure) {
        let route = try policy.route(to: order.request.url)
        guard let easy = curl_easy_init() else { throw HTTPFailure(.broken, host: route.target.host) }
        id = order.id
        self.easy = easy
        self.order = order
        self.route = route
        addressGuard = policy.guard
        guard addHeaders(), setOptions(), setBody(), setCallbacks() else { throw HTTPFailure(.badRequest) }
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerLines)
    }

    /// The transfer of a handle that is still alive.
    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
        var context: UnsafeMutableRawPointer?
        guard raiz_curl_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK else { return nil }
        return context.map { at($0) }
    }

    static func at(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }

    /// Answers the caller without an answer from outside.
    func abort(_ code: HTTPFailure.Code) {
        order.continuation.resume(returning: .failure(failure(code)))
    }

    /// Answers the caller with what curl made of it.
    func finish(_ code: CURLcode) {
        guard code == CURLE_OK else {
            abort(reason(code))
            return
        }
        var status = 0
        raiz_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        order.continuation.resume(returning: .success(HTTPResponse(status: status, headers: headers, body: body)))
    }

    private func failure(_ code: HTTPFailure.Code) -> HTTPFailure {
        HTTPFailure(code, host: route.target.host, isAmbiguous: wasSent)
    }

    private func reason(_ code: CURLcode) -> HTTPFailure.Code {
        if let refusal, !wasSent { return refusal }
        if isTooLarge { return .tooLarge }
        return switch code {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badRequest
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unresolved
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: .unreachable
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            .tls
        default: wasSent ? .broken : .unreachable
        }
    }
}

// What curl is told.
extension Transfer {
    private func setOptions() -> Bool {
        let request = order.request
        return set(CURLOPT_URL, request.url)
            && set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            && set(CURLOPT_USERAGENT, "raiz")
            && set(CURLOPT_PROTOCOLS_STR, "http,https")
            && set(CURLOPT_PROXY, route.proxy ?? "")
            && set(CURLOPT_NOPROXY, "")
            && set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
            && set(CURLOPT_FOLLOWLOCATION, 0)
            && set(CURLOPT_NOSIGNAL, 1)
            // Without it, giving up on a slow name would hold every other transfer until the name is resolved.
            && set(CURLOPT_QUICK_EXIT, 1)
            && set(CURLOPT_MAXAGE_CONN, Self.longestIdle)
            && set(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.wholeMilliseconds)
            && set(CURLOPT_TIMEOUT_MS, request.timeout.wholeMilliseconds)
    }

    private func setBody() -> Bool {
        let request = order.request
        guard request.body != nil || request.method == .post || request.method == .put else { return true }
        let body = request.body ?? Data()
        guard set(CURLOPT_POST, 1), set(CURLOPT_POSTFIELDSIZE, body.count) else { return false }
        guard !body.isEmpty else { return set(CURLOPT_COPYPOSTFIELDS, "") }
        return body.withUnsafeBytes {
            raiz_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
        } == CURLE_OK
    }

    private func addHeaders() -> Bool {
        var lines: [String] = []
        for (name, value) in order.request.headers.sorted(by: { $0.key < $1.key }) {
            let isName = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
            let isValue = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            guard isName, !name.contains(";"), isValue else { return false }
            lines.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
        }
        // Curl's own ideas: to ask before a long body, and to call every body a form.
        let names = Set(order.request.headers.keys.map { $0.lowercased() })
        for name in ["expect", "content-type"] where !names.contains(name) { lines.append("\(name):") }
        for line in lines {
            guard let longer = curl_slist_append(headerLines, line) else { return false }
            headerLines = longer
        }
        return raiz_curl_set_list(easy, CURLOPT_HTTPHEADER, headerLines) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String) -> Bool {
        raiz_curl_set_string(easy, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        raiz_curl_set_long(easy, option, value) == CURLE_OK
    }
}

// What curl tells.
extension Transfer {
    private func setCallbacks() -> Bool {
        // Unretained: the loop keeps the transfer for as long as curl has its handle.
        let context = Unmanaged.passUnretained(self).toOpaque()
        return raiz_curl_set_pointer(easy, CURLOPT_PRIVATE, context) == CURLE_OK
            && raiz_curl_set_pointer(easy, CURLOPT_WRITEDATA, context) == CURLE_OK
            && raiz_curl_set_pointer(easy, CURLOPT_HEADERDATA, context) == CURLE_OK
            && raiz_curl_set_callback(easy, CURLOPT_WRITEFUNCTION) { data, size, count, context in
                guard let data, let context else { return 0 }
                return Transfer.at(context).receive(UnsafeRawBufferPointer(start: data, count: size * count))
            } == CURLE_OK
            && raiz_curl_set_callback(easy, CURLOPT_HEADERFUNCTION) { data, size, count, context in
                guard let data, let context else { return 0 }
                return Transfer.at(context).receiveHeader(UnsafeRawBufferPointer(start: data, count: size * count))
            } == CURLE_OK
            && raiz_curl_on_socket(
                easy,
                { context, _, address in
                    guard let context, let address else { return raiz_curl_no_socket() }
                    return Transfer.at(context).openSocket(address)
                },
                context
            ) == CURLE_OK
            && raiz_curl_on_ready(
                easy,
                { context, _, _, _, _ in
                    guard let context else { return CURL_PREREQFUNC_ABORT }
                    return Transfer.at(context).isReady() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
                },
                context
            ) == CURLE_OK
    }

    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= order.request.responseLimit else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= Self.headerLimit else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // An interim answer (100, 103) came before.
            headers = [:]
        } else if let colon = line.firstIndex(of: ":") {
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            headers[name] = headers[name].map { "\($0), \(value)" } ?? value
        }
        return bytes.count
    }

    /// The last look before connecting: no later lookup can put another address in this one's place.
    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        if route.proxy == nil {
            let remote = raiz_curl_address(address).flatMap { IPAddress($0) }
            let verdict = remote.map { addressGuard.refusal(connectingTo: $0, secure: route.target.isSecure) }
            if let code = verdict ?? .privateHost {
                refusal = code
                return raiz_curl_no_socket()
            }
        }
        return raiz_curl_open_socket(address)
    }

    /// Called before each writing. Curl writes again by itself when a kept connection breaks; a `post` must not be.
    private func isReady() -> Bool {
        defer { wasSent = true }
        return !wasSent || order.request.method != .post
    }
}

extension Duration {
    /// At least one: to curl, zero is for ever.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let whole = seconds.multipliedReportingOverflow(by: 1000)
        guard !whole.overflow, whole.partialValue < Int64(Int32.max) else { return Int(Int32.max) }
        return max(1, Int(whole.partialValue) + Int(attoseconds / 1_000_000_000_000_000))
    }
}
