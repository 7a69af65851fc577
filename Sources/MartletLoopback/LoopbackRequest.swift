// Requests as they come in on a connection.

package import Foundation

/// A request that the server was sent.
package struct LoopbackRequest: Sendable {
    package var method: String

    /// The path with its query, as written.
    package var target: String

    /// Field lines in order, their names in lower case.
    package var headers: [(name: String, value: String)]
    package var body: Data

    /// The path without its query.
    package var path: String {
        String(target.prefix { $0 != "?" })
    }

    /// The names of the query's parameters, without their escapes.
    package var queryNames: [String] {
        let query = target.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        return query.split(separator: "&").map { item in
            let name = item.prefix { $0 != "=" }
            return name.removingPercentEncoding ?? String(name)
        }
    }

    package var cookieNames: [String] {
        (header("cookie") ?? "").split(separator: ";").map { item in
            item.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
        }
    }

    /// The value of the first field of that name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name.lowercased() }?.value
    }
}

/// Reads requests one after the other from a connection (RFC 9112).
struct RequestReader {
    private let socket: Socket
    private var buffer: [UInt8] = []

    init(_ socket: Socket) {
        self.socket = socket
    }

    /// The next request; nil at the end of the connection, or where what came is no HTTP.
    mutating func next() -> LoopbackRequest? {
        guard let first = line(), !first.isEmpty else { return nil }
        let parts = first.split(separator: " ")
        guard parts.count == 3 else { return nil }
        var request = LoopbackRequest(
            method: String(parts[0]), target: String(parts[1]), headers: [], body: Data())
        while let field = line(), !field.isEmpty {
            guard let colon = field.firstIndex(of: ":") else { return nil }
            let value = field[field.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            request.headers.append((field[..<colon].lowercased(), value))
        }
        if request.header("expect") == "100-continue" {
            _ = socket.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
        guard let body = body(of: request) else { return nil }
        request.body = Data(body)
        return request
    }

    private mutating func body(of request: LoopbackRequest) -> [UInt8]? {
        guard request.header("transfer-encoding")?.lowercased() == "chunked" else {
            return bytes(request.header("content-length").flatMap { Int($0) } ?? 0)
        }
        var body: [UInt8] = []
        while let size = line().flatMap({ Int($0.prefix { $0 != ";" }, radix: 16) }) {
            guard let chunk = bytes(size), line() != nil else { return nil }
            if size == 0 { return body }
            body += chunk
        }
        return nil
    }

    private mutating func line() -> String? {
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = buffer[..<end]
                buffer.removeSubrange(...end)
                return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            }
            searched = buffer.count
            guard searched < 1 << 20, fill() else { return nil }
        }
    }

    private mutating func bytes(_ count: Int) -> [UInt8]? {
        guard count >= 0 else { return nil }
        while buffer.count < count { if !fill() { return nil } }
        let bytes = Array(buffer.prefix(count))
        buffer.removeFirst(count)
        return bytes
    }

    private mutating func fill() -> Bool {
        let more = socket.read()
        buffer += more
        return !more.isEmpty
    }
}
