// What the build plugin says of a configuration before martlet runs is what martlet does: the files that it makes, and the
// files that it reads. The plugin's own sources are linked into these tests, since a plugin can't be imported.

import Foundation
import MartletConfiguration
import MartletGenerator
import MartletIR
import MartletSource
import MartletTestSupport
import Testing

@Suite struct PluginInputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let configurations = [
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
        "{spec: openapi.yaml}\n",
        "{\n  \"spec\": \"a\\/b.json\",\n\"overlays\": [\n\"one.yaml\", \"\\u0074wo.yaml\"],\n\"include\": {\"tags\": [\"a\"]}\n}",
        "%YAML 1.2\n--- # the client\nspec: openapi.yaml\nnamespace: One\n...\n",
        "spec: >-\n  openapi.yaml\nnamespace: |-\n  One\ntemplates: Mine\n",
        "spec: # the document\n\n  # of theirs\n  openapi.yaml\nnamespace:\n  One\n",
        "spec: !!str openapi.yaml\nnamespace: !!str &name 'One'\noverlays: !!seq\n- !!str one.yaml\n-\n  two.yaml\n",
        "spec: my\n  long\n  name.yaml\noverlays:\n  - \"one\n    two.yaml\"\n  - 'three\n    four.yaml'\n",
        "'spec' : openapi.yaml\n\"overlays\":\n  [one.yaml,\n   two.yaml]\nshards : 12\n",
        "spec: a:b.yaml\noverlays: [c:d.yaml, e f.yaml]\ninclude: {tags: [a, b], paths: [\"/x\"]}\nnamespace: One\n",
        "types:\n  Pet:\n    name: spec\n# spec: no.yaml\nspec: openapi.yaml\n",
    ]

    @Test(arguments: configurations)
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

    @Test(arguments: [
        "", "\n", "namespace: One", "spec:", "spec:\nnamespace: One\n", "- spec: a", "{", "{spec", "{]}", "[}", "\"",
    ])
    func noDocumentIsNoConfiguration(_ text: String) throws {
        try folder.write("martlet.yaml", text)
        #expect(ConfigurationFile(URL(fileURLWithPath: folder.location("martlet.yaml"))) == nil)
    }

    @Test(arguments: [("0", 1), ("1", 1), ("256", 256), ("257", 256), ("many", 8)])
    func shardsAreThoseThatMartletTakes(_ text: String, _ shards: Int) throws {
        try folder.write("martlet.yaml", "spec: a.yaml\nshards: \(text)\n")
        let file = try #require(ConfigurationFile(folder.url("martlet.yaml")))
        #expect(file.shards == shards)
        #expect(FileNames.shards == 1...256)
    }

    @Test func eachConfigurationHasAFolder() throws {
        let folders = try ["", "namespace: Generated", "namespace: OpenAI"].map { line in
            try folder.write("martlet.yaml", "spec: a.yaml\n\(line)\n")
            return try #require(ConfigurationFile(folder.url("martlet.yaml"))).outputFolder
        }
        #expect(folders == ["Generated", "Generated-Generated", "Generated-OpenAI"])
    }

    @Test(arguments: ConfigurationNames.rows) func names(_ name: String, _ isConfiguration: Bool) {
        #expect(ConfigurationFile.isName(name) == isConfiguration)
    }

    /// While a file is being written, say.
    @Test func textsThatAreCutOffAreRead() throws {
        for text in Self.configurations {
            let bytes = Array(text.utf8)
            for end in bytes.indices {
                let members = bytes[..<end].withUnsafeBytes { MappingScanner($0).members }
                #expect(members.keys.filter { !$0.isEmpty && !text.contains($0) } == [])
                var references = bytes[..<end]
                references.insert(contentsOf: "{$ref: ".utf8, at: end / 2)
                references.withUnsafeBytes { _ = References.names(in: $0) }
            }
        }
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

    /// Each with the files that are found where all of them are.
    @Test(arguments: [
        ("$ref: other.yaml", ["other.yaml"]),
        ("{$ref: other.yaml#/a}", ["other.yaml"]),
        ("{$ref: other.yaml, x: 1}", ["other.yaml"]),
        ("\"$ref\": \"folder/other.json#/a/b\"", ["folder/other.json"]),
        ("'$ref' : 'my other.yaml'", ["my other.yaml"]),
        ("$ref:\n    schemas/Pet", ["schemas/Pet"]),
        ("a:\n  $ref:\n    # as they have it\n    schemas/Pet # a pet\n  b: 1", ["schemas/Pet"]),
        ("$ref: >-\n  schemas/Pet\nb: 1", ["schemas/Pet"]),
        ("- $ref: |2-\n\n    schemas/Pet\n  b: 1", ["schemas/Pet"]),
        ("$ref: !!str &pet schemas/Pet", ["schemas/Pet"]),
        ("? $ref\n: schemas/Pet", ["schemas/Pet"]),
        ("$ref: 'it''s'", ["it's"]),
        ("$ref: \"schemas\\u002fPet\"", ["schemas/Pet"]),
        ("{\"$ref\"\n:\n\"schemas/Pet\"}", ["schemas/Pet"]),
        ("$ref: my\n  other.yaml", ["my other.yaml", "other.yaml"]),
        ("$ref: \"schemas/\\\n  Pet\"", ["schemas/Pet"]),
        ("$ref: paths/pets_{id}.yaml", ["paths/pets_{id}.yaml"]),
        ("[{$ref: \"other}.yaml\"}]", ["other}.yaml"]),
        ("$ref: my%20file.yaml", ["my file.yaml"]),
        ("{\"$ref\":\"paths\\/t.json\"}", ["paths/t.json"]),
        ("{\"$ref\":\"a\"},{\"$ref\":\"#/b\"}", ["a"]),
        ("mapping: {cat: cat.yaml, dog: \"dog.yml#/Dog\"}", ["cat.yaml", "dog.yml"]),
        ("{\"mapping\":{\"cat\":\"my cat.yaml\"}}", ["my cat.yaml"]),
        ("mapping:\n  cat: my cat.yaml # ours\n  dog: >-\n    dog.yml", ["dog.yml", "my cat.yaml"]),
        ("mapping:\n  cat: !!str 'cat.yaml'", ["cat.yaml"]),
        ("externalValue: ./big.json", ["big.json"]),
        ("a: &name other.yaml\nb: {$ref: *name}", ["other.yaml"]),
        ("- part.yaml", ["part.yaml"]),
        ("-\n  part.yaml", ["part.yaml"]),
        ("$ref: '#/components/schemas/A'", []),
        ("$ref: #/components/schemas/A\na: 1", []),
        ("$ref: https://example.org/part.yaml", []),
        ("description: as said in other.yaml and elsewhere", []),
        ("description: |\n  As said\n  in other.yaml", []),
        ("$ref", []),
        ("$ref:", []),
        ("$ref: \"", []),
        ("$ref: |", []),
        ("$ref: \"\\", []),
    ])
    func references(_ text: String, _ names: [String]) throws {
        let others = [
            "a", "big.json", "cat.yaml", "dog.yml", "folder/other.json", "it's", "my cat.yaml", "my file.yaml",
            "my other.yaml", "other.yaml", "other}.yaml", "part.yaml", "paths/pets_{id}.yaml", "paths/t.json",
            "schemas/Pet",
        ]
        for name in others { try folder.write("Specs/" + name, "") }
        try folder.write("Specs/openapi", text)
        try folder.write("martlet.yaml", "spec: Specs/openapi")
        let file = try #require(ConfigurationFile(URL(fileURLWithPath: folder.location("martlet.yaml"))))
        let found = InputFiles(of: file).all.map { String($0.path.dropFirst(folder.path.count + 1)) }
        #expect(found == (["Specs/openapi"] + names.map { "Specs/" + $0 }).sorted() + ["martlet.yaml"])
    }

    /// Documents may be one line, with thousands of paths that end as files do.
    @Test(.timeLimit(.minutes(1))) func oneLineOfMegabytes() {
        let paths = (0..<10_000).map { "\"/2010/Accounts/{Sid}/Calls\($0).json\":{\"get\":{\"tags\":[\"a\"]}}" }
        let text = "{\"paths\":{\(paths.joined(separator: ","))},\"a\":{\"$ref\":\"schemas/Pet.json#/a\"}}"
        let names = Array(text.utf8).withUnsafeBytes { References.names(in: $0) }
        #expect(names.contains("schemas/Pet.json"))
        #expect(names.allSatisfy { $0.utf8.count < 512 })
    }

    /// As some editors save it.
    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func referencesInUTF16(_ encoding: String.Encoding) throws {
        let text = try #require("\u{FEFF}a: {$ref: schemas/Pet}".data(using: encoding))
        let path = folder.location("in.yaml")
        try text.write(to: URL(fileURLWithPath: path))
        #expect(References(in: URL(fileURLWithPath: path)).names == ["schemas/Pet}", "schemas/Pet"])
    }

    @Test func inputsAreThoseOfTheRun() throws {
        try folder.write("Specs/openapi.yaml", "a: {$ref: parts/a.yaml}\nb: {$ref: 'gone.yaml'}")
        try folder.write("Specs/parts/a.yaml", "$ref: ../b.json")
        try folder.write("Specs/b.json", "{\"$ref\": \"openapi.yaml#/a\"}")
        try folder.write("Specs/unrelated.yaml", "$ref: b.json")
        try folder.write("App/fix.yaml", "update: {$ref: added.yaml}")
        try folder.write("Specs/added.yaml", "type: string")
        try folder.write("Mine/Structure.mustache", "")
        // Editors and systems leave hidden files, which martlet passes over too.
        try folder.write("Mine/.Union.mustache", "")
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

    private static let folder = SharedMaterial.root.path

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
