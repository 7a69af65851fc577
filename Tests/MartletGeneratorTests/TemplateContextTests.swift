// Templates/README.md says what every template is rendered with; this holds it against what templates get.

import Foundation
import MartletIR
import MartletMustache
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletConfiguration
@testable import MartletGenerator
@testable import MartletLowering

@Suite struct TemplateContextTests {
    /// `name` to `text`, `flag`, `list of text` …, by template.
    private typealias Contexts = [String: [String: Set<String>]]

    @Test func everyKeyIsDocumentedAndNoOther() throws {
        let documented = try Self.documented()
        let seen = try Self.seen()
        if ProcessInfo.processInfo.environment["MARTLET_PRINT_CONTEXTS"] != nil { Self.print(seen) }
        #expect(Set(documented.keys) == Set(EmbeddedTemplates.texts.keys))
        for (template, keys) in seen {
            let known = documented[template] ?? [:]
            if !Self.shared.contains(template) {
                #expect(keys.keys.filter { known[$0] == nil }.sorted() == [], "undocumented in \(template)")
            }
            for (key, kinds) in keys where known[key] != nil {
                let said = known[key] ?? []
                #expect(kinds.isSubset(of: said), "\(template): \(key) is \(kinds.sorted()), not only \(said.sorted())")
            }
        }
        for (template, keys) in documented {
            let known = seen[template] ?? [:]
            #expect(keys.keys.filter { known[$0] == nil }.sorted() == [], "documented, but never there in \(template)")
        }
    }

    /// The rows of the tables, by the headings above them.
    private static func documented() throws -> Contexts {
        var contexts: Contexts = [:]
        var template = ""
        let same = /The keys of `(?<other>\w+)`\./
        for line in try PackageFiles.text("Templates/README.md").split(separator: "\n") {
            if let match = line.firstMatch(of: same) { contexts[template] = contexts[String(match.output.other)] }
            if line.hasPrefix("### ") {
                template = String(line.dropFirst(4)).filter { $0 != "`" }
                contexts[template] = [:]
            }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 5, cells[1].hasPrefix("`") else { continue }
            contexts[template]?[cells[1].filter { $0 != "`" }] = Set(
                cells[2].components(separatedBy: " or "))
        }
        return contexts
    }

    // MARK: What is there

    /// What all documents of `Specs` are rendered with, and the names of an older client.
    private static func seen() throws -> Contexts {
        let observed = Guarded<Contexts>([:])
        let renderer = try Renderer { template, _, context in
            observed.withLock { contexts in
                note(.object(context), of: template, at: "", in: &contexts[template, default: [:]])
            }
        }
        for name in try PackageFiles.folders(in: "Specs") {
            let api = try #require(Self.api("Specs/\(name)/martlet.yaml"))
            _ = try renderer.render(api, source: name, names: FileNames(namespace: api.namespace, shards: 2))
        }
        let older = try LoweredAPI(
            paths: "/a: {get: {operationId: new, responses: {'200': {description: A., content: {application/json: "
                + "{schema: {$ref: '#/components/schemas/A'}}}}}}}",
            schemas: "A: {type: object, properties: {new: {type: string}}}")
        // So many that reading can't begin on one line.
        let names = (10..<30).map { "property\($0)" }
        let wide = try LoweredAPI(
            paths: "",
            schemas: "W: {type: object, required: [\(names.joined(separator: ", "))], properties: {"
                + names.map { "\($0): {type: string}" }.joined(separator: ", ") + "}}")
        _ = try renderer.render(wide.api, source: "test", names: FileNames(namespace: nil, shards: 1))
        _ = try renderer.render(
            olderNames(older), beside: older.api, source: "test",
            names: FileNames(namespace: nil, shards: 1))
        return observed.withLock { $0 }
    }

    /// Only what stands inside is noted of `list of X` where other templates have tables for it.
    private static func note(
        _ value: MustacheValue, of template: String, at path: String, in keys: inout [String: Set<String>]
    ) {
        guard case .object(let members) = value else { return }
        for (key, member) in members {
            let name = path + key
            let kind = kind(of: member, rendered[key] ?? rendered[template + "." + name])
            if kind != "empty list" { keys[name, default: []].insert(kind) }
            guard !kind.contains("`") else { continue }
            if let items = items(of: member) {
                for item in items { note(item, of: template, at: name + ".", in: &keys) }
            }
            note(member, of: template, at: name + ".", in: &keys)
        }
    }

    private static func kind(of value: MustacheValue, _ template: String?) -> String {
        switch value {
        case .null: "nothing"
        case .bool: "flag"
        case .string, .text: "text"
        case .object: template.map { "`\($0)`" } ?? "object"
        case .list, .made:
            switch items(of: value)?.first {
            case nil: "empty list"
            case .string?, .text?: "list of text"
            default: template.map { "list of `\($0)`" } ?? "list of objects"
            }
        }
    }

    private static func items(of value: MustacheValue) -> [MustacheValue]? {
        switch value {
        case .list(let items): items
        case .made(let list): list.items
        default: nil
        }
    }

    /// Members that another template is rendered with.
    private static let rendered = [
        "nested": "Declaration", "Types.types": "Declaration", "Declaration.structure": "Structure",
        "Declaration.enumeration": "Enumeration", "Declaration.union": "Union", "Declaration.alias": "Alias",
        "Declaration.choice": "Choice", "Declaration.headers": "Headers", "Structure.properties": "Property",
        "Client.operations": "Operation", "ClientStructure.operations": "Operation",
        "Protocol.operations": "Operation", "Operation.pages": "Pages", "Operation.structured": "Structured",
        "Union.rows": "Dispatch", "Union.otherwise": "Dispatch", "Dispatch.rows": "Dispatch",
        "Dispatch.otherwise": "Dispatch",
    ]

    /// Templates that see the keys of whichever includes them; their tables have those that they use.
    private static let shared: Set<String> = ["Documentation", "Header", "Dispatch"]

    /// One of each kind.
    private static func olderNames(_ lowered: LoweredAPI) throws -> CompatibilityNames {
        var names = CompatibilityNames()
        let target = TypeReference.declared(["A"])
        names.types = [.init(path: ["Old"], target: target), .init(path: ["B", "A"], target: target)]
        guard case .structure(let structure) = try lowered.type("A").kind else { return names }
        names.properties = [
            .init(path: ["A"], structure: structure, aliases: [.init(name: "old", property: structure.properties[0])])
        ]
        names.cases = [
            .init(path: ["A"], name: "old", target: "new", payload: nil),
            .init(path: ["A"], name: "old", target: "new", payload: target),
        ]
        names.methods = [.init(operation: try lowered.operation("new"), name: "old", streamName: nil)]
        return names
    }

    private static func api(_ path: String) -> API? {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let file = PackageFiles.path(path)
        guard let node = SourceReader().read(file, &diagnostics),
            let configuration = ConfigurationReader(path: file).read(node, &diagnostics)
        else { return nil }
        return Generator(configuration).lower(&diagnostics, clock: &clock)
    }

    private static func print(_ seen: Contexts) {
        for (template, keys) in seen.sorted(by: { $0.key < $1.key }) {
            Swift.print("### \(template)\n")
            for (key, kinds) in keys.sorted(by: { $0.key < $1.key }) {
                Swift.print("| `\(key)` | \(kinds.sorted().joined(separator: " or ")) | |")
            }
        }
    }
}
