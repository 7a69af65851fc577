// Writes a file with the calls of POSIX, for their error codes: a full disk must be told from a missing permission.

internal import Foundation

enum DescriptorFile {
    /// Writes `text` to a new file, in place of one that is there; 0, or the `errno` of the call that failed.
    ///
    /// A link of that name is replaced too: where it leads to, nothing is written.
    static func write(_ text: String, to path: String) -> Int32 {
        var descriptor = create(path)
        if descriptor < 0, errno == EEXIST {
            guard unlink(path) == 0 else { return EEXIST }
            descriptor = create(path)
        }
        guard descriptor >= 0 else { return errno }
        var text = text
        let code = text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
        // Some file systems say only now that they are full.
        let closing = close(descriptor) == 0 ? 0 : errno
        return code == 0 ? closing : code
    }

    private static func create(_ path: String) -> Int32 {
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = UnsafeRawBufferPointer(rebasing: rest)
            let count = Foundation.write(descriptor, chunk.baseAddress, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return 0
    }
}
