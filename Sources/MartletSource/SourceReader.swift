// Reads one input, wherever it comes from, into a located tree.
internal import Foundation

/// Where bytes come from. Tests give their own; `disk` is what a run uses.
package struct FileAccess: Sendable {
    package var read: @Sendable (_ path: String) throws(FileFault) -> [UInt8]

    package init(read: @escaping @Sendable (_ path: String) throws(FileFault) -> [UInt8]) {
        self.read = read
    }
}

/// Why a file can't be read, in words for its user.
package struct FileFault: Error {
    package var reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

package struct SourceReader: Sendable {
    private let access: FileAccess
    private let limits: ReadingLimits

    package init(access: FileAccess = .disk, limits: ReadingLimits = .init()) {
        self.access = access
        self.limits = limits
    }

    /// The tree of the file at `path` (`-` is standard input), called `name` in messages; nil, with an error reported.
    package func read(_ path: String, name: String? = nil, _ diagnostics: inout Diagnostics) -> Node? {
        let name = name ?? (path == "-" ? "<standard input>" : path)
        do {
            return try tree(path, name: name, &diagnostics)
        } catch {
            diagnostics.report(.unreadable(name, error.reason), at: nil)
            return nil
        }
    }

    /// As `read`, for who can say better than this where the file that can't be read was asked for.
    package func tree(
        _ path: String, name: String, _ diagnostics: inout Diagnostics
    ) throws(FileFault) -> Node? {
        let bytes = try access.read(path)
        let file = diagnostics.addFile(name)
        if !Self.isDataFile(path), let block = MarkdownPage(bytes).document {
            return YAMLReader(block.bytes, file: file, firstLine: block.firstLine, limits: limits).read(&diagnostics)
        }
        return YAMLReader(bytes, file: file, limits: limits).read(&diagnostics)
    }

    private static func isDataFile(_ path: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { path.lowercased().hasSuffix($0) }
    }
}

extension FileAccess {
    package static let disk = FileAccess { path throws(FileFault) in
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw FileFault("no such file")
        }
        if isDirectory.boolValue { throw FileFault("this is a directory; name the document in it") }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw FileFault("the file can't be read; check its permissions")
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadable(_ name: String, _ reason: String) -> Diagnostic {
        Diagnostic(.error, id: "unreadable-file", "\(name): \(reason)")
    }
}
