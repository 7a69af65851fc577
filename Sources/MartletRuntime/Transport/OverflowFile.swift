// What a slow reader has yet to read, where its server can't be held back.

#if canImport(FoundationNetworking)
    import Foundation

    /// Bytes on their way through a temporary file that has no name any more: first in, first out.
    struct OverflowFile: Sendable {
        /// The most that one read gives.
        private static let mostAtOnce = 1 << 18
        private let descriptor: Descriptor
        private var readOffset = 0
        private var writeOffset = 0

        /// - Throws: `POSIXError` where the folder for temporary files takes none.
        init() throws {
            var path = Array((NSTemporaryDirectory() + "/martlet.XXXXXX").utf8CString)
            let file = mkstemp(&path)
            guard file >= 0 else { throw Self.fault }
            unlink(path)
            descriptor = Descriptor(file)
        }

        var count: Int { writeOffset - readOffset }

        /// - Throws: `POSIXError`, such as `ENOSPC`.
        mutating func append(_ bytes: Data) throws {
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { pwrite(descriptor.file, $0.baseAddress, $0.count, writeOffset) }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw Self.fault }
                writeOffset += written
                rest = rest.dropFirst(written)
            }
        }

        /// Takes the oldest bytes; nil where there are none.
        ///
        /// - Throws: `POSIXError`.
        mutating func popFirst() throws -> Data? {
            if count == 0 { return nil }
            var bytes = Data(count: min(count, Self.mostAtOnce))
            var taken = -1
            repeat {
                taken = bytes.withUnsafeMutableBytes { pread(descriptor.file, $0.baseAddress, $0.count, readOffset) }
            } while taken < 0 && errno == EINTR
            guard taken > 0 else { throw Self.fault }
            readOffset += taken
            if count == 0 {
                // The place on the disk is given back.
                _ = ftruncate(descriptor.file, 0)
                (readOffset, writeOffset) = (0, 0)
            }
            return bytes.prefix(taken)
        }

        private static var fault: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

        private final class Descriptor: Sendable {
            let file: Int32

            init(_ file: Int32) {
                self.file = file
            }

            deinit {
                close(file)
            }
        }
    }
#endif
