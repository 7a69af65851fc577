// The pipeline, from a configuration to files: it reads top to bottom, and decides nothing itself.

package import MartletConfiguration
import MartletEditing
package import MartletIR
package import MartletLowering
package import MartletOpenAPI
package import MartletSource
package import MartletTemplates

package struct Generator: Sendable {
    private var configuration: Configuration
    private let reader: SourceReader

    package init(_ configuration: Configuration, reader: SourceReader = .init()) {
        self.configuration = configuration
        self.configuration.limits = reader.limits
        self.reader = reader
    }

    /// The files to write; nil, with errors in `diagnostics`, where the document can't be generated from.
    ///
    /// - Parameters:
    ///   - olderNames: what an older client called otherwise, for a file of its own; nil for none.
    ///   - observer: is told the model.
    package func generate(
        _ diagnostics: inout Diagnostics, clock: inout StageClock, olderNames: ((API) -> CompatibilityNames)? = nil,
        observer: ((API) -> Void)? = nil
    ) -> [GeneratedFile]? {
        guard let templates = templates(&diagnostics), let api = lower(&diagnostics, clock: &clock),
            !diagnostics.hasErrors
        else { return nil }
        observer?(api)
        return clock.time("render") { render(api, templates, olderNames?(api), &diagnostics) }
    }

    /// The files that `api` becomes.
    private func render(
        _ api: API, _ templates: [String: String], _ olderNames: CompatibilityNames?,
        _ diagnostics: inout Diagnostics
    ) -> [GeneratedFile]? {
        do {
            let renderer = try Renderer(templates: templates, mostBytes: configuration.limits.output)
            let source = "\(api.title) \(api.version)"
            let names = configuration.fileNames
            var files = try renderer.render(api, beside: olderNames, source: source, names: names)
            if let olderNames {
                files.append(try renderer.render(olderNames, beside: api, source: source, names: names))
            }
            return files
        } catch {
            TemplateFolder.report(error, in: configuration.templates, configuration.limits, &diagnostics)
            return nil
        }
    }

    private func templates(_ diagnostics: inout Diagnostics) -> [String: String]? {
        guard let folder = configuration.templates else { return EmbeddedTemplates.texts }
        return TemplateFolder(folder, reader).texts(&diagnostics, at: configuration.place(of: folder, in: "templates"))
    }

    /// The intermediate model.
    package func lower(_ diagnostics: inout Diagnostics, clock: inout StageClock) -> API? {
        guard let document = load(&diagnostics, clock: &clock) else { return nil }
        return clock.time("lower") { Lowering(document, configuration).api(&diagnostics) }
    }

    /// What `document` becomes.
    package func lower(_ document: Document, _ diagnostics: inout Diagnostics) -> API {
        Lowering(document, configuration).api(&diagnostics)
    }

    /// The document, what it becomes, and what values its schemas take.
    package func described(
        _ diagnostics: inout Diagnostics, clock: inout StageClock
    ) -> (document: Document, api: API, reading: ValueReading)? {
        guard let document = load(&diagnostics, clock: &clock) else { return nil }
        let api = clock.time("lower") { Lowering(document, configuration).api(&diagnostics) }
        return (document, api, ValueReading(document, configuration))
    }

    /// The intermediate model, and the examples of the document, each with its type.
    package func examples(
        _ diagnostics: inout Diagnostics, clock: inout StageClock
    ) -> (api: API, examples: [Example])? {
        guard let document = load(&diagnostics, clock: &clock) else { return nil }
        var lowered = clock.time("lower") { Lowering(document, configuration).lowered(&diagnostics) }
        var reading = ValueReading(document, configuration)
        for place in lowered.examples.indices {
            let example = lowered.examples[place]
            lowered.examples[place].value = reading.value(meantBy: example.value, of: example.schema)
        }
        return lowered
    }

    /// The typed document: read, overlaid, made one and decoded.
    package func load(_ diagnostics: inout Diagnostics, clock: inout StageClock) -> Document? {
        read(&diagnostics, clock: &clock)?.document
    }

    /// The typed document, and the tree that it was decoded from: read and overlaid, other files not yet brought in.
    package func read(
        _ diagnostics: inout Diagnostics, clock: inout StageClock
    ) -> (tree: Node, document: Document)? {
        let parsed = clock.time("parse") { read(configuration.spec, namedBy: "spec", &diagnostics) }
        guard var root = parsed else { return nil }
        if !configuration.overlays.isEmpty {
            root = clock.time("overlay") { overlaid(root, &diagnostics) }
        }
        let bundle = clock.time("bundle") { bundler(root, for: .generation).bundled(&diagnostics) }
        let document = clock.time("decode") { decoded(bundle, &diagnostics) }
        return document.map { (root, $0) }
    }

    /// The typed document of a tree that has its overlays.
    package func load(_ tree: Node, _ diagnostics: inout Diagnostics) -> Document? {
        decoded(bundler(tree, for: .generation).bundled(&diagnostics), &diagnostics)
    }

    private func decoded(_ root: Node, _ diagnostics: inout Diagnostics) -> Document? {
        var decoder = DocumentDecoder(DocumentSet(root: root, path: configuration.spec, reader: reader))
        return decoder.decode(&diagnostics)
    }
}

extension Generator {
    /// The document with its overlays applied, as it is generated from.
    package func tree(_ diagnostics: inout Diagnostics) -> Node? {
        read(configuration.spec, namedBy: "spec", &diagnostics).map { overlaid($0, &diagnostics) }
    }

    /// One document that means what the document and the files that it refers to mean; `asJSON`: to be written as JSON.
    package func bundle(asJSON: Bool, _ diagnostics: inout Diagnostics) -> Node? {
        let bundle = tree(&diagnostics).map { bundler($0, for: .publication).bundled(&diagnostics) }
        return asJSON ? bundle.map { JSONSpelling($0).document } : bundle
    }

    private func bundler(_ root: Node, for purpose: Bundler.Purpose) -> Bundler {
        Bundler(root, path: configuration.spec, reader: reader, for: purpose)
    }

    private func overlaid(_ root: Node, _ diagnostics: inout Diagnostics) -> Node {
        var root = root
        for path in configuration.overlays {
            guard let node = read(path, namedBy: "overlays", &diagnostics),
                let overlay = Overlay(decoding: node, &diagnostics)
            else { continue }
            root = overlay.apply(to: root, &diagnostics)
        }
        return root
    }

    /// A file that the configuration names: one that can't be read is a fault of that place.
    private func read(_ path: String, namedBy key: String, _ diagnostics: inout Diagnostics) -> Node? {
        reader.read(path, at: configuration.place(of: path, in: key), &diagnostics)
    }
}
