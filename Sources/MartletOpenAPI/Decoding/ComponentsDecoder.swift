// The Components Object (OpenAPI 3.2.0, section 4.7).

internal import MartletSource

enum ComponentsDecoder {
    private static let sections = ObjectKind.sections.map(\.name)

    static func components(_ root: Fields, _ reading: inout Reading) -> Components {
        guard let node = root["components"], !node.isNull,
            let fields = Fields(node, as: "a Components Object", in: root.base, &reading)
        else { return Components() }
        fields.noteUnknown(known: Set(sections), &reading)
        // Swagger 2.0 says nothing of how they are spelt.
        for section in reading.version == .v2_0 ? [] : sections {
            for entry in fields.map(section, &reading).entries where !isName(entry.key) {
                reading.report(.oddName(entry.key), at: entry.keyPosition)
            }
        }
        let map = fields.map("securitySchemes", &reading)
        reading.schemeNames = Set(map.entries.map(\.key))
        let schemes = map.entries.compactMap { entry in
            SecurityDecoder.scheme(entry.value, in: map.base, &reading).map {
                NamedSecurityScheme(name: entry.key, scheme: $0)
            }
        }
        return Components(
            schemas: schemas(fields, &reading), parameters: fields.map("parameters", &reading).entries.map(\.key),
            headers: fields.map("headers", &reading).entries.map(\.key), securitySchemes: schemes)
    }

    private static func schemas(_ fields: Fields, _ reading: inout Reading) -> [NamedSchema] {
        fields.map("schemas", isEssential: true, &reading).entries.compactMap { entry in
            let pointer = JSONPointer(["components", "schemas", entry.key]).description
            let target = reading.set.component(pointer, at: entry.value.position, &reading.diagnostics)
            return target.map {
                NamedSchema(name: entry.key, location: $0.location, schema: reading.schema(at: $0))
            }
        }
    }

    /// Section 4.7.1: letters, digits, `.`, `-` and `_`.
    private static func isName(_ key: String) -> Bool {
        !key.isEmpty
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: ".-_".utf8.contains(byte)
                }
            }
    }
}

extension Diagnostic {
    fileprivate static func oddName(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "odd-component-name",
            "'\(name)' has characters that names of components may not have; use letters, digits, '.', '-' and '_'")
    }
}
