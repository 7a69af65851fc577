// What the build plugin says of a configuration before martlet runs is what martlet does: the files that it makes, and the
// files that it reads. The plugin's own sources are linked into these tests, since a plugin can't be imported.
import Foundation
import MartletGenerator
import MartletSource
import MartletTemplates
import Testing

@Suite struct PluginInputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: [
        "spec: openapi.yaml\n",
        "# A comment.\nspec: \"openapi.yaml\" # another\nshards: 12\nnamespace: OpenAI\n",
        "namespace: 'OpenAI'\r\nspec: ../specs/openapi.yaml\r\nshards: 1\r\n",
        "\u{FEFF}spec: my specs/a, b.yaml\noverlays: [one.yaml, 'two.yaml']\n",
        "overlays:\n- one.yaml\n- \"two.yaml\" # why\nspec: openapi.yaml\ninclude:\n  tags: [spec, shards]\n  shards: 3\n",
        "overlays:\n  - one.yaml\n\n  - two.yaml\ntemplates: ../Templates\nspec: a.json\n",
        "overlays: [\n  one.yaml,\n  two.yaml,\n]\nspec: a.json\nshards: 256\n",
        "overlays: one.yaml\nspec: a.json\n",
        "spec: it's.yaml # it's ours\noverlays: [a.yaml, \"b, c.yaml\", 'd''s.yaml']\n",
        "spec: 'it''s.yaml'\noverlays:\n  - \"#1.yaml\"\n  - a#2.yaml # two\n",
    ])
    func configurationIsReadAsMartletReadsIt(_ text: String) throws {
        try folder.write("App/martlet.yaml", text)
        let path = folder.location("App/martlet.yaml")
        let file = try #require(ConfigurationFile(URL(fileURLWithPath: path)))
        var diagnostics = Diagnostics()
        let node = SourceReader().read(path, &diagnostics)
        let read = node.flatMap { ConfigurationReader(path: path).read($0, &diagnostics) }
        let configuration = try #require(read, "\(diagnostics.rendered())")
        #expect(file.spec.path == configuration.spec)
        #expect(file.overlays.map(\.path) == configuration.overlays)
        #expect(file.templates?.path == configuration.templates)
        #expect(file.namespace == configuration.namespace)
        let names = FileNames(namespace: file.namespace, shards: file.shards)
        #expect(file.outputNames == [names.client, names.events] + names.types)
        if text.contains("shards: 1") { #expect(file.shards == configuration.shards) }
    }

    @Test func noDocumentIsNoConfiguration() throws {
        try folder.write("martlet.yaml", "{spec: openapi.yaml}\n")
        #expect(ConfigurationFile(URL(fileURLWithPath: folder.location("martlet.yaml"))) == nil)
    }

    @Test func packagesInsideHaveTheirOwnConfigurations() throws {
        for name in [
            "martlet.yaml", "One/a.martlet.yml", "Two/Three/martlet.yaml", "Inner/martlet.yaml", ".git/martlet.yaml",
        ] {
            try folder.write(name, "spec: a.yaml")
        }
        try folder.write("Inner/Package.swift", "")
        let found = ConfigurationFile.all(in: URL(fileURLWithPath: folder.path))
        #expect(
            found.map { String($0.path.dropFirst(folder.path.count + 1)) } == [
                "One/a.martlet.yml", "Two/Three/martlet.yaml", "martlet.yaml",
            ])
    }

    /// What is missing is left to martlet, which says where it is named.
    @Test func missingFilesAreNoInputs() throws {
        try folder.write("martlet.yaml", "spec: gone.yaml\noverlays: [lost.yaml]\noutput: API\n")
        let file = try #require(ConfigurationFile(URL(fileURLWithPath: folder.location("martlet.yaml"))))
        #expect(InputFiles(of: file).all.map(\.lastPathComponent) == ["martlet.yaml"])
        #expect(file.hasOutput)
    }

    @Test(arguments: [
        ("$ref: other.yaml", ["other.yaml"]),
        ("{$ref: other.yaml#/a}", ["other.yaml"]),
        ("\"$ref\": \"folder/other.json#/a/b\"", ["folder/other.json"]),
        ("'$ref' : 'my other.yaml'", ["my other.yaml"]),
        ("$ref:\n    schemas/Pet", ["schemas/Pet"]),
        ("$ref: paths/pets_{id}.yaml", ["paths/pets_{id}.yaml"]),
        ("[{$ref: pets_{id}.yaml}, {$ref: \"other}.yaml\"}]", ["other}.yaml", "pets_{id}.yaml"]),
        ("$ref: my%20file.yaml", ["my file.yaml"]),
        ("{\"$ref\":\"paths\\/t.json\"}", ["paths/t.json"]),
        ("{\"$ref\":\"a\"},{\"$ref\":\"#/b\"}", ["a"]),
        ("mapping: {cat: cat.yaml, dog: \"dog.yml#/Dog\"}", ["cat.yaml", "dog.yml"]),
        ("externalValue: ./big.json", ["./big.json"]),
        ("- part.yaml", ["part.yaml"]),
        ("$ref: '#/components/schemas/A'", []),
        ("$ref: https://example.org/a.yaml", []),
        ("description: as said in other.yaml and elsewhere", []),
        ("$ref", []),
    ])
    func references(_ text: String, _ names: [String]) throws {
        try folder.write("in.yaml", text)
        #expect(InputFiles.references(in: URL(fileURLWithPath: folder.location("in.yaml"))).sorted() == names)
    }

    @Test func inputsAreThoseOfTheRun() throws {
        try folder.write("Specs/openapi.yaml", "a: {$ref: parts/a.yaml}\nb: {$ref: 'gone.yaml'}")
        try folder.write("Specs/parts/a.yaml", "$ref: ../b.json")
        try folder.write("Specs/b.json", "{\"$ref\": \"openapi.yaml#/a\"}")
        try folder.write("Specs/unrelated.yaml", "$ref: b.json")
        try folder.write("App/fix.yaml", "update: {$ref: added.yaml}")
        try folder.write("Specs/added.yaml", "type: string")
        try folder.write("Mine/Structure.mustache", "")
        try folder.write("Mine/README.md", "")
        try folder.write("App/martlet.lock", "documents: {}")
        try folder.write(
            "App/martlet.yaml", "spec: ../Specs/openapi.yaml\noverlays: [fix.yaml]\ntemplates: ../Mine\n")
        let file = try #require(ConfigurationFile(URL(fileURLWithPath: folder.location("App/martlet.yaml"))))
        let names = InputFiles(of: file).all.map { String($0.path.dropFirst(folder.path.count + 1)) }
        #expect(
            names == [
                "App/fix.yaml", "App/martlet.lock", "App/martlet.yaml", "Mine/Structure.mustache", "Specs/added.yaml",
                "Specs/b.json", "Specs/openapi.yaml", "Specs/parts/a.yaml",
            ])
    }

    /// Documents of many files, as they are published: no file is read that isn't an input.
    @Test(.enabled(if: PublishedTree.isHere, "there are no published documents beside the project"))
    func treesAreReadWhole() throws {
        for tree in PublishedTree.all {
            try folder.write("martlet.yaml", "spec: \(tree.path)\n")
            let file = try #require(ConfigurationFile(URL(fileURLWithPath: folder.location("martlet.yaml"))))
            let inputs = Set(InputFiles(of: file).all.map(\.path))
            let read = try tree.filesRead()
            #expect(read.count > 1)
            #expect(read.subtracting(inputs).sorted() == [], "\(tree.path)")
        }
    }
}

/// A published document that refers to other files.
private struct PublishedTree {
    let path: String

    private static let folder: String =
        ProcessInfo.processInfo.environment["MARTLET_SHARED"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared").path

    static let isHere = FileManager.default.fileExists(atPath: folder + "/specs/INDEX.tsv")

    /// The rows of the index that count references to other files.
    static var all: [PublishedTree] {
        let index = FileManager.default.contents(atPath: folder + "/specs/INDEX.tsv").map {
            String(decoding: $0, as: UTF8.self)
        }
        let rows = (index ?? "").split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        guard let column = rows.first?.firstIndex(of: "external_refs") else { return [] }
        return rows.dropFirst().compactMap { row in
            guard row.count > column, Int(row[column]) ?? 0 > 0 else { return nil }
            return PublishedTree(path: folder + "/specs/" + row[1])
        }
    }

    /// The files of the disk that a run opens.
    func filesRead() throws -> Set<String> {
        let record = Record()
        let reader = SourceReader(
            access: FileAccess { path throws(FileFault) in
                record.add(path)
                return try FileAccess.disk.read(path)
            })
        var diagnostics = Diagnostics()
        var clock = StageClock()
        _ = Generator(Configuration(spec: path), reader: reader).load(&diagnostics, clock: &clock)
        let existing = record.paths.filter { FileManager.default.fileExists(atPath: $0) }
        return Set(existing.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    }

    private final class Record: @unchecked Sendable {
        private let lock = NSLock()
        private var all: Set<String> = []

        var paths: Set<String> { lock.withLock { all } }

        func add(_ path: String) { lock.withLock { _ = all.insert(path) } }
    }
}
