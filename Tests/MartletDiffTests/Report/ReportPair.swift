// Two versions of a document in memory, compared as the command does it.
import MartletDiff
import MartletGenerator
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

    func report(_ rulings: Rulings = .init()) -> DiffReport {
        DocumentComparison(old: old, new: new, diagnostics).report(rulings)
    }

    var lines: SourceLines {
        SourceLines { [old, new] name in (name == "old.yaml" ? old : new).reader.bytes(of: name) }
    }
}
