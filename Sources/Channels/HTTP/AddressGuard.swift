/// Keeps requests to addresses that people type in away from the machines around the server.
package struct AddressGuard: Sendable, Equatable {
    /// What an address is for.
    package enum Reach: String, Sendable, Equatable {
        case global
        case unspecified
        case loopback
        case linkLocal = "link-local"
        case privateNetwork = "private"
        case multicast
        /// Set aside for documentation, measurement, translation and the future: nobody's address to send to.
        case reserved
    }

    /// For trials and for other systems in the same network: private hosts are reached, in plain HTTP too.
    package var allowsPrivateHosts: Bool

    package init(allowsPrivateHosts: Bool) {
        self.allowsPrivateHosts = allowsPrivateHosts
    }

    /// Why an address must not be connected to, `nil` when it may. Ask with the address of the socket, not of a lookup.
    package func refusal(connectingTo address: IPAddress, secure: Bool) -> HTTPFailure.Code? {
        guard Self.reach(of: address) == .global else { return allowsPrivateHosts ? nil : .privateHost }
        return secure ? nil : .insecure
    }

    /// Why a host must not be asked of a proxy, `nil` when it may. Only the proxy can look names up.
    package func refusal(proxyingTo host: String, secure: Bool) -> HTTPFailure.Code? {
        if let address = IPAddress(host) { return refusal(connectingTo: address, secure: secure) }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        let last = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isLocal = !name.contains(".") || ["localhost", "local", "internal", "lan", "home"].contains(last)
        guard !isLocal else { return allowsPrivateHosts ? nil : .privateHost }
        return secure ? nil : .insecure
    }

    /// Where an address leads. Only `global` is somebody else's.
    package static func reach(of address: IPAddress) -> Reach {
        if let inner = embedded(in: address) {
            // 2002:c0a8:…, ::ffff:10.0.0.1 and the like lead where the IPv4 address inside leads.
            return reach(of: inner)
        }
        return table.first { $0.range.contains(address) }?.reach ?? .global
    }

    private static func embedded(in address: IPAddress) -> IPAddress? {
        let bytes = address.bytes
        guard bytes.count == 16 else { return nil }
        if mapped.contains(where: { $0.contains(address) }) { return IPAddress(bytes: Array(bytes[12...])) }
        if sixToFour?.contains(address) == true { return IPAddress(bytes: Array(bytes[2..<6])) }
        // The deprecated ::a.b.c.d; :: and ::1 are addresses of their own.
        if bytes.prefix(12).allSatisfy({ $0 == 0 }), bytes[12] != 0 { return IPAddress(bytes: Array(bytes[12...])) }
        return nil
    }

    private static let mapped = ["::ffff:0:0/96", "64:ff9b::/96"].compactMap(IPRange.init)
    private static let sixToFour = IPRange("2002::/16")

    /// The first that fits decides.
    static let table: [(range: IPRange, reach: Reach)] = rows.compactMap { text, reach in
        IPRange(text).map { ($0, reach) }
    }

    static let rows: [(String, Reach)] = [
        ("0.0.0.0/8", .unspecified), ("::/128", .unspecified),
        ("127.0.0.0/8", .loopback), ("::1/128", .loopback),
        ("169.254.0.0/16", .linkLocal), ("fe80::/10", .linkLocal),
        ("10.0.0.0/8", .privateNetwork), ("172.16.0.0/12", .privateNetwork), ("192.168.0.0/16", .privateNetwork),
        ("100.64.0.0/10", .privateNetwork), ("fc00::/7", .privateNetwork), ("fec0::/10", .privateNetwork),
        ("224.0.0.0/4", .multicast), ("ff00::/8", .multicast),
        ("192.0.0.0/24", .reserved), ("192.0.2.0/24", .reserved), ("192.88.99.0/24", .reserved),
        ("198.18.0.0/15", .reserved), ("198.51.100.0/24", .reserved), ("203.0.113.0/24", .reserved),
        ("240.0.0.0/4", .reserved), ("::/96", .reserved), ("64:ff9b:1::/48", .reserved), ("100::/64", .reserved),
        ("2001::/23", .reserved), ("2001:db8::/32", .reserved), ("3fff::/20", .reserved), ("5f00::/16", .reserved),
    ]
}
