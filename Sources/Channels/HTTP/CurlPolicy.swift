import CCurl

/// What holds for every transfer of a client.
struct CurlPolicy: Sendable {
    let `guard`: AddressGuard
    let proxies: ProxyRules

    /// The way to a request's host, once the guard has nothing against it.
    func route(to url: String) throws(HTTPFailure) -> CurlRoute {
        guard let target = CurlTarget(url) else { throw HTTPFailure(.badRequest) }
        guard target.isSecure || `guard`.allowsPrivateHosts else { throw HTTPFailure(.insecure, host: target.host) }
        let proxy = proxies.proxy(for: target.host, secure: target.isSecure)
        if proxy != nil, let refusal = `guard`.refusal(proxyingTo: target.host, secure: target.isSecure) {
            throw HTTPFailure(refusal, host: target.host)
        }
        return CurlRoute(target: target, proxy: proxy)
    }
}

/// A host, and the proxy that leads to it, if any.
struct CurlRoute: Sendable, Equatable {
    let target: CurlTarget
    let proxy: String?
}

/// The parts of a URL as curl itself reads them, so that no two readings differ.
struct CurlTarget: Sendable, Equatable {
    let host: String
    let isSecure: Bool

    /// `nil` unless the text is an absolute `http` or `https` URL.
    init?(_ url: String) {
        guard !url.utf8.contains(0), let handle = curl_url() else { return nil }
        defer { curl_url_cleanup(handle) }
        guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: handle), ["http", "https"].contains(scheme),
            let host = Self.part(CURLUPART_HOST, of: handle)
        else { return nil }
        self.host = host
        isSecure = scheme == "https"
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
