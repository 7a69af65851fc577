// Integers in schemas that are larger than 64 bits, which Swift's `Int64` can't hold.

internal import MartletSource

struct LargeIntegers {
    private let fields: Fields
    private let types: [SchemaType]
    private let format: String?

    init(_ fields: Fields, _ keywords: Schema.Keywords) {
        self.fields = fields
        types = keywords.types ?? []
        format = keywords.integerFormat
    }

    func check(_ reading: inout Reading) {
        for entry in fields.mapping.entries {
            switch entry.key {
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
                if isLarge(entry.value), !isUnsigned(entry.value), !types.contains(.number) {
                    reading.report(.largeBound(entry.key), at: entry.value.position)
                }
            case "const", "default": checkValue(entry.value, &reading)
            case "enum":
                for item in entry.value.sequence ?? [] { checkValue(item, &reading) }
            default: break
            }
        }
    }

    /// Of strings and numbers, neither the text nor the value is lost.
    private func checkValue(_ node: Node, _ reading: inout Reading) {
        guard isLarge(node), types != [.string], types != [.number] else { return }
        reading.report(.largeValue(node.scalar?.text ?? ""), at: node.position)
    }

    private func isLarge(_ node: Node) -> Bool {
        guard let scalar = node.scalar, !scalar.isString, scalar.text.utf8.count > 18 else { return false }
        let digits = scalar.text.drop { $0 == "-" || $0 == "+" }
        return digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && Int64(scalar.text) == nil
    }

    private func isUnsigned(_ node: Node) -> Bool {
        format == "uint64" && node.scalar.flatMap { UInt64($0.text) } != nil
    }
}

extension Diagnostic {
    fileprivate static func largeBound(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "large-integer",
            "the number of '\(key)' doesn't fit 64 bits; read as the nearest number that a Double holds; write a "
                + "smaller one or remove it")
    }

    fileprivate static func largeValue(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "large-integer",
            "\(text) doesn't fit 64 bits, and loses its last digits in Swift; put it in quotes if it is a text")
    }
}
