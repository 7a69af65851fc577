// What the schema of something that may ask for a stream says beside its type.

import MartletIR
import MartletOpenAPI
import MartletSource

struct SwitchFacts {
    /// Whether it asks unless it says otherwise: some services stream by default.
    var isOn: Bool
    /// Whether its default is a truth in words.
    var isTruth: Bool
    /// Whether it is a text of which nothing is said but that it may be `true`, where all values are text.
    var isFreeText = false
    /// Whether a boolean among what it may be can be true.
    var mayBeTrue: Bool
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
        isTruth = value.map { StreamWords.isTruth($0.text) } ?? false
        isBit = annotations.range.minimum == 0 && annotations.range.maximum == 1
        mayBeTrue = Self.mayBeTrue(schema, &schemas, &diagnostics)
    }

    /// Those of a parameter; nil where it has no schema.
    init?(
        _ parameter: MartletOpenAPI.Parameter, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) {
        guard let schema = parameter.schema else { return nil }
        self.init(schema, &schemas, &diagnostics)
        // What must be given is a name of something, sooner than a truth.
        isFreeText = !parameter.isRequired && Self.isFreeText(schema, beside: parameter, &schemas, &diagnostics)
    }

    /// Whether a text has no form of its own, and whether its examples and what is said of it, where something is, speak
    /// of truth: others are names of streams.
    private static func isFreeText(
        _ schema: Schema, beside parameter: MartletOpenAPI.Parameter, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        let annotations = schemas.normalizer.resolved(schema, &diagnostics).annotations
        let keywords = [schema, schemas.normalizer.target(of: schema, &diagnostics)].map(\.keywords)
        let hasForm = keywords.contains { keywords in
            let range = keywords.range
            return keywords.format != nil || range.pattern != nil || range.minLength != nil || range.maxLength != nil
        }
        let examples = parameter.examples + keywords.flatMap(\.examples)
        let descriptions = [parameter.description, annotations.description].compactMap { $0 }.filter { !$0.isEmpty }
        return annotations.defaultValue == nil && annotations.format == nil && !hasForm
            && examples.allSatisfy { $0.scalar.map { StreamWords.isTruth($0.text) } ?? false }
            && (descriptions.isEmpty || descriptions.contains(where: StreamWords.speaksOfTruth))
    }

    /// False only where a boolean is listed that is nothing but false.
    private static func mayBeTrue(
        _ schema: Schema, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        let shape = schemas.normalizer.resolved(schema, &diagnostics).shape
        var branches = [schema]
        if case .union(let union) = shape { branches = union.branches }
        var isFalse = false
        for branch in branches {
            switch schemas.normalizer.resolved(branch, &diagnostics).shape {
            case .primitive(.bool): return true
            case .enumeration(let values) where values.rawType == .bool:
                if values.values.contains(where: { $0.literal == .bool(true) }) { return true }
                isFalse = true
            default: break
            }
        }
        return !isFalse
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
            // In JSON, a truth is no text unless its default shows that it is.
            var own = SwitchFacts(property.schema, &schemas, &diagnostics)
            if let other = facts[property.name] {
                own.isOn = own.isOn || other.isOn
                own.isTruth = own.isTruth && other.isTruth
                own.isBit = own.isBit && other.isBit
                own.mayBeTrue = own.mayBeTrue || other.mayBeTrue
            }
            facts[property.name] = own
        }
    }
}
