// A TCP socket on the loopback, by the system's own calls.

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A call of the system that failed.
package struct SocketError: Error, CustomStringConvertible {
    package let call: String
    package let code: Int32

    package var description: String { "\(call) failed: \(String(cString: strerror(code)))" }
}

/// A socket; whoever opened it closes it.
struct Socket: Sendable {
    let descriptor: Int32

    /// Listens on 127.0.0.1, on a port that the system chooses where `port` is 0.
    static func listening(port: UInt16) throws -> (socket: Socket, port: UInt16) {
        #if canImport(Darwin)
            let kind = SOCK_STREAM
        #else
            let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw SocketError(call: "socket", code: errno) }
        let listener = Socket(descriptor: descriptor)
        do {
            listener.set(SOL_SOCKET, SO_REUSEADDR, 1)
            return (listener, try listener.bind(port))
        } catch {
            listener.close()
            throw error
        }
    }

    private func bind(_ port: UInt16) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> String? in
                #if canImport(Darwin)
                    if Darwin.bind(descriptor, address, length) != 0 { return "bind" }
                    if Darwin.listen(descriptor, 256) != 0 { return "listen" }
                #elseif canImport(Glibc)
                    if Glibc.bind(descriptor, address, length) != 0 { return "bind" }
                    if Glibc.listen(descriptor, 256) != 0 { return "listen" }
                #elseif canImport(Musl)
                    if Musl.bind(descriptor, address, length) != 0 { return "bind" }
                    if Musl.listen(descriptor, 256) != 0 { return "listen" }
                #endif
                return getsockname(descriptor, address, &length) == 0 ? nil : "getsockname"
            }
        }
        if let bound { throw SocketError(call: bound, code: errno) }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The next connection; nil once `isStopped`, which not every system wakes an `accept` for.
    func accept(until isStopped: () -> Bool) -> Socket? {
        while !isStopped() {
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, 250) > 0 else { continue }
            #if canImport(Darwin)
                let descriptor = Darwin.accept(self.descriptor, nil, nil)
            #elseif canImport(Glibc)
                let descriptor = Glibc.accept(self.descriptor, nil, nil)
            #elseif canImport(Musl)
                let descriptor = Musl.accept(self.descriptor, nil, nil)
            #endif
            if descriptor >= 0 {
                let connection = Socket(descriptor: descriptor)
                connection.set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
                #if canImport(Darwin)
                    connection.set(SOL_SOCKET, SO_NOSIGPIPE, 1)
                #endif
                return connection
            }
            if errno != EINTR && errno != ECONNABORTED { return nil }
        }
        return nil
    }

    private func set(_ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// The next bytes; empty at the end or where the connection broke.
    func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        var count: Int
        repeat { count = recv(descriptor, &buffer, buffer.count, 0) } while count < 0 && errno == EINTR
        return Array(buffer.prefix(max(count, 0)))
    }

    /// Writes everything, without a signal where the peer is gone; says whether it could.
    func write(_ bytes: [UInt8]) -> Bool {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                send(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, flags)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Waits up to some milliseconds, or until the peer hangs up; says whether it did.
    func waitForHangUp(milliseconds: Int) -> Bool {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, Int32(clamping: milliseconds)) > 0 else { return false }
        if poller.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, peekFlag) == 0
    }

    /// Makes the close that follows a reset, as a crash would.
    func resetOnClose() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Wakes whoever reads, writes or waits on this socket.
    func shutDown() {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func close() {
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #elseif canImport(Glibc)
            _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #endif
    }
}

private let peekFlag = Int32(MSG_PEEK)
