// Keywords of schemas that are often misspelt. JSON Schema allows any other keyword, so that only these are spoken of.

internal import MartletSource

struct SchemaSpelling {
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    func check(_ reading: inout Reading) {
        for entry in fields.mapping.entries where !Self.known.contains(entry.key) {
            guard let meant = Self.slips[entry.key] ?? Self.known(ignoringCase: entry.key) else { continue }
            let hint = "; did you mean '\(meant)'?"
            reading.report(.unknownField(entry.key, of: "a Schema Object", hint), at: entry.keyPosition)
        }
    }

    private static func known(ignoringCase key: String) -> String? {
        lowercased[key.lowercased()]
    }

    private static let known: Set<String> = [
        "$ref", "type", "format", "enum", "const", "nullable", "required", "properties", "patternProperties",
        "additionalProperties", "propertyNames", "items", "prefixItems", "allOf", "anyOf", "oneOf", "not",
        "discriminator", "title", "description", "default", "example", "examples", "deprecated", "readOnly",
        "writeOnly",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentEncoding", "contentMediaType",
        "contentSchema", "if", "then", "else", "contains", "minContains", "maxContains", "dependentSchemas",
        "dependentRequired", "unevaluatedProperties", "unevaluatedItems",
    ]

    private static let lowercased = Dictionary(known.map { ($0.lowercased(), $0) }) { first, _ in first }

    private static let slips = [
        "ref": "$ref", "$refs": "$ref", "desciption": "description", "decription": "description",
        "descripton": "description", "descrption": "description", "descriptions": "description", "requried": "required",
        "requred": "required", "require": "required", "propertys": "properties", "property": "properties",
        "propeties": "properties", "additionalProperty": "additionalProperties",
        "additionProperties": "additionalProperties",
        "aditionalProperties": "additionalProperties", "item": "items", "enums": "enum", "formats": "format",
        "types": "type", "exmaple": "example", "defualt": "default", "defaults": "default", "nulable": "nullable",
        "isNullable": "nullable", "descriminator": "discriminator", "min": "minimum", "max": "maximum",
        "minLenght": "minLength", "maxLenght": "maxLength",
    ]
}
