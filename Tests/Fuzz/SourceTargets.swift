// Documents, from bytes to a client: whatever they hold, they are read or refused, and what is read can be written.

import MartletConfiguration
import MartletEditing
import MartletGenerator
import MartletOpenAPI
import MartletSource

/// Reads one text from memory; there are no other files.
private func reader(_ bytes: [UInt8]) -> SourceReader {
    SourceReader(
        access: FileAccess { path throws(FileFault) in
            if path != "in.yaml" { throw FileFault("no such file; check the path") }
            return bytes
        })
}

private func tree(_ bytes: [UInt8]) -> Node? {
    var diagnostics = Diagnostics()
    let node = reader(bytes).read("in.yaml", &diagnostics)
    require(node != nil || diagnostics.hasErrors, "refused without a word")
    return node
}

/// A tree that is written as YAML or as JSON reads back as the same tree.
func fuzzYAML(_ bytes: [UInt8]) {
    guard let node = tree(bytes) else { return }
    let json = node.jsonText
    require(tree(Array(json.utf8))?.jsonText == json, "another tree from its JSON")
    require(tree(Array(node.yamlText.utf8))?.jsonText == json, "another tree from its YAML")
}

/// The first line is a query, the rest a document.
func fuzzJSONPath(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let query = String(decoding: parts.first ?? [], as: UTF8.self)
    guard let path = try? JSONPath(query) else { return }
    let fallback = Array(#"{"a": [1, "b", null, {"c": {"a": 2.5}}], "": {"é": []}, "d": "x"}"#.utf8)
    guard let node = tree(parts.count > 1 ? Array(parts[1]) : fallback) else { return }
    _ = try? path.places(in: node)
}

/// A document becomes files, or is refused with an error; the same twice.
func fuzzDocument(_ bytes: [UInt8]) {
    func run() -> (files: [String]?, hasErrors: Bool) {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let generator = Generator(Configuration(spec: "in.yaml"), reader: reader(bytes))
        let files = generator.generate(&diagnostics, clock: &clock)
        return (files.map { $0.map { "\($0)" } }, diagnostics.hasErrors)
    }
    let first = run()
    require((first.files == nil) == first.hasErrors, "neither files nor an error, or both")
    require(first.files == run().files, "two runs differ")
}
