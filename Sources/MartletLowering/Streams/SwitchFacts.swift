// What the schema of something that may ask for a stream says beside its type.
import MartletOpenAPI
import MartletSource

struct SwitchFacts {
    /// Whether it asks unless it says otherwise: some services stream by default.
    var isOn: Bool
    /// Whether its default is a truth in words.
    var isTruth: Bool
    /// Whether it is a text of which nothing more is said, where all values are text.
    var isFreeText: Bool
    /// Whether it is 0 or 1.
    var isBit: Bool

    init(_ schema: Schema, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) {
        let annotations = schemas.normalizer.resolved(schema, &diagnostics).annotations
        let value = annotations.defaultValue?.scalar
        if case .bool(true)? = value?.resolved {
            isOn = true
        } else {
            isOn = value.map { StreamWords.isStream($0.text) || StreamWords.isOn($0.text) } ?? false
        }
        isTruth = isOn || value.map { StreamWords.isWhole($0.text) } ?? false
        isFreeText = value == nil
        isBit = annotations.range.minimum == 0 && annotations.range.maximum == 1
    }

    /// Those of the members of the bodies that may ask, by their keys.
    static func members(
        of body: RequestBody?, _ asking: StreamSwitch, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> [String: SwitchFacts] {
        var facts: [String: SwitchFacts] = [:]
        for schema in body?.content.compactMap(\.schema) ?? [] {
            switch schemas.normalizer.resolved(schema, &diagnostics).shape {
            case .object(let object): add(object, asking, to: &facts, &schemas, &diagnostics)
            case .union(let union):
                for branch in union.branches {
                    guard case .object(let object) = schemas.normalizer.resolved(branch, &diagnostics).shape else {
                        continue
                    }
                    add(object, asking, to: &facts, &schemas, &diagnostics)
                }
            default: break
            }
        }
        return facts
    }

    private static func add(
        _ object: ObjectShape, _ asking: StreamSwitch, to facts: inout [String: SwitchFacts],
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) {
        for property in object.properties where asking.mayAsk(property.name) {
            var own = SwitchFacts(property.schema, &schemas, &diagnostics)
            // In JSON, a truth is no text unless its default shows that it is.
            own.isFreeText = false
            if let other = facts[property.name] {
                own.isOn = own.isOn || other.isOn
                own.isTruth = own.isTruth && other.isTruth
                own.isBit = own.isBit && other.isBit
            }
            facts[property.name] = own
        }
    }
}
