// Where documents and configurations may name files: in their project, and where the user said so.

internal import Foundation

/// What a user names on the command line may lie anywhere. What a document or a configuration names may be a stranger's
/// choice, and must lie in the project of what the user named, with symbolic links resolved.
package struct FileBoundary: Sendable {
    /// Of the first file that the user named.
    private let project: String
    /// Resolved: folders with all that is in them, and files.
    private let allowed: Set<String>
    /// As the user wrote them.
    private let named: Set<String>

    /// - Parameters:
    ///   - documents: documents and configurations that the user named, whose projects may be read.
    ///   - others: files and folders that the user named, or allowed.
    package init(documents: [String], others: [String]) {
        let projects = documents.map(Self.project)
        project = projects.first ?? Self.project(of: "-")
        allowed = Set(projects + others.map(Self.resolved))
        named = Set(documents + others)
    }

    /// The path to open for `path`; a fault where it lies outside, or is none of a file or folder.
    package func admitted(_ path: String) throws(FileFault) -> String {
        if named.contains(path) { return path }
        let resolved = Self.resolved(path)
        guard contains(resolved) else { throw .outside(project) }
        if let kind = Self.kind(resolved), kind != .typeRegular, kind != .typeDirectory { throw .noFile }
        return resolved
    }

    private func contains(_ path: String) -> Bool {
        var folder = path
        while !allowed.contains(folder) {
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return false }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
        return true
    }

    // MARK: Projects

    /// The folder that counts as the project of the file or folder at `path`: the working tree of git around it; else the
    /// outermost folder around it with a package or a project of Xcode; else the current folder, where it holds the
    /// file; else the file's own folder. A home folder is no project, nor is the root of the disk.
    package static func project(of path: String) -> String {
        let start = folder(of: path)
        var package: String?
        for folder in ancestors(of: start) where !isTooWide(folder) {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            if names.contains(".git") { return folder }
            if names.contains(where: isMarker) { package = folder }
        }
        if let package { return package }
        let current = resolved(".")
        return !isTooWide(current) && ancestors(of: start).contains(current) ? current : start
    }

    private static func isMarker(_ name: String) -> Bool {
        name == "Package.swift" || name.hasSuffix(".xcodeproj") || name.hasSuffix(".xcworkspace")
    }

    private static func isTooWide(_ folder: String) -> Bool {
        folder == "/" || folder == resolved(NSHomeDirectory())
    }

    /// The folder that a file is named in: a link to a file elsewhere is named here.
    private static func folder(of path: String) -> String {
        if path == "-" || PathName.isURL(path) { return resolved(".") }
        if kind(resolved(path)) == .typeDirectory { return resolved(path) }
        let folder = PathName.folder(of: path)
        return resolved(folder.isEmpty ? "." : folder)
    }

    /// `folder`, and those around it.
    private static func ancestors(of folder: String) -> [String] {
        var all = [folder]
        while let last = all.last, last != "/", let slash = last.lastIndex(of: "/") {
            all.append(slash == last.startIndex ? "/" : String(last[..<slash]))
        }
        return all
    }

    // MARK: Links

    private static func kind(_ path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    /// The absolute path without links, `.` and `..`; of what isn't there, as far as there is anything.
    private static func resolved(_ path: String) -> String {
        var start = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var missing: [Substring] = []
        while true {
            if let found = realpath(start, nil) {
                defer { free(found) }
                return missing.reversed().reduce(String(cString: found), step)
            }
            while start.count > 1, start.hasSuffix("/") { start.removeLast() }
            guard let slash = start.lastIndex(of: "/"), start != "/" else {
                return missing.reversed().reduce("/", step)
            }
            missing.append(start[start.index(after: slash)...])
            start = slash == start.startIndex ? "/" : String(start[..<slash])
        }
    }

    private static func step(_ folder: String, _ name: Substring) -> String {
        switch name {
        case ".", "": return folder
        case "..":
            let slash = folder.lastIndex(of: "/") ?? folder.startIndex
            return slash == folder.startIndex ? "/" : String(folder[..<slash])
        default: return (folder == "/" ? "" : folder) + "/" + name
        }
    }
}

extension FileAccess {
    /// Files of the disk that the user named, or that lie within `boundary`.
    package static func disk(within boundary: FileBoundary, limits: Limits) -> FileAccess {
        let disk = disk(limits: limits)
        return FileAccess(limits: limits) { path throws(FileFault) in
            let isElsewhere = path == "-" || PathName.isURL(path)
            return try disk.read(isElsewhere ? path : try boundary.admitted(path))
        }
    }
}

extension FileFault {
    fileprivate static func outside(_ project: String) -> FileFault {
        FileFault(
            "it lies outside of the project, which is \(project); move it there, or, if that is meant, name its folder by "
                + "--allow-outside, in a build by MARTLET_ALLOW_OUTSIDE", id: "outside-of-project")
    }

    fileprivate static let noFile = FileFault("it isn't an ordinary file; name one that is", id: "outside-of-project")
}
