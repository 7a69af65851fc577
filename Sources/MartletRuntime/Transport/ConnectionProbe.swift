// Whether a host takes connections, tried where a transport doesn't say.

import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tries one connection to a host, on a thread of its own, and closes it at once.
final class ConnectionProbe: Sendable {
    private let reached = Locked(false)

    /// Whether the host took the connection so far, or refused it, which is an answer too.
    var isAnswered: Bool { reached.withLock { $0 } }

    /// - Parameter limit: after which the try ends by itself.
    init(host: String, port: Int, limit: Duration) {
        let milliseconds = Int32(clamping: Int(max(1, limit / .milliseconds(1))))
        let reached = reached
        Thread.detachNewThread {
            if Self.connects(host, port, milliseconds) { reached.withLock { $0 = true } }
        }
    }

    private static func connects(_ host: String, _ port: Int, _ milliseconds: Int32) -> Bool {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return false }
        defer { freeaddrinfo(list) }
        // All at once, as clients that prefer whichever of two networks answers do (RFC 8305).
        var waiting: [pollfd] = []
        defer { for one in waiting { close(one.fd) } }
        var next = list
        while let address = next?.pointee {
            next = address.ai_next
            let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
            guard descriptor >= 0 else { continue }
            waiting.append(pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0))
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
            if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 || errno == ECONNREFUSED { return true }
        }
        return !waiting.isEmpty && poll(&waiting, nfds_t(waiting.count), milliseconds) > 0
    }
}

/// Fails an exchange whose server doesn't take the connection.
struct ConnectionWatch: Sendable {
    let exchange: Exchange
    let url: URL
    let limit: Duration
    let clock: PolicyClock

    /// Watches until the limit has passed, or what it gives is called.
    func start() -> @Sendable () -> Void {
        let stopSecond = Locked<(@Sendable () -> Void)?>(nil)
        let stopFirst = clock.schedule(limit / 2) {
            guard let host = url.host, !exchange.isConnected else { return }
            let port = url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80)
            let probe = ConnectionProbe(host: host, port: port, limit: limit / 2)
            let stop = clock.schedule(limit / 2) {
                if exchange.isConnected || probe.isAnswered { return }
                exchange.fail(TimeoutFault(limit: .connect, duration: limit))
            }
            stopSecond.withLock { $0 = stop }
        }
        return {
            stopFirst()
            stopSecond.withLock { $0 }?()
        }
    }
}
