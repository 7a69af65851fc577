// The pieces of a body that have come and weren't read yet.

import Foundation

/// First in, first out. Where the server can't be held back, what is more than a mebibyte waits in a temporary file, so
/// that a slow reader costs no memory.
struct UnreadBytes: Sendable {
    private var chunks: ArraySlice<Data> = []
    private var countInMemory = 0
    #if canImport(FoundationNetworking)
        private static let mostInMemory = 1 << 20
        /// Once it holds something, all that comes goes there, so that the order stays.
        private var overflow: OverflowFile?

        var count: Int { countInMemory + (overflow?.count ?? 0) }
    #else
        var count: Int { countInMemory }
    #endif

    /// - Throws: `POSIXError` where the temporary file can't be written.
    mutating func append(_ bytes: Data) throws {
        #if canImport(FoundationNetworking)
            if overflow?.count ?? 0 > 0 || countInMemory + bytes.count > Self.mostInMemory {
                var file = try overflow ?? OverflowFile()
                try file.append(bytes)
                overflow = file
                return
            }
        #endif
        chunks.append(bytes)
        countInMemory += bytes.count
    }

    /// - Throws: `POSIXError` where the temporary file can't be read.
    mutating func popFirst() throws -> Data? {
        if let chunk = chunks.popFirst() {
            countInMemory -= chunk.count
            return chunk
        }
        #if canImport(FoundationNetworking)
            return try overflow?.popFirst()
        #else
            return nil
        #endif
    }
}
