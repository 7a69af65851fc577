// The intermediate model to Swift files, by the templates.

package import MartletConfiguration
package import MartletIR
package import MartletMustache
import MartletSource

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
    private let mostBytes: Int
    private let isGuarded: Bool
    private let observer: (@Sendable (String, String?, [String: MustacheValue]) -> Void)?

    /// Templates of a user's own are rendered so that values fit where they land: those of the tool are known to put
    /// everything in its place.
    ///
    /// - Parameters:
    ///   - templates: names without `.mustache`, and texts.
    ///   - mostBytes: files that are larger, all together, are an error.
    ///   - observer: is told each template that is rendered, the one that includes it, and the keys that it sees first.
    package init(
        templates: [String: String] = EmbeddedTemplates.texts, mostBytes: Int = .max, isGuarded: Bool? = nil,
        observer: (@Sendable (String, String?, [String: MustacheValue]) -> Void)? = nil
    ) throws(MustacheError) {
        library = try MustacheLibrary(templates)
        self.mostBytes = mostBytes
        self.isGuarded = isGuarded ?? (templates != EmbeddedTemplates.texts)
        self.observer = observer
    }

    /// The files called `names`; `source` is what the header names.
    ///
    /// - Parameter older: what is rendered beside them, since its names may hide others.
    package func render(
        _ api: API, beside older: CompatibilityNames? = nil, source: String, names: FileNames
    ) throws(MustacheError) -> [GeneratedFile] {
        let spelling = TypeSpelling(api, beside: older)
        let header: [String: MustacheValue] = [
            "toolVersion": .string(MartletVersion.current), "source": .text(SwiftText.plain(source)),
            "namespace": api.namespace.map(MustacheValue.string) ?? nil,
        ]
        let context = ClientContext(
            spelling: spelling, documentation: clientDocumentation(api), namespace: api.namespace)
        let client = header.merging(context.values(api.client)) { $1 }
        var rest = mostBytes
        var files = [GeneratedFile(name: names.client, text: try text("Client", client, &rest))]
        var groups = [(name: names.events, types: api.types.filter(\.isEvents))]
        groups += self.groups(api.types.filter { !$0.isEvents }, names.types)
        for group in groups {
            var context = header
            context["importsRuntime"] = .bool(group.types.contains(where: \.usesRuntime))
            let declarations = DeclarationContext(spelling: spelling)
            context["types"] = .made(of: group.types, declarations.value)
            files.append(GeneratedFile(name: group.name, text: try text("Types", context, &rest)))
        }
        return files
    }

    /// The names that an older client had, beside those of this one.
    package func render(
        _ names: CompatibilityNames, beside api: API, source: String, names files: FileNames
    ) throws(MustacheError) -> GeneratedFile {
        let context = AliasContext(names: names, api: api).values.merging([
            "toolVersion": .string(MartletVersion.current), "source": .text(SwiftText.plain(source)),
        ]) { first, _ in first }
        return GeneratedFile(name: files.aliases, text: try text("Aliases", context))
    }

    private func text(
        _ template: String, _ context: [String: MustacheValue], _ rest: inout Int
    ) throws(MustacheError) -> String {
        let text = try text(template, context, mostBytes: rest)
        rest -= text.utf8.count
        return text
    }

    private func text(
        _ template: String, _ context: [String: MustacheValue], mostBytes: Int = .max
    ) throws(MustacheError) -> String {
        try library.render(
            template, .object(context), mostBytes: mostBytes, into: isGuarded ? SwiftContext() : nil,
            observer: observer)
    }

    private func clientDocumentation(_ api: API) -> Documentation {
        api.documentation.lines.isEmpty ? Documentation(["\(api.title), version \(api.version)."]) : api.documentation
    }

    /// A type's shard depends on its name alone, so that no other type's coming or going moves it.
    private func groups(
        _ types: [TypeDeclaration], _ names: [String]
    ) -> [(name: String, types: [TypeDeclaration])] {
        var shards = [[TypeDeclaration]](repeating: [], count: names.count)
        for type in types { shards[Int(Self.hash(type.name) % UInt64(names.count))].append(type) }
        return zip(names, shards).map { ($0, $1) }
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
    var usesRuntime: Bool {
        switch self {
        case .builtin(let builtin): builtin.module == "MartletRuntime"
        case .declared: false
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.usesRuntime
        }
    }
}

extension MustacheValue {
    /// The list of what `value` makes of each element.
    static func made<Element: Sendable>(
        of elements: [Element], _ value: @escaping @Sendable (Element) -> MustacheValue
    ) -> MustacheValue {
        .made(MadeList(count: elements.count, on: { ConcurrentTasks.inParts(of: $0, by: $1) }) { value(elements[$0]) })
    }
}
