import CCurl
import Foundation
import Synchronization

/// The thread's work, and the mailbox through which callers reach it.
final class CurlLoop: Sendable {
    typealias Answer = Result<HTTPResponse, HTTPFailure>

    /// A request and who waits for its answer.
    struct Order: Sendable {
        let id: UInt64
        let request: HTTPRequest
        let continuation: CheckedContinuation<Answer, Never>
    }

    private enum Command: Sendable {
        case start(Order)
        case cancel(UInt64)
    }

    /// A C handle: `curl_multi_wakeup` may be called from any thread, everything else only from the loop's.
    private struct Multi: @unchecked Sendable {
        let handle: UnsafeMutableRawPointer
    }

    private struct Mailbox: Sendable {
        /// `nil` once the thread has ended, or when curl could not start.
        var multi: Multi?
        var commands: [Command] = []
        /// Cancelled and not yet forgotten: a cancellation may come before its order.
        var cancelled: Set<UInt64> = []
        var lastID: UInt64 = 0
        var isClosing = false
        var waiting: [CheckedContinuation<Void, Never>] = []

        func wake() {
            if let multi { curl_multi_wakeup(multi.handle) }
        }
    }

    private static let isStarted = raiz_curl_start() == CURLE_OK

    private let policy: CurlPolicy
    private let mailbox: Mutex<Mailbox>

    init(policy: CurlPolicy) {
        self.policy = policy
        let handle = Self.isStarted ? curl_multi_init() : nil
        mailbox = Mutex(Mailbox(multi: handle.map { Multi(handle: $0) }, isClosing: handle == nil))
    }

    func nextID() -> UInt64 {
        mailbox.withLock {
            $0.lastID += 1
            return $0.lastID
        }
    }

    func start(_ order: Order) {
        let refusal: HTTPFailure? = mailbox.withLock {
            if $0.cancelled.contains(order.id) { return HTTPFailure(.cancelled) }
            if $0.isClosing { return HTTPFailure(.closed) }
            $0.commands.append(.start(order))
            $0.wake()
            return nil
        }
        if let refusal { order.continuation.resume(returning: .failure(refusal)) }
    }

    func cancel(_ id: UInt64) {
        mailbox.withLock {
            $0.cancelled.insert(id)
            $0.commands.append(.cancel(id))
            $0.wake()
        }
    }

    /// The caller has its answer: its cancellation can no longer come.
    func forget(_ id: UInt64) {
        mailbox.withLock { _ = $0.cancelled.remove(id) }
    }

    func close() {
        mailbox.withLock {
            $0.isClosing = true
            $0.wake()
        }
    }

    /// Returns when the thread has ended.
    func end() async {
        await withCheckedContinuation { continuation in
            let hasEnded = mailbox.withLock {
                if $0.multi != nil { $0.waiting.append(continuation) }
                return $0.multi == nil
            }
            if hasEnded { continuation.resume() }
        }
    }

    /// The thread's life.
    func run() {
        guard let multi = mailbox.withLock({ $0.multi }) else { return }
        var live: [UInt64: Transfer] = [:]
        while true {
            let (commands, isClosing) = mailbox.withLock {
                let commands = $0.commands
                $0.commands = []
                return (commands, $0.isClosing)
            }
            for command in commands { obey(command, multi.handle, &live) }
            if isClosing { break }
            var running: Int32 = 0
            if curl_multi_perform(multi.handle, &running) != CURLM_OK {
                abort(&live, multi.handle, because: .broken)
            }
            drain(multi.handle, &live)
            // Wakes up for sockets, for curl's own timers and for the mailbox; the minute is only a bound.
            curl_multi_poll(multi.handle, nil, 0, 60_000, nil)
        }
        abort(&live, multi.handle, because: .closed)
        let waiting = mailbox.withLock {
            $0.multi = nil
            curl_multi_cleanup(multi.handle)
            return $0.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func obey(_ command: Command, _ multi: UnsafeMutableRawPointer, _ live: inout [UInt64: Transfer]) {
        switch command {
        case .start(let order):
            do throws(HTTPFailure) {
                let transfer = try Transfer(order, policy: policy)
                guard curl_multi_add_handle(multi, transfer.easy) == CURLM_OK else { throw HTTPFailure(.broken) }
                live[order.id] = transfer
            } catch {
                order.continuation.resume(returning: .failure(error))
            }
        case .cancel(let id):
            guard let transfer = live.removeValue(forKey: id) else { return }
            curl_multi_remove_handle(multi, transfer.easy)
            transfer.abort(.cancelled)
        }
    }

    private func drain(_ multi: UnsafeMutableRawPointer, _ live: inout [UInt64: Transfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            curl_multi_remove_handle(multi, easy)
            guard let id = Transfer.of(easy)?.id, let transfer = live.removeValue(forKey: id) else { continue }
            transfer.finish(code)
        }
    }

    private func abort(
        _ live: inout [UInt64: Transfer],
        _ multi: UnsafeMutableRawPointer,
        because code: HTTPFailure.Code
    ) {
        for transfer in live.values {
            curl_multi_remove_handle(multi, transfer.easy)
            transfer.abort(code)
        }
        live = [:]
    }
}
