import Foundation

/// Outbound HTTP on libcurl, all of it on one thread that the client owns until `shutdown()`.
///
/// Redirects are answers like any other, never followed. A `post` is written to the network at most once.
package final class HTTPClient: Sendable {
    private let loop: CurlLoop

    /// Starts the thread. The environment's proxies are honoured (`https_proxy`, `no_proxy`, …).
    package init(
        guard addressGuard: AddressGuard = AddressGuard(allowsPrivateHosts: false),
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        loop = CurlLoop(policy: CurlPolicy(guard: addressGuard, proxies: ProxyRules(environment: environment)))
        let thread = Thread { [loop] in loop.run() }
        thread.name = "raiz-http"
        thread.start()
    }

    deinit {
        loop.close()
    }

    /// Sends a request and waits for the whole answer. Cancelling the task aborts the transfer.
    package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let id = loop.nextID()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.start(CurlLoop.Order(id: id, request: request, continuation: continuation))
            }
        } onCancel: {
            loop.cancel(id)
        }
        loop.forget(id)
        return try result.get()
    }

    /// Aborts what is under way with `closed`, and returns when the thread has ended. May be called again.
    package func shutdown() async {
        loop.close()
        await loop.end()
    }
}
