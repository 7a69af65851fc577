// Searches bytes as quickly as the system's own library does.

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension UnsafeRawBufferPointer {
    /// The position of a byte, or `count`.
    func position(of byte: UInt8, from start: Int) -> Int {
        guard let base = baseAddress, start < count else { return count }
        guard let found = memchr(base + start, Int32(byte), count - start) else { return count }
        return UnsafeRawPointer(found) - base
    }

    func equals(_ name: StaticString) -> Bool {
        guard let base = baseAddress, count == name.utf8CodeUnitCount else { return false }
        return memcmp(base, name.utf8Start, count) == 0
    }

    func equals(_ name: [UInt8]) -> Bool {
        name.withUnsafeBytes { name in
            guard let base = baseAddress, let other = name.baseAddress else { return count == name.count }
            return count == name.count && memcmp(base, other, count) == 0
        }
    }
}
