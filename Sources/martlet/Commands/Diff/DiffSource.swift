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

    /// The documents of the folder by their paths in it; nil where this is no folder.
    func folder() -> [String: String]? {
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
        var documents: [String: String] = [:]
        for name in names where Self.mayBeDocument(name) && isDocument(start + name) { documents[name] = start + name }
        return documents
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

    /// Hidden files and folders are left out, as they are by every other tool.
    private static func mayBeDocument(_ name: String) -> Bool {
        PathName.isDataFile(name)
            && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }

    /// Whether `openapi` or `swagger` stands at the root: the other files of a folder are parts, or something else.
    private func isDocument(_ path: String) -> Bool {
        guard let bytes = try? access.read(path) else { return false }
        let text = bytes.prefix(1 << 16)
        guard ["openapi", "swagger"].contains(where: { text.firstRange(of: Array($0.utf8)) != nil }) else {
            return false
        }
        var unheard = Diagnostics()
        let root = SourceReader(access: FileAccess { _ throws(FileFault) in bytes }).read(path, &unheard)?.mapping
        return root?["openapi"] != nil || root?["swagger"] != nil
    }
}
