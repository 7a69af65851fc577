// The pairs of documents that OLD and NEW name, each read with the same overlays and configuration.

import Foundation
import MartletCommandLine
import MartletConfiguration
import MartletDiff
import MartletSource

/// A document of both sides; a side is nil where its folder hasn't the document.
struct DiffPair {
    /// The path in the new folder, or in the old one where that alone has it; empty where OLD and NEW are documents.
    var name: String
    var old: DocumentVersion?
    var new: DocumentVersion?
}

struct DiffInputs {
    private let arguments: Arguments
    private let access: FileAccess
    /// What both versions are read with; nil where each has its own.
    private let shared: Configuration?

    /// Nil, with errors reported, where the configuration of both can't be read.
    init?(_ arguments: Arguments, _ access: FileAccess, _ diagnostics: inout Diagnostics) {
        self.arguments = arguments
        self.access = access
        guard let path = arguments.value("--config") else {
            shared = nil
            return
        }
        var reading = Diagnostics(filesFrom: diagnostics.files.count)
        let node = SourceReader(access: access).read(path, &reading)
        let read = node.flatMap { ConfigurationReader(path: path).read($0, &reading) }
        diagnostics.join(reading)
        guard let read, !reading.hasErrors else { return nil }
        shared = read
    }

    /// The pairs, those of folders in the order of their paths; nil, with errors reported, where anything can't be read.
    func pairs(_ diagnostics: inout Diagnostics) -> [DiffPair]? {
        guard let old = source(0, &diagnostics), let new = source(1, &diagnostics) else { return nil }
        if old.text == "-", new.text == "-" {
            diagnostics.report(.twiceStandardInput, at: nil)
            return nil
        }
        let pairs: [DiffPair]
        switch (old.folder(), new.folder()) {
        case (let before?, let after?): pairs = folders(old, before, new, after, &diagnostics)
        case (nil, nil):
            pairs = [documents(old, new, &diagnostics)]
        case (_?, nil):
            diagnostics.report(.mixed(folder: old.text, file: new.text), at: nil)
            return nil
        case (nil, _?):
            diagnostics.report(.mixed(folder: new.text, file: old.text), at: nil)
            return nil
        }
        return diagnostics.hasErrors ? nil : pairs
    }

    private func source(_ place: Int, _ diagnostics: inout Diagnostics) -> DiffSource? {
        let text = arguments.positional[place]
        do {
            return try DiffSource(text, access)
        } catch {
            diagnostics.report(.unreadable(text, error), at: nil)
            return nil
        }
    }

    /// Both at once: a fifth of the whole run is reading.
    private func documents(_ old: DiffSource, _ new: DiffSource, _ diagnostics: inout Diagnostics) -> DiffPair {
        let first = diagnostics.files.count
        let (before, after) = ConcurrentTasks.both {
            located(old, filesFrom: first)
        } _: {
            // More files than one side has.
            located(new, filesFrom: first + min(2 * old.reader.limits.files, 1 << 20))
        }
        diagnostics.join(before.diagnostics)
        diagnostics.join(after.diagnostics)
        return DiffPair(name: "", old: before.version, new: after.version)
    }

    private func located(
        _ source: DiffSource, filesFrom first: Int
    ) -> (version: DocumentVersion?, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics(filesFrom: first)
        let version = version(source, source.path, &diagnostics)
        return (version, diagnostics)
    }

    private func folders(
        _ old: DiffSource, _ before: DiffFolder, _ new: DiffSource, _ after: DiffFolder,
        _ diagnostics: inout Diagnostics
    ) -> [DiffPair] {
        for (source, folder) in [(old, before), (new, after)] where folder.documents.isEmpty {
            diagnostics.report(.noDocuments(source.text), at: nil)
        }
        let (olds, news) = (before.documents(beside: after), after.documents(beside: before))
        return FolderPairing(olds.keys, news.keys).pairs.map { pair in
            DiffPair(
                name: pair.name, old: pair.old.flatMap { olds[$0] }.flatMap { version(old, $0, &diagnostics) },
                new: pair.new.flatMap { news[$0] }.flatMap { version(new, $0, &diagnostics) })
        }
    }

    /// The document at `path`, or the one that the configuration there names.
    private func version(
        _ source: DiffSource, _ path: String, _ diagnostics: inout Diagnostics
    ) -> DocumentVersion? {
        guard var configuration = configuration(source, path, &diagnostics) else { return nil }
        // Overlays of the command line are those of today, for both sides.
        configuration.overlays += arguments.values("--overlay").map(Self.absolute)
        return DocumentVersion(configuration, reader: source.reader, &diagnostics)
    }

    private func configuration(
        _ source: DiffSource, _ path: String, _ diagnostics: inout Diagnostics
    ) -> Configuration? {
        if var configuration = shared {
            configuration.spec = path
            configuration.overlays = configuration.overlays.map(Self.absolute)
            return configuration
        }
        return Input(path, overlays: [], reader: source.reader).configuration(&diagnostics)
    }

    /// Relative paths are those of a revision, where one is read.
    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") || path == "-" || PathName.isURL(path) { return path }
        return PathName.joined(path, to: FileManager.default.currentDirectoryPath + "/*")
    }
}

extension Diagnostic {
    fileprivate static let twiceStandardInput = Diagnostic(
        .error, id: "unreadable-file", "standard input can't be both versions; save one of them as a file")

    fileprivate static func mixed(folder: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unreadable-file",
            "'\(folder)' is a folder and '\(file)' is a file; compare two files, or two folders")
    }

    fileprivate static func noDocuments(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unreadable-file",
            "no file in '\(path)' has 'openapi' or 'swagger' at its root; name a folder of documents")
    }

    fileprivate static func unreadable(_ path: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.error, id: fault.id, "\(path): \(fault.reason)")
    }
}
