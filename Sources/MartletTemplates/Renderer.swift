// The intermediate model to Swift files, by the templates.
package import MartletIR
package import MartletMustache

/// A file of generated code, and its name in the output folder.
package struct GeneratedFile: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

package struct Renderer: Sendable {
    private let library: MustacheLibrary

    /// - Parameter templates: names without `.mustache`, and texts.
    package init(templates: [String: String] = EmbeddedTemplates.texts) throws(MustacheError) {
        library = try MustacheLibrary(templates)
    }

    /// `Client.swift`, `Events.swift`, and `Types.swift` or as many shards of it; `source` is what the header names.
    package func render(_ api: API, source: String, shards: Int) throws(MustacheError) -> [GeneratedFile] {
        let spelling = TypeSpelling(api)
        let header: [String: MustacheValue] = [
            "toolVersion": .string(MartletVersion.current), "source": .string(SwiftText.plain(source)),
        ]
        let client = ClientContext(spelling: spelling, documentation: clientDocumentation(api)).values(api.client)
        var files = [
            GeneratedFile(
                name: "Client.swift", text: try library.render("Client", .object(header.merging(client) { $1 })))
        ]
        var groups = [(name: "Events.swift", types: api.types.filter(\.isEvents))]
        groups += self.groups(api.types.filter { !$0.isEvents }, shards: shards)
        for group in groups {
            var context = header
            context["importsRuntime"] = .bool(group.types.contains(where: \.usesRuntime))
            let declarations = DeclarationContext(spelling: spelling)
            context["types"] = .list(group.types.map(declarations.value))
            files.append(GeneratedFile(name: group.name, text: try library.render("Types", .object(context))))
        }
        return files
    }

    private func clientDocumentation(_ api: API) -> Documentation {
        api.documentation.lines.isEmpty ? Documentation(["\(api.title), version \(api.version)."]) : api.documentation
    }

    /// A type's shard depends on its name alone, so that no other type's coming or going moves it.
    private func groups(_ types: [TypeDeclaration], shards: Int) -> [(name: String, types: [TypeDeclaration])] {
        if shards == 1 { return [("Types.swift", types)] }
        let width = String(shards - 1).count
        return (0..<shards).map { shard in
            let number = String(shard)
            let name = "Types" + String(repeating: "0", count: width - number.count) + number + ".swift"
            return (name, types.filter { Self.hash($0.name) % UInt64(shards) == UInt64(shard) })
        }
    }

    /// FNV-1a, 64 bits: the same in every run and on every machine, as `Hasher` is not.
    private static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension TypeDeclaration {
    /// Whether its declaration names the runtime: a public import that nothing needs is a warning.
    fileprivate var usesRuntime: Bool {
        if case .alias(let target) = kind { target.usesRuntime } else { true }
    }

    fileprivate var isEvents: Bool {
        if case .union(let union) = kind { union.events != nil } else { false }
    }
}

extension TypeReference {
    fileprivate var usesRuntime: Bool {
        switch self {
        case .builtin(let builtin): builtin.module == "MartletRuntime"
        case .declared: false
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.usesRuntime
        }
    }
}
