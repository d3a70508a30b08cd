/// The proxies of the environment, read as curl reads them.
///
/// curl could read them itself, but would not say whether it used one; and the guard must know, because the address
/// it sees is then the proxy's own, often a private one.
package struct ProxyRules: Sendable, Equatable {
    private let http: String?
    private let https: String?
    private let exceptions: [String]

    /// `http_proxy` counts in lower case only, since a server may hold a request header named `Proxy` in `HTTP_PROXY`.
    package init(environment: [String: String]) {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        http = first("http_proxy", "all_proxy", "ALL_PROXY")
        https = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        exceptions = (first("no_proxy", "NO_PROXY") ?? "")
            .split { $0 == "," || $0 == " " }
            .map { $0.lowercased() }
    }

    /// The proxy for a host, `nil` to go straight.
    package func proxy(for host: String, secure: Bool) -> String? {
        guard let proxy = secure ? https : http, !exceptions.contains(where: { Self.matches($0, host) }) else {
            return nil
        }
        return proxy
    }

    /// `*`, a name with everything under it, an address or a block of addresses.
    private static func matches(_ exception: String, _ host: String) -> Bool {
        if exception == "*" { return true }
        if let address = IPAddress(host) { return IPRange(exception)?.contains(address) ?? false }
        let name = trimmed(host.lowercased()[...])
        let suffix = trimmed(exception.drop { $0 == "." })
        return !suffix.isEmpty && (name == suffix || name.hasSuffix(".\(suffix)"))
    }

    private static func trimmed(_ name: Substring) -> Substring {
        name.hasSuffix(".") ? name.dropLast() : name
    }
}
