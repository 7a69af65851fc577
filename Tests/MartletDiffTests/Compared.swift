// Two versions of a document, from texts or files, and what the comparison finds.

import Foundation
import MartletConfiguration
import MartletSource
import Testing

@testable import MartletDiff

struct Compared {
    var findings: [WireFinding]

    var ids: [String] {
        findings.map(\.id)
    }

    /// The files at both paths.
    init(old: String, new: String, reader: SourceReader = .init(), policy: WirePolicy = .init()) throws {
        var diagnostics = Diagnostics()
        let before = DocumentVersion(Configuration(spec: old), reader: reader, &diagnostics)
        let after = DocumentVersion(Configuration(spec: new), reader: reader, &diagnostics)
        guard let before, let after else {
            throw CocoaError(.fileReadCorruptFile, userInfo: ["faults": diagnostics.rendered(atLeast: .error)])
        }
        let comparison = WireComparison(old: before, new: after, policy: policy)
        #expect(comparison.list().unknownIDs == [])
        findings = comparison.findings(diagnostics)
    }

    /// Two texts, called `old.yaml` and `new.yaml`.
    init(_ old: String, _ new: String, policy: WirePolicy = .init()) throws {
        let texts = ["old.yaml": old, "new.yaml": new]
        let access = FileAccess { path throws(FileFault) in
            guard let text = texts[path] else { throw FileFault("no such file; check the path") }
            return Array(text.utf8)
        }
        try self.init(old: "old.yaml", new: "new.yaml", reader: SourceReader(access: access), policy: policy)
    }
}

extension Compared {
    /// `GET /a: breaking response-…: message`, and what of the new version it belongs to; without what the version should be.
    var told: [String] {
        findings.filter { !DocumentRules.versionIDs.contains($0.id) }.map { finding in
            let operation = finding.operation.map { "\($0): " } ?? ""
            return "\(operation)\(finding.level.rawValue) \(finding.id): \(finding.message) at "
                + ((finding.reference ?? finding.new)?.pointer ?? "none")
        }
    }
}
