// Contents of remote documents on this machine, each in a file that is called after its SHA-256.

internal import Foundation
import MartletSource

package struct RemoteCache: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// `MARTLET_CACHE`, or `martlet` in the user's folder for such files (XDG Base Directory Specification, section 3).
    package static func standard(_ environment: [String: String]) -> RemoteCache {
        if let own = environment["MARTLET_CACHE"], !own.isEmpty { return RemoteCache(folder: own) }
        // A relative path there is to be ignored.
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
            return RemoteCache(folder: base + "/martlet")
        }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
        return RemoteCache(folder: home + "/.cache/martlet")
    }

    /// The content with that digest; nil where it isn't there, or was changed.
    func content(_ sha256: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: path(sha256)) else { return nil }
        let bytes = [UInt8](data)
        return SHA256.digest(bytes) == sha256 ? bytes : nil
    }

    func store(_ bytes: [UInt8], as sha256: String) throws(FileFault) {
        do {
            let file = URL(fileURLWithPath: path(sha256))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
        } catch {
            throw .unwritable(folder)
        }
    }

    private func path(_ sha256: String) -> String {
        "\(folder)/\(sha256.prefix(2))/\(sha256)"
    }
}

extension FileFault {
    fileprivate static func unwritable(_ folder: String) -> FileFault {
        FileFault(
            "its content can't be kept in \(folder); make that writable, or choose another folder with --cache",
            id: "remote-reference")
    }
}
