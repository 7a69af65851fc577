// Two versions of a document in memory, compared as the command does it.

import MartletConfiguration
import MartletDiff
import MartletSource
import Testing

struct ReportPair {
    let old: DocumentVersion
    let new: DocumentVersion
    let diagnostics: Diagnostics

    init(old: String, new: String) throws {
        var diagnostics = Diagnostics()
        func version(_ name: String, _ text: String) throws -> DocumentVersion {
            let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
            let read = DocumentVersion(Configuration(spec: name), reader: reader, &diagnostics)
            return try #require(read, "\(diagnostics.rendered())")
        }
        self.old = try version("old.yaml", old)
        self.new = try version("new.yaml", new)
        self.diagnostics = diagnostics
    }

    /// Versions of several files, each with an `openapi.yaml`.
    init(oldFiles: [String: String], newFiles: [String: String]) throws {
        var diagnostics = Diagnostics()
        func version(_ folder: String, _ files: [String: String]) throws -> DocumentVersion {
            let access = FileAccess { path throws(FileFault) in
                guard path.hasPrefix(folder), let text = files[String(path.dropFirst(folder.count))] else {
                    throw FileFault("no such file")
                }
                return Array(text.utf8)
            }
            let read = DocumentVersion(
                Configuration(spec: folder + "openapi.yaml"), reader: SourceReader(access: access), &diagnostics)
            return try #require(read, "\(diagnostics.rendered())")
        }
        old = try version("old/", oldFiles)
        new = try version("new/", newFiles)
        self.diagnostics = diagnostics
    }

    func report(_ rulings: Rulings = .init()) -> DiffReport {
        DocumentComparison(old: old, new: new, diagnostics).report(rulings)
    }

    var lines: SourceLines {
        SourceLines(old: old.reader, new: new.reader)
    }
}
