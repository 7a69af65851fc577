// What a command's argument stands for: a configuration, or a document with the default configuration.

import Foundation
package import MartletConfiguration
package import MartletSource

package struct Input {
    /// A larger file is a document, and isn't read twice to find that out.
    private static let largestConfiguration = 65_536

    private let path: String
    private let overlays: [String]
    /// Nil for files of the disk.
    private let reader: SourceReader?

    package init(_ path: String, overlays: [String], reader: SourceReader? = nil) {
        self.path = path
        self.overlays = overlays
        self.reader = reader
    }

    /// The configuration at the path, or one for the document there; nil, with errors reported, where it has errors.
    package func configuration(_ diagnostics: inout Diagnostics) -> Configuration? {
        var configuration = Configuration(spec: path)
        if mayBeConfiguration {
            var reading = Diagnostics(filesFrom: diagnostics.files.count)
            guard let node = (reader ?? SourceReader()).read(path, &reading) else {
                diagnostics.join(reading)
                return nil
            }
            // What is wrong with a document is said when it is read for generation.
            if isConfiguration(node) {
                let read = ConfigurationReader(path: path).read(node, &reading)
                diagnostics.join(reading)
                guard let read, !reading.hasErrors else { return nil }
                configuration = read
            }
        }
        configuration.overlays += overlays
        return configuration
    }

    /// Standard input and pipes can be read once only; they are documents, and so is what a URL names.
    private var mayBeConfiguration: Bool {
        guard path != "-", !PathName.isURL(path) else { return false }
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return true }
        let kind = facts[.type] as? FileAttributeType
        if kind == .typeSymbolicLink { return true }
        return kind == .typeDirectory || kind == .typeRegular && facts[.size] as? Int ?? 0 <= Self.largestConfiguration
    }

    /// A file with the name of a configuration is one without `spec` too, which is an error with its place then.
    private func isConfiguration(_ node: Node) -> Bool {
        guard let mapping = node.mapping, mapping["openapi"] == nil, mapping["swagger"] == nil else { return false }
        return mapping["spec"] != nil || InputSearch.isConfiguration(URL(fileURLWithPath: path).lastPathComponent)
    }
}
