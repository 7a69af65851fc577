// Values where they are written as text: in parameters, headers and fields of forms, 10 is '10'.

import MartletOpenAPI
import MartletSource

enum WrittenText {
    /// Whether each value that `old` lists, or implies, is written like one that `new` takes.
    static func keeps(_ old: SchemaView, in new: SchemaView) -> Bool {
        guard let before = texts(of: old), !new.typeNames.isEmpty, new.branches.isEmpty,
            new.rest.isEmpty
        else { return false }
        return texts(of: new).map { before.isSubset(of: $0) } ?? false
    }

    /// What both say of texts; nil where that isn't known.
    static func keywords(of old: SchemaView, in new: SchemaView) -> (old: Schema.Keywords, new: Schema.Keywords)? {
        // Which texts are numbers isn't said.
        guard new.typeNames == ["string"] || texts(of: new) != nil, let before = keywords(of: old),
            let after = keywords(of: new)
        else { return nil }
        return (before, after)
    }

    /// What `view` says of texts; nil where it isn't one of scalars. Bounds of numbers are left out.
    private static func keywords(of view: SchemaView) -> Schema.Keywords? {
        let scalars: Set<SchemaType> = [.string, .boolean, .integer, .number]
        guard let types = view.keywords.types, !types.isEmpty, scalars.isSuperset(of: types), view.branches.isEmpty,
            view.rest.isEmpty
        else { return nil }
        var own = types == [.string] ? view.keywords : Schema.Keywords()
        own.types = [.string]
        own.constant = nil
        own.enumeration = texts(of: view)?.sorted().map { text in
            Node(.scalar(Scalar(text, isString: true)), at: view.position)
        }
        return own
    }

    /// Those of all values; nil where there are others.
    private static func texts(of view: SchemaView) -> Set<String>? {
        guard let values = view.keywords.values else {
            return view.keywords.types == [.boolean] ? ["true", "false"] : nil
        }
        let texts = values.compactMap { self.texts(of: $0) }
        guard texts.count == values.count, texts.allSatisfy({ $0.count == 1 }) else { return nil }
        return Set(texts.joined())
    }

    /// Those that `node` is written as; a list of one is its item, and null, like nothing, is left out. Nil for what is more than
    /// a list.
    static func texts(of node: Node?) -> [String]? {
        switch node?.value {
        case nil: []
        case .scalar(let scalar): text(of: scalar, node).map { [$0] } ?? []
        case .sequence(let items):
            items.reduce(into: Optional([])) { texts, item in
                guard case .scalar(let scalar) = item.value, let text = text(of: scalar, item) else {
                    texts = nil
                    return
                }
                texts?.append(text)
            }
        case .mapping: nil
        }
    }

    private static func text(of scalar: Scalar, _ node: Node?) -> String? {
        switch scalar.resolved {
        case .null: nil
        case .string(let text): text
        case .bool, .integer, .number: node?.literalText
        }
    }
}
