// The list of what updates have brought, newest first, in Markdown.

import Foundation

struct Changelog {
    private static let title = "# Changes of the document"

    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The changelog with a section for `report` in front of the others; what stands above them stays.
    func text(with report: ChangeReport) -> String {
        let old = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let section = report.markdown
        guard !old.isEmpty else { return Self.title + "\n\n" + section }
        if old.hasPrefix("## ") { return section + "\n" + old }
        guard let first = old.range(of: "\n## ") else {
            return old + (old.hasSuffix("\n") ? "\n" : "\n\n") + section
        }
        let start = old.index(after: first.lowerBound)
        return old[..<start] + section + "\n" + old[start...]
    }
}
