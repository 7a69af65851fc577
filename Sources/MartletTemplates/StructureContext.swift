// What `Structure.mustache` and `Property.mustache` are rendered with.
import MartletIR
import MartletMustache

struct StructureContext {
    let spelling: TypeSpelling

    func values(_ structure: Structure) -> [String: MustacheValue] {
        let properties = structure.properties.map { PropertyText($0, structure.form, spelling) }
        let isObject = structure.form == .object
        return [
            "properties": .list(properties.map(\.value)),
            "additional": .bool(structure.additional != nil),
            "additionalName": .string(structure.additional?.name ?? ""),
            "additionalType": .string(additionalType(structure) ?? ""),
            "additionalDocumentation": .string(
                isObject ? "The members that have no property of their own." : "The elements that follow."),
            "isObject": .bool(isObject), "form": .string(isObject ? "object" : "array"),
            "coder": .string(isObject ? "Object" : "Array"),
            "decodeAdditional": .string(
                isObject ? "additional(excluding: \(keys(structure)))" : "rest(from: \(properties.count))"),
            "encodeAdditional": encodeAdditional(structure).map(MustacheValue.string) ?? nil,
            "initialisers": .list(initialisers(structure)),
            "hasMembers": .bool(!structure.properties.isEmpty || structure.additional != nil),
            "keepsUnknownMembers": .bool(structure.keepsUnknownMembers),
        ]
    }

    /// The one to use; and where members are deprecated, so that code which sets them goes on to compile, one that takes
    /// those too.
    private func initialisers(_ structure: Structure) -> [MustacheValue] {
        let all = structure.givenProperties
        let current = all.filter { !$0.isDeprecatedParameter }
        let first = initialiser(current, structure, deprecation: nil)
        return current.count == all.count
            ? [first] : [first, initialiser(all, structure, deprecation: "It takes members that are deprecated.")]
    }

    private func initialiser(
        _ given: [Property], _ structure: Structure, deprecation: String?
    ) -> MustacheValue {
        let properties = given.map { PropertyText($0, structure.form, spelling) }
        let empty = structure.form == .object ? "[:]" : "[]"
        let extra = structure.additional.map { ["\($0.name): \(additionalType(structure) ?? "") = \(empty)"] } ?? []
        let parameters = properties.map(\.parameter) + extra
        let length = parameters.map(\.count).reduce(0, +) + 2 * parameters.count
        // In the order of the document, as the properties are.
        let assigned = structure.properties.filter { property in given.contains { $0.name == property.name } }
            .map { PropertyText($0, structure.form, spelling).assignment }
        return [
            "parameters": .list(parameters.map(MustacheValue.string)),
            "hasParameterLines": .bool(length > 90),
            "assignments": .list(
                (assigned + (structure.additional.map { ["self.\($0.name) = \($0.name)"] } ?? []))
                    .map(MustacheValue.string)),
            "deprecation": DocumentationContext.attribute(deprecation.map { Deprecation(message: $0) }),
        ]
    }

    private func additionalType(_ structure: Structure) -> String? {
        structure.additional.map {
            spelling.text(structure.form == .object ? .dictionary($0.value) : .array($0.value))
        }
    }

    /// An array always ends with what the document doesn't list.
    private func encodeAdditional(_ structure: Structure) -> String? {
        switch (structure.form, structure.additional) {
        case (.object, let members?): "additional(self.\(members.name))"
        case (.object, nil): nil
        case (.array, let rest?): "rest(self.\(rest.name), from: \(structure.properties.count))"
        case (.array, nil): "rest(from: \(structure.properties.count))"
        }
    }

    private func keys(_ structure: Structure) -> String {
        "[" + structure.properties.map { SwiftText.literal($0.key) }.joined(separator: ", ") + "]"
    }
}

/// The pieces of Swift that one property comes to.
struct PropertyText {
    private let property: Property
    private let form: Structure.Form
    private let spelling: TypeSpelling

    init(_ property: Property, _ form: Structure.Form, _ spelling: TypeSpelling) {
        self.property = property
        self.form = form
        self.spelling = spelling
    }

    var value: MustacheValue {
        [
            "documentation": DocumentationContext.value(property.documentation),
            "deprecation": DocumentationContext.attribute(property.deprecation),
            "name": .string(name), "type": .string(type), "storage": .string(storage),
            "storageType": .string(storageType),
            "isStored": .bool(!isConstant && !isBacked), "isBacked": .bool(isBacked && property.joined == nil),
            "get": .string(get), "set": .string(set),
            "joined": .list(joinedLines.map(MustacheValue.string)),
            "isJoined": .bool(property.joined != nil),
            "constant": constant.map { .string($0.swiftText) } ?? nil,
            "decode": .string(decode), "encode": .string(encode),
        ]
    }

    var parameter: String {
        let absent = property.defaultValue?.swiftText ?? "nil"
        return "\(label): \(type)" + (property.hasDefault ? " = \(absent)" : "")
    }

    var assignment: String {
        "self.\(storage) = \(boxed(name))"
    }

    private var name: String {
        SwiftText.identifier(property.name)
    }

    private var label: String {
        SwiftText.label(property.name)
    }

    /// In JSON: a name, or a position.
    private var key: String {
        form == .object ? SwiftText.literal(property.key) : property.key
    }

    private var coder: String {
        form == .object ? "object" : "array"
    }

    private var isConstant: Bool {
        constant != nil
    }

    private var constant: Literal? {
        if case .constant(let literal, _) = property.presence { literal } else { nil }
    }

    private var isOptional: Bool {
        property.optionality > 0
    }

    private var isBacked: Bool {
        !isConstant && (property.isBoxed || property.deprecation != nil || property.joined != nil)
    }

    private var type: String {
        spelling.text(property.type) + String(repeating: "?", count: property.optionality)
    }

    private var storage: String {
        isBacked ? "_" + property.name : name
    }

    private var storageType: String {
        guard property.isBoxed else { return type }
        let box = "\(spelling.runtime)Box<\(spelling.text(property.type))>"
        return box + String(repeating: "?", count: property.optionality)
    }

    private var get: String {
        guard property.isBoxed else { return "" }
        if property.presence == .optionalNullable { return ".map { $0?.value }" }
        return isOptional ? "?.value" : ".value"
    }

    private var set: String {
        boxed("newValue")
    }

    private func boxed(_ value: String) -> String {
        guard property.isBoxed else { return value }
        let box = "\(spelling.runtime)Box"
        if property.presence == .optionalNullable { return "\(value).map { $0.map { \(box)($0) } }" }
        return isOptional ? "\(value).map { \(box)($0) }" : "\(box)(\(value))"
    }

    /// The statements that gather the texts which the property stands for: a loop for each array on the way.
    private var joinedLines: [String] {
        guard let joined = property.joined else { return [] }
        var lines: [String] = []
        var owner = "self"
        var indent = ""
        for (place, step) in joined.steps.enumerated() {
            let values = "\(owner).\(SwiftText.identifier(step.property))" + (step.isOptional ? " ?? []" : "")
            owner = "value\(place + 1)"
            let pattern = step.caseName.map { "case .\(SwiftText.identifier($0))(let \(owner))" } ?? owner
            lines.append("\(indent)for \(pattern) in \(values) {")
            indent += "    "
        }
        let text = "\(owner).\(SwiftText.identifier(joined.property))"
        lines.append(
            indent + (joined.isOptional ? "if let text = \(text) { texts.append(text) }" : "texts.append(\(text))"))
        while !indent.isEmpty {
            indent.removeLast(4)
            lines.append(indent + "}")
        }
        return lines
    }

    private var decode: String {
        switch property.presence {
        case .constant(let literal, let isRequired):
            "try \(coder).constant(\(key), \(literal.swiftText)\(isRequired ? "" : ", isRequired: false"))"
        case .required: "self.\(storage) = try \(coder).required(\(key))"
        case .defaulted(let literal): "self.\(storage) = try \(coder).required(\(key), default: \(literal.swiftText))"
        case .requiredNullable: "self.\(storage) = try \(coder).nullable(\(key))"
        case .optional: "self.\(storage) = try \(coder).optional(\(key))"
        case .optionalNullable: "self.\(storage) = try \(coder).explicit(\(key))"
        }
    }

    private var encode: String {
        switch property.presence {
        case .constant(let literal, _): "try \(coder).constant(\(literal.swiftText), \(key))"
        case .required, .defaulted: "try \(coder).required(self.\(storage), \(key))"
        case .requiredNullable: "try \(coder).nullable(self.\(storage), \(key))"
        case .optional: "try \(coder).optional(self.\(storage), \(key))"
        case .optionalNullable: "try \(coder).explicit(self.\(storage), \(key))"
        }
    }
}
