// What `Structure.mustache` and `Property.mustache` are rendered with.

import MartletIR
import MartletMustache

struct StructureContext {
    let spelling: TypeSpelling

    func values(_ structure: Structure) -> [String: MustacheValue] {
        let properties = structure.properties.map { PropertyText($0, structure.form, spelling) }
        let isObject = structure.form == .object
        let blanks = blanks(properties, structure)
        let isBlankShort =
            "public init(blank: \(spelling.runtime)Blank) ".utf8.count + Wrapping.body(blanks).utf8.count
            <= spelling.width
        let calls = properties.map(\.code) + [codeAdditional(structure)].compactMap { $0 }
        let statements = calls.map { "try coder.\($0)" }
        let codeBody = Wrapping.body(statements)
        let (parts, coder) = isObject ? ("Members", "ObjectCoder") : ("Elements", "ArrayCoder")
        let codeHead = "public mutating func code\(parts)(_ coder: inout \(spelling.runtime)\(coder)) throws "
        return [
            "properties": .list(properties.map(\.value)), "hasKeys": .bool(isObject && !properties.isEmpty),
            "hasID": .bool(properties.contains(where: \.isID)),
            "additional": .bool(structure.additional != nil),
            "additionalName": .string(structure.additional?.name ?? ""),
            "additionalType": .string(additionalType(structure) ?? ""),
            "additionalDocumentation": .string(
                isObject ? "The members that have no property of their own." : "The elements that follow."),
            "object": .string(isObject ? "JSONObject" : "JSONArray"),
            "coder": .string(coder), "parts": .string(parts),
            "initialisers": .list(initialisers(structure)),
            "blankBody": .string(Wrapping.body(blanks)),
            "blankLines": isBlankShort ? nil : .lines(blanks),
            "codeStatements": .list(statements.map(MustacheValue.string)), "codeBody": .string(codeBody),
            "isCodeShort": .bool(
                statements.count < 2 && codeHead.utf8.count + codeBody.utf8.count <= spelling.width),
            "keepsUnknownMembers": .bool(structure.keepsUnknownMembers && isObject),
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
        let length = "public init() {".utf8.count + Wrapping.length(parameters)
        // In the order of the document, as the properties are.
        let names = Set(given.map(\.name))
        let assigned = structure.properties.filter { names.contains($0.name) }
            .map { PropertyText($0, structure.form, spelling).assignment }
        let assignments = assigned + (structure.additional.map { ["self.\($0.name) = \($0.name)"] } ?? [])
        let body = Wrapping.body(assignments)
        return [
            "parameters": .string(parameters.joined(separator: ", ")), "body": .string(body),
            "isShort": .bool(assignments.count < 2 && length - 1 + body.utf8.count <= spelling.width),
            "parameterLines": length <= spelling.width
                ? nil : .lines(Wrapping.lines(parameters, width: spelling.width - 4)),
            "assignments": .list(assignments.map(MustacheValue.string)),
            "deprecation": DocumentationContext.attribute(deprecation.map { Deprecation(message: $0) }),
        ]
    }

    private func additionalType(_ structure: Structure) -> String? {
        structure.additional.map {
            spelling.text(structure.form == .object ? .dictionary($0.value) : .array($0.value))
        }
    }

    /// An array always ends with what the document doesn't list.
    private func codeAdditional(_ structure: Structure) -> String? {
        switch (structure.form, structure.additional) {
        case (.object, let members?): "additional(&\(members.name))"
        case (.object, nil): nil
        case (.array, let rest?): "rest(&\(rest.name), from: \(structure.properties.count))"
        case (.array, nil): "rest(from: \(structure.properties.count))"
        }
    }

    /// What the members hold before they are read, where that isn't nil.
    private func blanks(_ properties: [PropertyText], _ structure: Structure) -> [String] {
        let empty = structure.form == .object ? "[:]" : "[]"
        return properties.compactMap(\.blank) + (structure.additional.map { ["\($0.name) = \(empty)"] } ?? [])
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
            "name": .string(name), "key": .string(key), "isID": .bool(isID), "type": .string(type),
            "storage": .string(storage),
            "storageType": .string(storageType),
            "isStored": .bool(!isConstant && !isBacked), "isBacked": .bool(isBacked && property.joined == nil),
            "get": .string(get), "set": .string(set),
            "joined": .list(joinedLines.map(MustacheValue.string)),
            "isJoined": .bool(property.joined != nil),
            "constant": constant.map { .string($0.swiftText) } ?? nil,
        ]
    }

    /// Whether it is what Swift's `Identifiable` asks for.
    var isID: Bool {
        form == .object && property.name == "id" && !isConstant && !isOptional
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

    /// The call that hands the member over.
    var code: String {
        let member = "&" + (storage == "coder" ? "self." : "") + storage
        return switch property.presence {
        case .constant(let literal, let isRequired):
            "constant(\(literal.swiftText), \(key)\(isRequired ? "" : ", isRequired: false"))"
        case .required: "required(\(member), \(key))"
        case .defaulted: "defaulted(\(member), \(key))"
        case .requiredNullable: "nullable(\(member), \(key))"
        case .optional: "optional(\(member), \(key))"
        case .optionalNullable: "explicit(\(member), \(key))"
        }
    }

    /// The statement that gives the member a value before it is read; nil where it is nil.
    var blank: String? {
        let member = (storage == "blank" ? "self." : "") + storage
        switch property.presence {
        case .constant, .optional, .requiredNullable, .optionalNullable: return nil
        case .defaulted(let literal): return "\(member) = \(literal.swiftText)"
        case .required: return "\(member) = \(property.isBoxed ? ".init(blank: blank)" : blankText(property.type))"
        }
    }

    private func blankText(_ type: TypeReference) -> String {
        switch spelling.resolved(type) {
        case .builtin(.string): "\"\""
        case .builtin(.bool): "false"
        case .builtin(let builtin) where builtin.module == "Swift": "0"
        case .array: "[]"
        case .dictionary: "[:]"
        case .optional: "nil"
        case .builtin, .declared: ".init(blank: blank)"
        }
    }
}
