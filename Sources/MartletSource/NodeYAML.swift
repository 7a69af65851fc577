// Trees as YAML text: block style, keys in document order, quotes only where they are needed.

extension Node {
    /// The tree as YAML 1.2; reading it again gives an equal tree.
    package var yamlText: String {
        var writer = YAMLWriter()
        writer.write(root: self)
        return writer.text
    }
}

private struct YAMLWriter {
    private(set) var text = ""

    mutating func write(root node: Node) {
        if let scalar = node.scalar {
            text += YAMLScalarText(scalar).rendered(indent: nil) + "\n"
        } else if node.isEmptyCollection {
            text += (node.mapping == nil ? "[]" : "{}") + "\n"
        } else {
            write(block: node, indent: 0, isInline: false)
        }
    }

    /// A collection that is not empty. `isInline`: it begins on the line of the `- ` before it.
    private mutating func write(block node: Node, indent: Int, isInline: Bool) {
        switch node.value {
        case .scalar:
            break
        case .sequence(let items):
            for (place, item) in items.enumerated() {
                if place > 0 || !isInline { pad(indent) }
                write(item: item, indent: indent)
            }
        case .mapping(let mapping):
            for (place, entry) in mapping.entries.enumerated() {
                if place > 0 || !isInline { pad(indent) }
                write(key: entry.key, indent: indent)
                write(value: entry.value, indent: indent)
            }
        }
    }

    private mutating func write(item: Node, indent: Int) {
        text += "-"
        if item.scalar != nil || item.isEmptyCollection {
            write(value: item, indent: indent)
        } else {
            text += " "
            write(block: item, indent: indent + 2, isInline: true)
        }
    }

    /// A key that libyaml finds too long to be told from a value (1024 characters) is announced by `?`.
    private mutating func write(key: String, indent: Int) {
        let rendered = YAMLScalarText(Scalar(key, isString: true)).renderedOnOneLine
        if rendered.unicodeScalars.count < 1000 {
            text += rendered + ":"
        } else {
            text += "? " + rendered + "\n"
            pad(indent)
            text += ":"
        }
    }

    /// What follows `key:` or `-` of a collection that stands at `indent`.
    private mutating func write(value node: Node, indent: Int) {
        if let scalar = node.scalar {
            text += " " + YAMLScalarText(scalar).rendered(indent: indent + 2) + "\n"
        } else if node.isEmptyCollection {
            text += (node.mapping == nil ? " []" : " {}") + "\n"
        } else {
            text += "\n"
            write(block: node, indent: indent + 2, isInline: false)
        }
    }

    private mutating func pad(_ indent: Int) {
        text += String(repeating: " ", count: indent)
    }
}

extension Node {
    fileprivate var isEmptyCollection: Bool {
        switch value {
        case .scalar: false
        case .sequence(let items): items.isEmpty
        case .mapping(let mapping): mapping.entries.isEmpty
        }
    }
}
