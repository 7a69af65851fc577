// What OLD and NEW stand for: a document or a folder of them, on the disk, in a git revision, or on the network.

import Foundation
import MartletDiff
import MartletSource

struct DiffSource {
    /// As the user wrote it.
    let text: String
    /// The path in `access`: from the top of the repository where it is a revision.
    let path: String
    private let revision: GitRevision?
    private let access: FileAccess

    /// `main:openapi.yaml` is a file of a revision, unless a file of the disk is called so.
    init(_ text: String, _ access: FileAccess) throws(FileFault) {
        self.text = text
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let isPlain =
            parts.count < 2 || text == "-" || text.hasPrefix("/") || text.hasPrefix(".") || PathName.isURL(text)
            || FileManager.default.fileExists(atPath: text)
        guard !isPlain else {
            path = text
            revision = nil
            self.access = access
            return
        }
        let revision = try GitRevision(parts[0])
        path = try revision.fromTop(parts[1])
        self.revision = revision
        self.access = revision.access(access)
    }

    var reader: SourceReader {
        SourceReader(access: access)
    }

    /// Nil where this is no folder.
    func folder() -> DiffFolder? {
        guard text != "-", !PathName.isURL(text) else { return nil }
        var isDirectory: ObjCBool = false
        if revision == nil {
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
                return nil
            }
        }
        guard let files = revision.map({ $0.files(below: path) }) ?? filesOnDisk() else { return nil }
        let start = folderStart
        let names = files.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
        return DiffFolder(names, at: start, access)
    }

    /// What the paths of files in the folder begin with.
    private var folderStart: String {
        path.isEmpty || path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    }

    private func filesOnDisk() -> [String] {
        let start = folderStart
        let all = FileManager.default.enumerator(atPath: path)
        return (all?.compactMap { ($0 as? String).map { start + $0 } } ?? []).sorted()
    }
}
