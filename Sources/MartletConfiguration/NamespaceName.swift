// What a namespace may be called: it is a type that stands at the top of the user's module.

import MartletNaming

package enum NamespaceName {
    /// Why `name` can't be a namespace, as the rest of a sentence; nil where it can.
    package static func fault(_ name: String) -> String? {
        guard let first = name.utf8.first, isCapital(first), name.utf8.allSatisfy(isNameByte) else {
            return "must begin with a capital letter and have only letters, digits and '_', such as OpenAI"
        }
        if let reason = ReservedWords.types[name] {
            return "can't be '\(name)', which is taken: \(reason); choose another name"
        }
        guard !SpelledNames.swift.contains(name), !SpelledNames.runtime.contains(name) else {
            return "can't be '\(name)', which would hide a type that generated code uses; choose another name"
        }
        return nil
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isCapital(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
}
