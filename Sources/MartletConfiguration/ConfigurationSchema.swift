// The JSON Schema of `martlet.yaml`, for editors: `Schemas/martlet.schema.json`.

internal import MartletSource

package struct ConfigurationSchema {
    /// JSON, with a line break at its end.
    package let text: String

    package init() {
        let members: [Node.Member] = [
            ("$schema", .made("https://json-schema.org/draft/2020-12/schema")),
            ("title", .made("The configuration of Martlet, martlet.yaml")),
            ("description", .made("Paths are relative to the file.")),
        ]
        text = Node.made(members + Self.object(ConfigurationKeys.all)).jsonText + "\n"
    }

    private static func object(_ keys: [ConfigurationKey]) -> [Node.Member] {
        let required = keys.filter(\.isRequired).map { Node.made($0.name) }
        return [("type", .made("object"))]
            + (required.isEmpty ? [] : [("required", .made(required))])
            + [("properties", .made(keys.map { ($0.name, property($0)) })), ("additionalProperties", .made(false))]
    }

    private static func property(_ key: ConfigurationKey) -> Node {
        let usual: [Node.Member]
        switch key.value {
        case .flag, .number: usual = key.usual.map { [("default", .plain($0))] } ?? []
        default: usual = key.usual.map { [("default", .made($0))] } ?? []
        }
        return .made([("description", .made(key.help))] + shape(key.value) + usual)
    }

    private static func shape(_ value: ConfigurationKey.Value) -> [Node.Member] {
        switch value {
        case .text, .path, .address: [("type", .made("string"))]
        case .flag: [("type", .made("boolean"))]
        case .number(let range):
            [
                ("type", .made("integer")), ("minimum", .plain(String(range.lowerBound))),
                ("maximum", .plain(String(range.upperBound))),
            ]
        case .off: [("enum", .made([.made("none"), .made(false)]))]
        case .choice(let values): [("enum", .made(values.map { Node.made($0) }))]
        case .list(let item):
            alternatives([.made(shape(item)), .made([("type", .made("array")), ("items", .made(shape(item)))])])
        case .keys(let keys): object(keys)
        case .named(let value): [("type", .made("object")), ("additionalProperties", .made(shape(value)))]
        case .either(let one, let other): alternatives([.made(shape(one)), .made(shape(other))])
        case .pattern(let pattern): [("type", .made("string")), ("pattern", .made(pattern))]
        }
    }

    private static func alternatives(_ shapes: [Node]) -> [Node.Member] {
        [("anyOf", .made(shapes))]
    }
}
