// Whether a document has references that lead out of it: most have none, and need no bundling.

internal import MartletOpenAPI
internal import MartletSource

enum ExternalReferences {
    /// Whether any reference in `root` isn't plainly local. It looks at every mapping, so that data and identifiers may
    /// be taken for references; bundling leaves them as they are.
    static func any(in root: Node) -> Bool {
        var open = [root]
        while let node = open.popLast() {
            switch node.value {
            case .scalar: continue
            case .sequence(let items):
                for item in items where item.scalar == nil { open.append(item) }
            case .mapping(let mapping):
                for entry in mapping.entries {
                    guard let text = entry.value.scalar?.text else {
                        if entry.key == "discriminator", namesFile(entry.value) { return true }
                        open.append(entry.value)
                        continue
                    }
                    if isReference(entry.key), !text.hasPrefix("#") { return true }
                }
            }
        }
        return false
    }

    private static func isReference(_ key: String) -> Bool {
        key == "$ref" || key == "$dynamicRef" || key == "operationRef"
    }

    /// Whether the mapping of a discriminator may name a file.
    private static func namesFile(_ discriminator: Node) -> Bool {
        discriminator.mapping?["mapping"]?.mapping?.entries.contains { entry in
            guard let text = entry.value.scalar?.text else { return false }
            return !text.hasPrefix("#") && (text.contains("/") || text.contains("."))
        } ?? false
    }
}
