// One of the two versions that are compared: what it says, and the text that says it.

package import MartletConfiguration
import MartletGenerator
package import MartletOpenAPI
package import MartletSource

package struct DocumentVersion: Sendable {
    package var document: Document
    /// The document as published, with its overlays; other files are where they were.
    package var tree: Node
    /// Reads the files that the document refers to.
    package var reader: SourceReader
    /// What the document is lowered with.
    package var configuration: Configuration
    /// The numbers of the files that it was read from: the other version may have files of the same names.
    let files: Range<Int>

    /// The name of its own file among `files`.
    func file(_ files: [String]) -> String {
        let index = Int(tree.position.file.index)
        return files.indices.contains(index) ? files[index] : ""
    }

    /// Faults that leave nothing out of a comparison.
    private static let harmless: Set<String> = ["path-without-operations"]

    /// Reads what `configuration` names; nil, with errors reported, where that is no document.
    package init?(_ configuration: Configuration, reader: SourceReader, _ diagnostics: inout Diagnostics) {
        let first = diagnostics.files.count
        var clock = StageClock()
        let generator = Generator(configuration, reader: reader)
        let read = generator.read(&diagnostics, clock: &clock)
        diagnostics.demoteErrors(Self.harmless)
        guard let read, !diagnostics.hasErrors else { return nil }
        document = read.document
        tree = read.tree
        self.reader = reader
        self.configuration = configuration
        files = first..<diagnostics.files.count
    }
}
