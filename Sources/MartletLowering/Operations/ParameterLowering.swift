// Parameters in paths, queries, headers and cookies.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct ParameterLowering {
    private let source: OperationSource
    private let typePrefix: String
    private let path: PathTemplate
    private let isAuthorized: Bool

    /// - Parameter isAuthorized: whether a credential goes to the `Authorization` field.
    init(_ source: OperationSource, typePrefix: String, path: PathTemplate, isAuthorized: Bool) {
        self.source = source
        self.isAuthorized = isAuthorized
        self.typePrefix = typePrefix
        self.path = path
    }

    /// The parameters, each with what the document says of it.
    func parameters(
        _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> [(parameter: MartletIR.Parameter, source: MartletOpenAPI.Parameter)] {
        var scope = NameScope(reserved: ReservedWords.parameters)
        if source.operation.structured != nil { scope.reserve(ReservedWords.structuredParameters) }
        let given = declared(&diagnostics)
        let names = scope.claim(given.map { ($0.name, $0.position) }, spelt: SwiftName.member, &diagnostics)
        return zip(given, names).map { parameter, name in
            (lowered(parameter, named: name, &schemas, &diagnostics), parameter)
        }
    }

    /// Path parameters in the path's order.
    private func declared(_ diagnostics: inout Diagnostics) -> [MartletOpenAPI.Parameter] {
        let all = source.parameters.filter { !isIgnored($0) }
        let inPath = path.parameterNames.map { name -> MartletOpenAPI.Parameter in
            if let known = all.first(where: { $0.location == .path && $0.name == name }) { return known }
            diagnostics.report(.undeclared(name, source.path), at: source.operation.position)
            return MartletOpenAPI.Parameter.undeclaredInPath(name, at: source.operation.position)
        }
        let names = path.parameterNames + path.queryParameters.map(\.name)
        for parameter in all where parameter.location == .path && !names.contains(parameter.name) {
            diagnostics.report(.notInPath(parameter.name, source.path), at: parameter.position)
        }
        return inPath + inQuery(all) + all.filter { $0.location != .path }
    }

    /// `/search?q={text}` has a parameter of the query, under whatever name and place it is declared.
    private func inQuery(_ all: [MartletOpenAPI.Parameter]) -> [MartletOpenAPI.Parameter] {
        path.queryParameters.compactMap { key, name, isRequired in
            if all.contains(where: { $0.location == .query && $0.name == key }) { return nil }
            var parameter =
                all.first { $0.location == .path && $0.name == name }
                ?? .undeclaredInPath(name, at: source.operation.position)
            parameter.name = key
            parameter.location = .query
            parameter.isRequired = isRequired
            return parameter
        }
    }

    /// A credential is given once, to the client.
    private func isIgnored(_ parameter: MartletOpenAPI.Parameter) -> Bool {
        parameter.isDecidedElsewhere
            || isAuthorized && parameter.location == .header && parameter.name.lowercased() == "authorization"
    }

    private func lowered(
        _ parameter: MartletOpenAPI.Parameter, named name: String, _ schemas: inout SchemaLowering,
        _ diagnostics: inout Diagnostics
    ) -> MartletIR.Parameter {
        let place = MartletIR.Parameter.Place(parameter.location)
        let schema = parameter.schema ?? parameter.content?.schema
        var lowered: LoweredType?
        if let schema {
            let type = schemas.type(
                of: schema, component: parameter.componentName.map(SharedComponent.parameter),
                hint: typePrefix + SwiftName.type(name), &diagnostics)
            let examples = parameter.examples + (parameter.content?.examples ?? [])
            schemas.examples.note(examples, of: schema, as: type.optionalType)
            lowered = type
        }
        let style = place.style(parameter.style, at: parameter.position, &diagnostics)
        if parameter.content == nil, style != .deepObject { reportNested(parameter, &schemas, &diagnostics) }
        var annotations = lowered?.annotations ?? Annotations()
        annotations.description = parameter.description ?? annotations.description
        return MartletIR.Parameter(
            name: name, key: parameter.name, place: place, style: style,
            explode: parameter.explode ?? [.form, .deepObject, .cookie].contains(style),
            allowReserved: parameter.allowReserved || (place == .path && path.reserved.contains(parameter.name)),
            allowEmptyValue: parameter.allowEmptyValue && place == .query,
            isJSON: isJSON(parameter, &schemas, &diagnostics),
            rules: place == .queryString ? parameter.content?.formRules(&diagnostics) ?? [] : [],
            type: lowered?.type ?? .builtin(.string), isRequired: parameter.isRequired,
            documentation: DocumentationLowering.documentation(annotations, of: name),
            origin: diagnostics.origin(of: parameter.position))
    }

    /// What styles write has one level, at most with lists in it.
    private func reportNested(
        _ parameter: MartletOpenAPI.Parameter, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) {
        guard let schema = parameter.schema else { return }
        switch schemas.normalizer.resolved(schema, &diagnostics).shape {
        case .array(let items?):
            switch schemas.normalizer.resolved(items, &diagnostics).shape {
            case .object, .map, .array, .tuple: diagnostics.report(.nestedItems(parameter.name), at: parameter.position)
            default: break
            }
        case .object(let object):
            let nested = object.properties.filter { property in
                let element = schemas.normalizer.part(of: property.schema, &diagnostics)
                switch schemas.normalizer.resolved(element, &diagnostics).shape {
                case .object, .map: return true
                default: return false
                }
            }
            guard !nested.isEmpty else { return }
            let mayBeDeep = parameter.location == .query
            diagnostics.report(
                .nested(parameter.name, nested.map(\.name), mayBeDeep: mayBeDeep), at: parameter.position)
        default: break
        }
    }

    /// What has members becomes JSON text for want of another, but for the whole query, which is a form; a single value
    /// is the text of its media type.
    private func isJSON(
        _ parameter: MartletOpenAPI.Parameter, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard let content = parameter.content else { return false }
        if content.kind == .json { return true }
        guard parameter.location != .queryString, let schema = content.schema else { return false }
        switch schemas.normalizer.resolved(schema, &diagnostics).shape {
        case .primitive, .enumeration: return false
        case .any, .array, .tuple, .map, .object, .union, .reference:
            diagnostics.report(.foreign(parameter.name, content.name), at: content.position)
            return true
        }
    }
}

extension MartletIR.Parameter.Place {
    fileprivate init(_ location: ParameterLocation) {
        switch location {
        case .path: self = .path
        case .query: self = .query
        case .header: self = .header
        case .cookie: self = .cookie
        case .queryString: self = .queryString
        }
    }
}

extension Diagnostic {
    fileprivate static func undeclared(_ name: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "undeclared-path-parameter",
            "'{\(name)}' in '\(path)' is not declared; read as a string; add a parameter with in: path")
    }

    fileprivate static func nested(_ name: String, _ members: [String], mayBeDeep: Bool) -> Diagnostic {
        let listed = members.map { "'\($0)'" }.joined(separator: ", ")
        return Diagnostic(
            .note, id: "nested-parameter",
            "objects inside '\(name)' are sent as JSON text, since its style has one level: \(listed); "
                + (mayBeDeep
                    ? "where the service reads brackets, write style: deepObject"
                    : "describe it as a string where the service reads another text"))
    }

    fileprivate static func foreign(_ name: String, _ type: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "foreign-parameter",
            "the client can't write \(type), and sends '\(name)' as JSON text; describe it as a string, and give it the text "
                + "that the service takes")
    }

    fileprivate static func nestedItems(_ name: String) -> Diagnostic {
        Diagnostic(
            .note, id: "nested-parameter",
            "the items of '\(name)' are sent as JSON text, since its style has one level; describe them as strings where "
                + "the service reads another text")
    }

    fileprivate static func notInPath(_ name: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "parameter-not-in-path",
            "the path '\(path)' has no '{\(name)}'; the parameter is left out; add it to the path")
    }
}
