// The schema of martlet.yaml for editors says what the reader says.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletConfiguration

@Suite struct ConfigurationSchemaTests {
    /// `RECORD=1` writes the file anew.
    @Test func theFileIsWhatTheKeysSay() throws {
        let path = PackageFiles.path("Schemas/martlet.schema.json")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(ConfigurationSchema().text.utf8).write(to: URL(fileURLWithPath: path))
        }
        #expect(try PackageFiles.text("Schemas/martlet.schema.json") == ConfigurationSchema().text)
    }

    @Test(arguments: good)
    func bothAccept(_ text: String) throws {
        let (read, faults) = try judged(text)
        #expect(read == [])
        #expect(faults == [])
    }

    @Test(arguments: bad)
    func bothReject(_ text: String) throws {
        let (read, faults) = try judged(text)
        #expect(!read.isEmpty)
        #expect(!faults.isEmpty)
    }

    /// Each key is in an accepted text, so that no key is only in one of the two.
    @Test func everyKeyIsTried() {
        func names(_ keys: [ConfigurationKey]) -> [String] {
            keys.flatMap { [$0.name] + below($0.value) }
        }
        func below(_ value: ConfigurationKey.Value) -> [String] {
            switch value {
            case .keys(let keys): names(keys)
            case .named(let inner), .list(let inner): below(inner)
            case .either(let one, let other): below(one) + below(other)
            case .text, .path, .address, .flag, .number, .choice, .off, .pattern: []
            }
        }
        let text = Self.good.joined(separator: "\n")
        #expect(names(ConfigurationKeys.all).filter { !text.contains("\($0):") } == [])
    }

    @Test func everyConfigurationOfThePackageFits() throws {
        for name in try PackageFiles.folders(in: "Specs") {
            let text = try PackageFiles.text("Specs/\(name)/martlet.yaml")
            let (read, faults) = try judged(text)
            #expect(read == [])
            #expect(faults == [], "\(name)")
        }
    }

    /// What counts in the end has every key, in their order.
    @Test func settingsAreThoseOfTheKeys() {
        var names: [String] = []
        for setting in Configuration(spec: "a.yaml").settings where names.last != setting.key[0] {
            names.append(setting.key[0])
        }
        #expect(names == ConfigurationKeys.all.map(\.name))
    }

    @Test func whatIsUsualIsWhatCounts() {
        let settings = Configuration(spec: "a.yaml").settings
        for key in ConfigurationKeys.all where key.name != "spec" {
            let setting = settings.first { $0.key == [key.name] }
            #expect(setting?.values == (key.usual.map { [$0] } ?? []), "\(key.name)")
        }
    }

    @Test func mistypedKeysHaveAHint() throws {
        #expect(
            try judged("spec: a.yaml\nnamspace: A").read[0].hasPrefix(
                "martlet.yaml:2:1: error: 'namspace' isn't a key here; did you mean 'namespace'? Known keys are spec, "
                    + "source, "
            ))
        #expect(
            try judged("spec: a.yaml\ninclude: {zebra: 1}").read == [
                "martlet.yaml:2:11: error: 'zebra' isn't a key here; known keys are tags, operations, paths, schemas "
                    + "[unknown-configuration-key]"
            ])
    }

    private func judged(_ text: String) throws -> (read: [String], faults: [String]) {
        var diagnostics = Diagnostics()
        let node = try #require(self.node(text, "martlet.yaml", &diagnostics))
        _ = ConfigurationReader(path: "martlet.yaml").read(node, &diagnostics)
        let schema = try #require(self.node(ConfigurationSchema().text, "schema.json", &diagnostics))
        var check = SchemaCheck(schema)
        return (diagnostics.rendered(), check.faults(in: node))
    }

    private func node(_ text: String, _ name: String, _ diagnostics: inout Diagnostics) -> Node? {
        SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) }).read(name, &diagnostics)
    }

    static let good = [
        "spec: openapi.yaml",
        """
        spec: openapi.yaml
        source: https://example.org/openapi.yaml
        changelog: CHANGES.md
        overlays: [a.overlay.yaml, b.overlay.yaml]
        output: ../API
        namespace: OpenAI
        include: {tags: [A], operations: [b], paths: [/c/**], schemas: [D]}
        exclude: {tags: A}
        unknownMembers: keep
        explicitNull: true
        formats: {unixtime: date, email: plain}
        shards: 8
        templates: Templates
        strict: true
        environment: {server: URL, credentials: {bearerAuth: KEY}}
        idempotencyHeader: Idempotency-Key
        pagination:
          a: {style: cursor, parameter: after, items: data, next: meta.next, more: has_more}
          b: {style: page, total: total, pages: total_pages, first: 0}
          c: none
          d: false
        """,
        "spec: a.yaml\nsource: {git: 'https://example.org/a.git', revision: main, path: a.yaml}\noverlays: one.yaml",
    ]

    static let bad = [
        "overlays: [a.yaml]", "- spec", "spec: [a.yaml]", "spec: a.yaml\nsource: {revision: main}",
        "spec: a.yaml\nsource: [a]", "spec: a.yaml\nshards: 0", "spec: a.yaml\nshards: 257",
        "spec: a.yaml\nshards: many", "spec: a.yaml\nshards: 1.5", "spec: a.yaml\nstrict: please",
        "spec: a.yaml\nexplicitNull: 'true'", "spec: a.yaml\nunknownMembers: lose",
        "spec: a.yaml\nnamespace: open-ai", "spec: a.yaml\ninclude: [A]", "spec: a.yaml\ninclude: {tag: A}",
        "spec: a.yaml\nexclude: {tags: {A: B}}", "spec: a.yaml\nformats: {unixtime: time}",
        "spec: a.yaml\nformats: date", "spec: a.yaml\nenvironment: URL", "spec: a.yaml\nenvironment: {url: URL}",
        "spec: a.yaml\nenvironment: {credentials: KEY}", "spec: a.yaml\nenvironment: {credentials: {a: [KEY]}}",
        "spec: a.yaml\npagination: cursor", "spec: a.yaml\npagination: {a: cursor}",
        "spec: a.yaml\npagination: {a: {parameter: after}}", "spec: a.yaml\npagination: {a: {style: scroll}}",
        "spec: a.yaml\npagination: {a: {style: page, first: one}}", "spec: a.yaml\npagination: {a: true}",
        "spec: a.yaml\noverlay: b.yaml",
    ]
}
