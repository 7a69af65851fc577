// The documents of a folder, by their paths in it.

import MartletSource

struct DiffFolder {
    /// Those that name their version at the root, whether or not they can be read.
    private(set) var documents: [String: String] = [:]
    /// Other files of data, which are parts of documents, or something else.
    private var others: [String: String] = [:]
    private let access: FileAccess

    /// - Parameter names: those of all files, without `start`, which their paths begin with.
    init(_ names: [String], at start: String, _ access: FileAccess) {
        self.access = access
        for name in names where Self.mayBeDocument(name) {
            if Self.isDocument(start + name, access) {
                documents[name] = start + name
            } else {
                others[name] = start + name
            }
        }
    }

    /// With the files that can't be read, and are documents in the folder beside: what is called alike there isn't gone.
    func documents(beside other: DiffFolder) -> [String: String] {
        let broken = others.filter { name, path in
            other.documents[name] != nil && Self.root(path, access) == nil
        }
        return documents.merging(broken) { document, _ in document }
    }

    /// Hidden files and folders are left out, as they are by every other tool.
    private static func mayBeDocument(_ name: String) -> Bool {
        PathName.isDataFile(name) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }

    /// Whether `openapi` or `swagger` stands at the root, or what can't be read begins a line with it.
    private static func isDocument(_ path: String, _ access: FileAccess) -> Bool {
        guard let bytes = try? access.read(path) else { return false }
        let text = bytes.prefix(1 << 16)
        guard ["openapi", "swagger"].contains(where: { text.firstRange(of: Array($0.utf8)) != nil }) else {
            return false
        }
        guard let root = root(path, FileAccess { _ throws(FileFault) in bytes }) else {
            let version = /^(?:openapi|swagger|[{\s]*"(?:openapi|swagger)")\s*:/.anchorsMatchLineEndings()
            return String(decoding: text, as: UTF8.self).contains(version)
        }
        return root.mapping?["openapi"] != nil || root.mapping?["swagger"] != nil
    }

    /// Nil where the text is neither YAML nor JSON.
    private static func root(_ path: String, _ access: FileAccess) -> Node? {
        var faults = Diagnostics()
        let root = SourceReader(access: access).read(path, &faults)
        return faults.hasErrors ? nil : root
    }
}
