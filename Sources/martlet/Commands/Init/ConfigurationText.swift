// The text of a new configuration: what is set, and what may be, each with a comment.

import Foundation
import MartletCommandLine
import MartletSource

struct ConfigurationText {
    /// Schemas in one shard, on average: few enough that an edit compiles quickly.
    private static let schemasPerShard = 40

    let text: String

    init(_ inspection: PackageInspection, schemas: Int, namespace: String?, isCheckedIn: Bool) {
        let shards = min(max((schemas + Self.schemasPerShard - 1) / Self.schemasPerShard, 1), 64)
        let overlays = inspection.overlays.map { Self.relative($0, to: inspection.target) }
        var lines = [
            "# What martlet generates in this target. Paths are relative to this file. Editors that know YAML check it with what",
            "# 'martlet config schema > martlet.schema.json' writes, where a line says so:",
            "# # yaml-language-server: $schema=martlet.schema.json",
            "spec: \(Self.relative(inspection.spec, to: inspection.target))",
            "",
            "# Where the document comes from, for 'martlet update': a URL, a path, or {git: …, revision: main, path: …}.",
            "# source: https://example.org/openapi.yaml",
            "",
            "# OpenAPI overlays that correct the document, in the order in which they are applied.",
            overlays.isEmpty
                ? "# overlays: [corrections.overlay.yaml]" : "overlays: [\(overlays.joined(separator: ", "))]",
            "",
            "# Only what these reach is generated: tags, operations, paths (/v1/**), schemas.",
            "# include: {tags: []}",
            "",
            "# The enum that everything is nested in, which several documents in one target need.",
            namespace.map { "namespace: \($0)" } ?? "# namespace: API",
            "",
            "# Types are spread over so many files, by their names; the document has \(CountedNoun.text(schemas, "schema")).",
            "shards: \(shards)",
        ]
        if isCheckedIn {
            lines += [
                "", "# The folder that 'swift package martlet generate' writes to, for this document alone.",
                "output: Generated" + (namespace.map { "/" + $0 } ?? ""),
            ]
        }
        text = lines.map { $0 + "\n" }.joined()
    }

    /// `path` from the folder `base`, both from the same place; quoted where YAML needs that.
    static func relative(_ path: String, to base: String) -> String {
        if path.hasPrefix("/") != base.hasPrefix("/") { return quoted(path) }
        var steps = path.split(separator: "/").filter { $0 != "." }
        var around = base.split(separator: "/").filter { $0 != "." }
        while let first = around.first, first == steps.first {
            around.removeFirst()
            steps.removeFirst()
        }
        return quoted((around.map { _ in "..".prefix(2) } + steps).joined(separator: "/"))
    }

    private static func quoted(_ path: String) -> String {
        let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
        return isPlain ? path : "'" + path.replacing("'", with: "''") + "'"
    }
}
