// Reads one input, wherever it comes from, into a located tree.

internal import Foundation

/// Where bytes come from. Tests give their own; `disk` is what a run uses.
package struct FileAccess: Sendable {
    package var read: @Sendable (_ path: String) throws(FileFault) -> [UInt8]
    /// What messages put before a relative path, such as `main:` where files are those of a git revision.
    package var prefix: String
    package var limits: Limits

    package init(
        prefix: String = "", limits: Limits = .init(),
        read: @escaping @Sendable (_ path: String) throws(FileFault) -> [UInt8]
    ) {
        self.prefix = prefix
        self.limits = limits
        self.read = read
    }
}

/// Why a file can't be read, in words for its user.
package struct FileFault: Error {
    /// That of the diagnostic.
    package var id: String
    package var reason: String

    package init(_ reason: String, id: String = "unreadable-file") {
        self.id = id
        self.reason = reason
    }
}

package struct SourceReader: Sendable {
    private let access: FileAccess

    package init(access: FileAccess = .disk) {
        self.access = access
    }

    package var limits: Limits {
        access.limits
    }

    /// The tree of the file at `path` (`-` is standard input), called `name` in messages; nil, with an error reported.
    /// `place` is where the file is named, if it is in another one; `fault` is what is wrong with one that is empty.
    package func read(
        _ path: String, name: String? = nil, at place: Position? = nil, ifEmpty fault: Diagnostic = .emptyDocument,
        _ diagnostics: inout Diagnostics
    ) -> Node? {
        let name = name ?? self.name(of: path)
        do {
            return try load(path, name: name, ifEmpty: fault, &diagnostics)
        } catch {
            diagnostics.report(.unreadable(name, error), at: place)
            return nil
        }
    }

    /// `read`, for who knows a better place for the fault of a file that isn't there. What is wrong in the file is
    /// reported, and the tree is nil then.
    package func load(
        _ path: String, name: String? = nil, ifEmpty fault: Diagnostic = .emptyDocument,
        _ diagnostics: inout Diagnostics
    ) throws(FileFault) -> Node? {
        let bytes = try bytes(at: path)
        let file = diagnostics.addFile(name ?? self.name(of: path))
        if !PathName.isDataFile(path), let block = MarkdownPage(bytes).document {
            return YAMLReader(block.bytes, file: file, firstLine: block.firstLine, limits: limits)
                .read(ifEmpty: fault, &diagnostics)
        }
        return YAMLReader(bytes, file: file, limits: limits).read(ifEmpty: fault, &diagnostics)
    }

    private func name(of path: String) -> String {
        if path == "-" { return "<standard input>" }
        return path.hasPrefix("/") || PathName.isURL(path) ? path : access.prefix + path
    }

    /// The bytes of the file at `path`.
    package func bytes(at path: String) throws(FileFault) -> [UInt8] {
        let bytes = try access.read(path)
        guard bytes.count <= limits.size else { throw .tooLarge(limits.size) }
        return bytes
    }

    /// The bytes of the file that messages call `name`; nil where they can't be read.
    package func bytes(of name: String) -> [UInt8]? {
        try? access.read(path(of: name))
    }

    /// What is opened for a file that messages call `name`.
    package func path(of name: String) -> String {
        name.hasPrefix("/") || !name.hasPrefix(access.prefix) ? name : String(name.dropFirst(access.prefix.count))
    }
}

extension FileAccess {
    package static let disk = disk(limits: Limits())

    package static func disk(limits: Limits) -> FileAccess {
        FileAccess(limits: limits) { path throws(FileFault) in try read(path, atMost: limits.size) }
    }

    private static func read(_ path: String, atMost size: Int) throws(FileFault) -> [UInt8] {
        if path == "-" { return try read(.standardInput, atMost: size) }
        if PathName.isURL(path) { throw .notFetched }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw FileFault("no such file; check the path")
        }
        if isDirectory.boolValue { throw FileFault("this is a folder; name a file in it") }
        guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable }
        defer { try? file.close() }
        return try read(file, atMost: size)
    }

    /// What has no end, such as a device, isn't read to it.
    private static func read(_ file: FileHandle, atMost size: Int) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while bytes.count <= size, let part = try file.read(upToCount: 1 << 20), !part.isEmpty { bytes += part }
        } catch {
            throw .unreadable
        }
        guard bytes.count <= size else { throw .tooLarge(size) }
        return bytes
    }
}

extension Diagnostic {
    fileprivate static func unreadable(_ name: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.error, id: fault.id, "\(name): \(fault.reason)")
    }
}

extension FileFault {
    fileprivate static let unreadable = FileFault("the file can't be read; check its permissions")

    fileprivate static func tooLarge(_ size: Int) -> FileFault {
        FileFault("it is larger than \(size) bytes; split it" + Limits.advice("size"), id: "too-large")
    }

    /// What stands on the network is read only where the command line asks for it.
    package static let notFetched = FileFault(
        "it is on the network, which isn't read; use --allow-remote, or save the file beside this one and refer to it "
            + "there", id: "remote-reference")
}
