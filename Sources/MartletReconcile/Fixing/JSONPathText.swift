// The places of a document as JSONPath (RFC 9535), as short as they can be written.

import MartletEditing
import MartletOpenAPI

enum JSONPathText {
    static func path(_ place: NodePlace) -> String {
        place.steps.reduce(into: "$") { path, step in
            switch step {
            case .index(let index): path += "[\(index)]"
            case .key(let key): path += self.step(key)
            }
        }
    }

    /// `.name` where the shorthand takes it (section 2.5.1), else `['a name']`.
    static func step(_ key: String) -> String {
        isShorthand(key) ? "." + key : "[" + quoted(key) + "]"
    }

    /// A name as a string literal in single quotes.
    static func quoted(_ name: String) -> String {
        // `$['…']`, without what is around the literal.
        String(NodePlace([.key(name)]).description.dropFirst(2).dropLast())
    }

    private static func isShorthand(_ key: String) -> Bool {
        guard let first = key.unicodeScalars.first, isLetter(first) else { return false }
        return key.unicodeScalars.allSatisfy { isLetter($0) || (0x30...0x39).contains($0.value) }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.value < 0x80 && scalar.properties.isAlphabetic
    }
}
