import Testing

@testable import Channels

@Suite struct AddressGuardTests {
    @Test(
        arguments: [
            ("8.8.8.8", .global), ("1.1.1.1", .global), ("172.15.255.255", .global), ("172.32.0.0", .global),
            ("100.63.255.255", .global), ("100.128.0.0", .global), ("192.167.255.255", .global), ("11.0.0.0", .global),
            ("2001:4860:4860::8888", .global), ("2a00:1450::1", .global), ("::ffff:8.8.8.8", .global),
            ("64:ff9b::808:808", .global), ("2002:0808:0808::1", .global),
            ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("::", .unspecified),
            ("::ffff:0.0.0.0", .unspecified),
            ("127.0.0.1", .loopback), ("127.255.255.255", .loopback), ("::1", .loopback), ("[::1]", .loopback),
            ("::ffff:127.0.0.1", .loopback), ("::127.0.0.1", .loopback), ("64:ff9b::7f00:1", .loopback),
            ("10.0.0.0", .privateNetwork), ("10.255.255.255", .privateNetwork), ("172.16.0.1", .privateNetwork),
            ("172.31.255.255", .privateNetwork), ("192.168.1.1", .privateNetwork), ("100.64.0.1", .privateNetwork),
            ("100.127.255.255", .privateNetwork), ("fc00::1", .privateNetwork), ("fdff::1", .privateNetwork),
            ("fec0::1", .privateNetwork), ("::ffff:10.0.0.1", .privateNetwork), ("2002:c0a8:0101::1", .privateNetwork),
            ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal), ("fe80::1%eth0", .linkLocal),
            ("febf::1", .linkLocal), ("::ffff:169.254.169.254", .linkLocal),
            ("224.0.0.1", .multicast), ("239.255.255.255", .multicast), ("ff02::1", .multicast),
            ("240.0.0.1", .reserved), ("255.255.255.255", .reserved), ("192.0.2.1", .reserved),
            ("198.19.0.1", .reserved),
            ("2001:db8::1", .reserved), ("::2", .reserved), ("64:ff9b:1::1", .reserved), ("2001:0:1::1", .reserved),
        ] as [(String, AddressGuard.Reach)]
    )
    func knowsWhereAddressesLead(text: String, reach: AddressGuard.Reach) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressGuard.reach(of: address) == reach)
        #expect(
            AddressGuard(allowsPrivateHosts: false).refusal(connectingTo: address, secure: true)
                == (reach == .global ? nil : .privateHost)
        )
        #expect(
            AddressGuard(allowsPrivateHosts: false).refusal(connectingTo: address, secure: false)
                == (reach == .global ? .insecure : .privateHost)
        )
        #expect(AddressGuard(allowsPrivateHosts: true).refusal(connectingTo: address, secure: true) == nil)
        #expect(
            AddressGuard(allowsPrivateHosts: true).refusal(connectingTo: address, secure: false)
                == (reach == .global ? .insecure : nil)
        )
    }

    @Test func everyRowOfTheTableIsUsed() {
        #expect(AddressGuard.table.count == AddressGuard.rows.count)
    }

    @Test(arguments: ["", "example.com", "10.0.0", "10.0.0.256", "1::2::3", "2130706433", "10.0.0.1/8"])
    func namesAreNotAddresses(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(
        arguments: [
            ("hooks.example.com", nil), ("hooks.example.com.", nil), ("8.8.8.8", nil), ("[2a00:1450::1]", nil),
            ("127.0.0.1", .privateHost), ("[::1]", .privateHost), ("10.1.2.3", .privateHost),
            ("localhost", .privateHost), ("LOCALHOST.", .privateHost), ("x.localhost", .privateHost),
            ("impresora", .privateHost), ("router.lan", .privateHost), ("metadata.google.internal", .privateHost),
        ] as [(String, HTTPFailure.Code?)]
    )
    func throughAProxyOnlyTheNameIsKnown(host: String, refusal: HTTPFailure.Code?) {
        #expect(AddressGuard(allowsPrivateHosts: false).refusal(proxyingTo: host, secure: true) == refusal)
        #expect(AddressGuard(allowsPrivateHosts: true).refusal(proxyingTo: host, secure: true) == nil)
    }
}

@Suite struct ProxyRulesTests {
    static let environment = [
        "http_proxy": "http://proxy:1", "HTTP_PROXY": "http://evil:1", "HTTPS_PROXY": "http://proxy:2",
        "NO_PROXY": "localhost, .liceo.test,slep.test 10.0.0.0/8,192.0.2.7",
    ]

    @Test(
        arguments: [
            ("example.com", "http://proxy:2"), ("localhost", nil), ("liceo.test", nil), ("a.b.liceo.test", nil),
            ("A.LICEO.TEST.", nil), ("otroliceo.test", "http://proxy:2"), ("www.slep.test", nil), ("10.9.8.7", nil),
            ("11.9.8.7", "http://proxy:2"), ("192.0.2.7", nil), ("192.0.2.8", "http://proxy:2"),
            ("[::1]", "http://proxy:2"),
        ] as [(String, String?)]
    )
    func exceptionsGoStraight(host: String, proxy: String?) {
        #expect(ProxyRules(environment: Self.environment).proxy(for: host, secure: true) == proxy)
    }

    @Test func everySchemeHasItsOwn() {
        let rules = ProxyRules(environment: Self.environment)
        #expect(rules.proxy(for: "example.com", secure: false) == "http://proxy:1")
        #expect(ProxyRules(environment: [:]).proxy(for: "example.com", secure: true) == nil)
        #expect(ProxyRules(environment: ["HTTP_PROXY": "x"]).proxy(for: "example.com", secure: false) == nil)
        #expect(ProxyRules(environment: ["https_proxy": "", "ALL_PROXY": "x"]).proxy(for: "a.b", secure: true) == "x")
        #expect(ProxyRules(environment: ["all_proxy": "x", "no_proxy": "*"]).proxy(for: "a.b", secure: true) == nil)
    }
}
