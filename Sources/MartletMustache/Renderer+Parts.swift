// Long lists, of which several threads render a part each.

extension Renderer {
    /// The items of `list` as text; nil where each must follow the one before it: a place is kept track of, somebody looks
    /// on, or an item goes on in the middle of a line.
    func rendered(_ list: MadeList, _ section: Section) throws(MustacheError) -> String? {
        guard place == nil, observer == nil, output.isFresh else { return nil }
        let state = PartState(
            library: library, template: template, context: context, indent: output.indent, depth: depth,
            mostBytes: mostBytes - output.text.utf8.count, arguments: arguments)
        let parts = list.threads(list.count) {
            let library = state.library.copy
            return { state.rendered($0, of: list, section, by: library) }
        }
        var text = ""
        for part in parts {
            guard part.endsLine else { return nil }
            text += try part.text.get()
            guard text.utf8.count <= state.mostBytes else { throw tooLarge(at: section.position) }
        }
        return text
    }
}

/// What a renderer knows at a list, for those that render parts of it.
private struct PartState: Sendable {
    let library: MustacheLibrary
    let template: String
    let context: ContextStack
    let indent: String
    let depth: Int
    let mostBytes: Int
    let arguments: [Renderer.Arguments]

    /// - Parameter library: which no other thread reads from.
    func rendered(
        _ indices: Range<Int>, of list: MadeList, _ section: Section, by library: MustacheLibrary
    ) -> RenderedPart {
        var renderer = Renderer(
            library: library, template: template, context: context, mostBytes: mostBytes, indent: indent,
            depth: depth, arguments: arguments)
        do throws(MustacheError) {
            try renderer.render(indices, of: list.count, section) { list[$0] }
        } catch {
            return RenderedPart(text: .failure(error), endsLine: true)
        }
        return RenderedPart(text: .success(renderer.output.text), endsLine: renderer.output.isFresh)
    }
}
