// The public declarations of types, kind by kind, as the templates emit them.

import MartletIR

struct SurfaceBuilder {
    private let api: API
    private let resolver: TypeResolver

    init(_ api: API) {
        self.api = api
        resolver = TypeResolver(api)
    }

    var types: [SurfaceType] {
        api.types.flatMap { types($0, inside: "") }
    }

    private func types(_ declaration: TypeDeclaration, inside prefix: String) -> [SurfaceType] {
        let name = prefix + declaration.name
        var type = SurfaceType(
            name: name, kind: .structure, documentation: declaration.documentation, origin: declaration.origin)
        type.isDeprecated = declaration.deprecation != nil
        switch declaration.kind {
        case .structure(let structure): add(structure, to: &type)
        case .enumeration(let enumeration): add(enumeration, to: &type)
        case .union(let union): add(union, to: &type)
        case .alias(let target): type.kind = .alias(resolver.type(target))
        case .choice(let choice): add(choice, to: &type)
        case .headers(let headers): add(headers, to: &type)
        }
        return [type] + declaration.nested.flatMap { types($0, inside: name + ".") }
    }

    // MARK: Structures

    private func add(_ structure: Structure, to type: inout SurfaceType) {
        type.conformances = ["Codable", "Hashable", "Sendable"]
        type.properties = structure.properties.map(property)
        var parameters = structure.givenProperties.map { property in
            SurfaceParameter(
                name: property.name, type: self.type(of: property), hasDefault: property.hasDefault,
                defaultValue: property.defaultValue, isDeprecated: property.isDeprecatedParameter, key: property.key,
                origin: property.origin)
        }
        if let additional = structure.additional {
            let value = resolver.type(additional.value)
            let members: SwiftType = structure.form == .object ? .dictionary(value) : .array(value)
            type.properties.append(
                SurfaceProperty(
                    name: additional.name, type: members, isSettable: true, key: "*", origin: additional.origin))
            parameters.append(
                SurfaceParameter(
                    name: additional.name, type: members, hasDefault: true, key: "*", origin: additional.origin))
        }
        type.properties.append(SurfaceProperty(name: "wire", type: .named("WireMetadata"), isSettable: true))
        type.initialiser = SurfaceSignature(parameters: parameters)
    }

    private func property(_ property: Property) -> SurfaceProperty {
        SurfaceProperty(
            name: property.name, type: type(of: property), isSettable: !property.isConstant,
            isDeprecated: property.deprecation != nil, key: property.key, documentation: property.documentation,
            origin: property.origin)
    }

    private func type(of property: Property) -> SwiftType {
        let type = resolver.type(property.type)
        return (0..<property.optionality).reduce(type) { type, _ in .optional(type) }
    }

    private func add(_ headers: HeaderFields, to type: inout SurfaceType) {
        type.kind = .headers
        type.conformances = ["ResponseHeaders"]
        type.properties =
            [SurfaceProperty(name: "fields", type: .named("HTTPHeaders"), isSettable: false)]
            + headers.fields.map { field in
                SurfaceProperty(
                    name: field.name, type: .optional(resolver.type(field.type)), isSettable: false,
                    isDeprecated: field.deprecation != nil, key: field.key.lowercased(),
                    documentation: field.documentation, origin: field.origin)
            }
    }

    // MARK: Enumerations

    private func add(_ enumeration: Enumeration, to type: inout SurfaceType) {
        let raw = SwiftType.named(enumeration.rawType.rawValue)
        type.kind = .enumeration(raw: raw)
        type.conformances = ["OpenEnum"]
        if enumeration.rawType == .string { type.conformances.insert("ExpressibleByStringLiteral") }
        type.cases =
            enumeration.cases.map { item in
                SurfaceCase(name: item.name, key: "\(item.value)", origin: item.origin)
            } + [SurfaceCase(name: enumeration.unknownName, payload: raw)]
    }

    private func add(_ union: Union, to type: inout SurfaceType) {
        type.kind = .union
        type.conformances = [union.events == nil ? "OpenUnion" : "StreamEvent"]
        if let events = union.events { add(events, of: union, to: &type) }
        if union.stringLiteralCase != nil { type.conformances.insert("ExpressibleByStringLiteral") }
        if let element = union.arrayLiteralCase?.element {
            type.conformances.insert("ExpressibleByArrayLiteral")
            type.literalElement = resolver.type(element)
        }
        type.cases = union.cases.map { item in
            SurfaceCase(name: item.name, payload: resolver.type(item.type), origin: item.origin)
        }
        let isEvent = union.events != nil
        type.cases.append(
            SurfaceCase(name: union.unknownName, payload: .named(isEvent ? "UnknownEvent" : "UnknownBranch")))
        if isEvent { type.cases.append(SurfaceCase(name: "undecodable", payload: .named("UndecodableEvent"))) }
    }

    private func add(_ events: EventRole, of union: Union, to type: inout SurfaceType) {
        type.stream = StreamMeaning(events, of: union)
        if let result = events.result ?? events.accumulation?.snapshot {
            type.conformances.insert("ResultEvent")
            type.properties.append(
                SurfaceProperty(name: "result", type: .optional(resolver.type(result)), isSettable: false))
        }
        if !events.texts.isEmpty { type.conformances.insert("TextEvent") }
    }

    private func add(_ choice: Choice, to type: inout SurfaceType) {
        type.kind = choice.isAnswer ? .answer : .choice
        type.conformances = ["Sendable"]
        type.cases = choice.cases.map { item in
            SurfaceCase(name: item.name, payload: item.type.map(resolver.type), origin: item.origin)
        }
        if choice.isAnswer { type.cases.append(SurfaceCase(name: "undocumented", payload: .named("RawResponse"))) }
    }
}
