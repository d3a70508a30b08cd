import Channels
import Logging
import ServiceLifecycle
import Storage

/// Makes requests on which nothing depends, once each: read marks, "typing…", the end of a button's spinner.
///
/// When there are more than can be made, the oldest are dropped.
package struct Courtesies: Service {
    private struct Courtesy: Sendable {
        var request: HTTPRequest
        var allowsPrivateHosts: Bool
    }

    /// Requests that wait, at most.
    static let backlog = 500
    /// Requests under way at once.
    static let width = 8

    private let client: HTTPClient
    private let privateClient: HTTPClient
    private let queue: AsyncStream<Courtesy>
    private let feed: AsyncStream<Courtesy>.Continuation

    package init(client: HTTPClient, privateClient: HTTPClient) {
        self.client = client
        self.privateClient = privateClient
        (queue, feed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.backlog))
    }

    /// Makes requests as soon as there is room.
    package func make(_ requests: [HTTPRequest], for account: Account) {
        for request in requests {
            feed.yield(Courtesy(request: request, allowsPrivateHosts: account.allowsPrivateHosts))
        }
    }

    /// Makes what comes until the server stops.
    package func run() async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                var underWay = 0
                for await courtesy in queue {
                    if underWay >= Self.width {
                        await group.next()
                        underWay -= 1
                    }
                    underWay += 1
                    group.addTask {
                        let client = courtesy.allowsPrivateHosts ? privateClient : client
                        var request = courtesy.request
                        request.timeout = .seconds(5)
                        // Its failure means nothing to anybody.
                        _ = try? await client.send(request)
                    }
                }
                group.cancelAll()
            }
        }
    }
}
