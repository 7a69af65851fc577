// Addresses that names resolve to, and which of them are on the public network.

internal import Foundation

/// An IPv4 or IPv6 address: 4 or 16 bytes.
struct NetworkAddress: Hashable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether it may stand for a host on the public network: neither this machine nor a network of its own, nor
    /// anything else that the registries of special purposes list (RFC 6890, and IANA's registries after it).
    var isPublic: Bool {
        if let inner = embedded { return inner.isPublic }
        return !(bytes.count == 4 ? Self.special4 : Self.special6).contains { $0.contains(bytes) }
            && (bytes.count == 4 || Self.global6.contains(bytes))
    }

    /// The IPv4 address in an IPv6 one that leads to it: mapped (RFC 4291), translated (RFC 6052) and 6to4 (RFC 3056).
    private var embedded: NetworkAddress? {
        guard bytes.count == 16 else { return nil }
        if Self.mapped.contains(bytes) || Self.translated.contains(bytes) { return NetworkAddress(Array(bytes[12...])) }
        return Self.sixToFour.contains(bytes) ? NetworkAddress(Array(bytes[2..<6])) : nil
    }

    private struct Block {
        var start: [UInt8]
        /// The number of bits that all of it shares.
        var bits: Int

        init(_ start: [UInt8], _ bits: Int) {
            self.start = start
            self.bits = bits
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            var rest = bits
            for (place, byte) in start.enumerated() where rest > 0 {
                let mask: UInt8 = rest >= 8 ? 0xFF : ~(0xFF >> UInt8(rest))
                guard bytes[place] & mask == byte & mask else { return false }
                rest -= 8
            }
            return true
        }
    }

    private static let special4: [Block] = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([169, 254], 16),
        Block([172, 16], 12), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 88, 99], 24),
        Block([192, 168], 16), Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),
        // Multicast, what is reserved, and broadcast.
        Block([224], 3),
    ]

    /// All that was ever given out lies here; loopback, link-local and unique local addresses and multicast don't.
    private static let global6 = Block([0x20], 3)
    private static let special6: [Block] = [
        // Teredo and other protocols, and documentation.
        Block([0x20, 0x01, 0x00], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x3F, 0xFF], 20),
    ]

    private static let mapped = Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96)
    private static let translated = Block([0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96)
    private static let sixToFour = Block([0x20, 0x02], 16)
}

extension NetworkAddress {
    /// What `host`, a name or an address, resolves to; empty where it doesn't.
    static func addresses(of host: String) -> [NetworkAddress] {
        var hints = addrinfo()
        #if canImport(Darwin)
            hints.ai_socktype = SOCK_STREAM
        #else
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #endif
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var addresses: [NetworkAddress] = []
        var next = first
        while let info = next?.pointee {
            if let address = NetworkAddress(info) { addresses.append(address) }
            next = info.ai_next
        }
        return addresses
    }

    private init?(_ info: addrinfo) {
        guard let raw = UnsafeRawPointer(info.ai_addr) else { return nil }
        switch info.ai_family {
        case AF_INET:
            var address = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            self.init(withUnsafeBytes(of: &address) { Array($0) })
        case AF_INET6:
            var address = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            self.init(withUnsafeBytes(of: &address) { Array($0) })
        default: return nil
        }
    }
}
