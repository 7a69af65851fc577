// What a configuration may say of a namespace, templates and files, and where its faults are reported.

import MartletIR
import MartletSource
import Testing

@testable import MartletConfiguration
@testable import MartletGenerator

@Suite struct ConfigurationTests {
    @Test func namespaceAndTemplates() throws {
        let (configuration, said) = read("spec: openapi.yaml\nnamespace: OpenAI\ntemplates: Mine\nshards: 12")
        #expect(said == [])
        #expect(configuration?.namespace == "OpenAI")
        #expect(configuration?.templates == "Mine")
        let names = FileNames(namespace: configuration?.namespace, shards: configuration?.shards ?? 0)
        #expect(names.client == "OpenAI+Client.swift")
        #expect(names.events == "OpenAI+Events.swift")
        #expect(names.types.first == "OpenAI+Types00.swift")
        #expect(names.types.last == "OpenAI+Types11.swift")
    }

    @Test func namesOfFilesWithoutANamespace() {
        #expect(FileNames(namespace: nil, shards: 1).types == ["Types.swift"])
        #expect(FileNames(namespace: nil, shards: 2).types == ["Types0.swift", "Types1.swift"])
        #expect(FileNames(namespace: nil, shards: 11).types[9...] == ["Types09.swift", "Types10.swift"])
    }

    @Test(arguments: [
        ("openAI", "must begin with a capital letter and have only letters, digits and '_', such as OpenAI"),
        ("Open-AI", "must begin with a capital letter and have only letters, digits and '_', such as OpenAI"),
        ("A{}; import Evil", "must begin with a capital letter and have only letters, digits and '_', such as OpenAI"),
        ("Foundation", "can't be 'Foundation', which is taken: a module that clients import; choose another name"),
        ("String", "can't be 'String', which would hide a type that generated code uses; choose another name"),
        ("JSONValue", "can't be 'JSONValue', which would hide a type that generated code uses; choose another name"),
    ])
    func namesThatAreNoNamespace(_ name: String, _ fault: String) {
        let (_, said) = read("spec: openapi.yaml\nnamespace: '\(name)'")
        #expect(said == ["martlet.yaml:2:12: error: 'namespace' \(fault) [bad-configuration]"])
    }

    @Test(arguments: [
        ("spec: ''", "1:7: error: the configuration names no document; add 'spec: openapi.yaml'"),
        ("spec: []", "1:7: error: 'spec' must be a string"),
        ("spec: a.yaml\noutput: ''", "2:9: error: 'output' must be a path, and this is empty"),
        ("spec: a.yaml\ntemplates: ''", "2:12: error: 'templates' must be a path, and this is empty"),
        ("spec: a.yaml\nchangelog: ''", "2:12: error: 'changelog' must be a path, and this is empty"),
        ("spec: a.yaml\noverlays: ''", "2:11: error: 'overlays' must be a list of paths, and this is empty"),
        ("spec: a.yaml\noverlays: [b, '']", "2:15: error: 'overlays' must be a list of paths, and this is empty"),
        (
            "spec: a.yaml\nsource: {git: up, path: x}",
            "2:9: error: 'source' has no 'revision'; write a mapping such as "
                + "{git: https://example.org/api.git, revision: main, path: openapi.yaml}"
        ),
        (
            "spec: a.yaml\nsource: {revision: ''}",
            "2:9: error: 'source' has no 'revision' and no 'path'; write a mapping such as "
                + "{git: https://example.org/api.git, revision: main, path: openapi.yaml}"
        ),
        (
            "spec: a.yaml\nidempotencyHeader: a b",
            "2:20: error: 'idempotencyHeader' must be the name of a header field, such as Idempotency-Key"
        ),
    ])
    func valuesThatAreNone(_ text: String, _ fault: String) {
        let (_, said) = read(text)
        #expect(said == ["martlet.yaml:\(fault) [bad-configuration]"])
    }

    /// A file that isn't there is a fault of the line that names it.
    @Test func missingFilesAreFaultsOfTheirPlaces() {
        let text = "spec: here.yaml\noverlays:\n  - gone.overlay.yaml\ntemplates: Nowhere"
        var diagnostics = Diagnostics()
        guard let configuration = configuration(text, &diagnostics) else {
            Issue.record("not read: \(diagnostics.rendered())")
            return
        }
        let reader = SourceReader(
            access: FileAccess { path throws(FileFault) in
                if path == "here.yaml" { return Array("openapi: 3.1.0\ninfo: {title: T, version: '1'}".utf8) }
                throw FileFault("no such file; check the path")
            })
        let generator = Generator(configuration, reader: reader)
        _ = generator.tree(&diagnostics)
        var clock = StageClock()
        #expect(generator.generate(&diagnostics, clock: &clock) == nil)
        #expect(
            diagnostics.rendered(atLeast: .error) == [
                "martlet.yaml:3:5: error: gone.overlay.yaml: no such file; check the path [unreadable-file]",
                "martlet.yaml:4:12: error: the folder of templates Nowhere can't be read; fix its path, or make the "
                    + "folder [template]",
            ])
    }

    /// One path may be named by several keys.
    @Test func faultsStandAtTheKeyThatIsMeant() {
        var diagnostics = Diagnostics()
        let configuration = configuration("spec: api.yaml\ntemplates: api.yaml", &diagnostics)
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array("openapi: 3.1.0".utf8) })
        var clock = StageClock()
        #expect(
            configuration.map { Generator($0, reader: reader).generate(&diagnostics, clock: &clock) == nil } == true)
        #expect(
            diagnostics.rendered(atLeast: .error) == [
                "martlet.yaml:2:12: error: the folder of templates api.yaml can't be read; fix its path, or make the "
                    + "folder [template]"
            ])
    }

    private func read(_ text: String) -> (Configuration?, [String]) {
        var diagnostics = Diagnostics()
        let configuration = configuration(text, &diagnostics)
        return (configuration, diagnostics.rendered())
    }

    private func configuration(_ text: String, _ diagnostics: inout Diagnostics) -> Configuration? {
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        return reader.read("martlet.yaml", &diagnostics).flatMap {
            ConfigurationReader(path: "martlet.yaml").read($0, &diagnostics)
        }
    }
}
