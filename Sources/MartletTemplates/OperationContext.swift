// What `Operation.mustache` is rendered with.
import MartletIR
import MartletMustache

struct OperationContext {
    private let operation: Operation
    private let client: String
    private let spelling: TypeSpelling

    init(_ operation: Operation, client: String, spelling: TypeSpelling) {
        self.operation = operation
        self.client = client
        self.spelling = spelling
    }

    var value: MustacheValue {
        [
            "client": .string(client), "name": .string(name),
            "documentation": DocumentationContext.value(documentation),
            "deprecation": DocumentationContext.attribute(operation.deprecation),
            "parameters": .list(parameters(withDefaults: true).map(MustacheValue.string)),
            "hasParameterLines": .bool(parameters(withDefaults: true).map { $0.count + 2 }.reduce(0, +) > 50),
            "symbol": .string(symbol),
            "builderSignature": .string(parameters(withDefaults: false).joined(separator: ", ")),
            "arguments": .string(arguments), "builder": .string(operation.name + "Request"),
            "id": .string(SwiftText.literal(operation.id)),
            "httpMethod": .string(httpMethod), "path": .string(SwiftText.literal(operation.path)),
            "steps": .list(steps.map(MustacheValue.string)),
            "call": call, "stream": stream, "swift": .string(spelling.swift), "runtime": .string(spelling.runtime),
        ]
    }

    private var name: String {
        SwiftText.identifier(operation.name)
    }

    private var documentation: Documentation {
        var lines = operation.documentation.lines
        if !lines.isEmpty { lines.append("") }
        lines.append("`\(operation.method) \(operation.path)`")
        return Documentation(lines)
    }

    private var httpMethod: String {
        let known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
        return known.contains(operation.method)
            ? "." + operation.method.lowercased() : ".init(rawValue: \(SwiftText.literal(operation.method)))"
    }

    // MARK: Methods

    private var call: MustacheValue {
        let (method, returns) =
            switch operation.answer {
            case .nothing: ("void", String?.none)
            case .json(let type, _): ("value", spelling.text(type))
            case .text: ("text", spelling.swift + "String")
            case .data: ("data", "Foundation.Data")
            case .streamOnly: ("", String?.none)
            }
        if operation.answer == .streamOnly { return nil }
        return [
            "method": .string(method), "returns": returns.map(MustacheValue.string) ?? nil,
            "unset": setting.map { .string("\(body).\($0.name) = \($0.isOptional ? "nil" : "false")") } ?? nil,
        ]
    }

    private var stream: MustacheValue {
        guard let stream = operation.stream else { return nil }
        return [
            "streamName": .string(SwiftText.identifier(stream.name)),
            "event": .string(spelling.text(stream.event)),
            "parameters": .list(
                parameters(withDefaults: true, needsBody: setting != nil).map(MustacheValue.string)),
            "set": setting.map { .string("body.\($0.name) = true") } ?? nil,
            "settingKey": .string(setting?.name ?? ""),
        ]
    }

    /// The body, as the place of an assignment.
    private var body: String {
        operation.body?.isRequired == false ? "body?" : "body"
    }

    private var setting: (name: String, isOptional: Bool)? {
        operation.stream?.setting.map { (SwiftText.identifier($0.property), $0.isOptional) }
    }

    // MARK: Parameters

    private var required: [Parameter] {
        operation.parameters.filter(\.isRequired)
    }

    private var optional: [Parameter] {
        operation.parameters.filter { !$0.isRequired }
    }

    /// What must be given comes first, then the body, then what may be left out. A body that asks for the stream can't
    /// be left out.
    private func parameters(withDefaults: Bool, needsBody: Bool = false) -> [String] {
        var parts = required.map { "\(SwiftText.label($0.name)): \(spelling.text($0.type))" }
        let absent = withDefaults ? " = nil" : ""
        if var body = operation.body {
            body.isRequired = body.isRequired || needsBody
            parts.append("_ body: \(type(of: body))" + (body.isRequired ? "" : absent))
        }
        parts += optional.map { "\(SwiftText.label($0.name)): \(spelling.text($0.type))?" + absent }
        if withDefaults { parts.append("options: \(spelling.runtime)RequestOptions = .init()") }
        return parts
    }

    /// As DocC links to the method.
    private var symbol: String {
        let labels = required.map(\.name) + (operation.body == nil ? [] : ["_"]) + optional.map(\.name) + ["options"]
        let method = operation.answer == .streamOnly ? operation.stream?.name ?? operation.name : operation.name
        return method + "(" + labels.map { $0 + ":" }.joined() + ")"
    }

    private var arguments: String {
        func argument(_ parameter: Parameter) -> String {
            "\(SwiftText.label(parameter.name)): \(SwiftText.identifier(parameter.name))"
        }
        let body = operation.body == nil ? [] : ["body"]
        return (required.map(argument) + body + optional.map(argument)).joined(separator: ", ")
    }

    private func type(of body: Body) -> String {
        let type = body.type.map(spelling.text) ?? "Foundation.Data"
        return body.isRequired || type.hasSuffix("?") ? type : type + "?"
    }

    // MARK: The request

    private var steps: [String] {
        var steps = operation.fixedQuery.map {
            "try request.query(\(SwiftText.literal($0.name)), \(SwiftText.literal($0.value)))"
        }
        steps += operation.parameters.map(step)
        if let body = operation.body { steps.append(step(body)) }
        steps.append("request.accept(\(SwiftText.literal(accept)))")
        if !operation.security.isEmpty {
            let alternatives = operation.security.map(SwiftText.literals).joined(separator: ", ")
            steps.append("request.security([\(alternatives)])")
        }
        steps += operation.failures.map { "request.failure(\(pattern($0.status)), \(metatype($0.type)))" }
        return steps
    }

    private var accept: String {
        switch operation.answer {
        case .nothing: "*/*"
        case .json(_, let accept), .text(let accept), .data(let accept): accept
        case .streamOnly: "text/event-stream"
        }
    }

    private func metatype(_ type: TypeReference) -> String {
        let text = spelling.text(type)
        if case .optional = type { return "(\(text)).self" }
        return "\(text).self"
    }

    private func pattern(_ status: Failure.Status) -> String {
        switch status {
        case .exactly(let code): ".status(\(code))"
        case .range(let digit): ".range(\(digit))"
        case .otherwise: ".default"
        }
    }

    private func step(_ parameter: Parameter) -> String {
        let key = SwiftText.literal(parameter.key)
        let name = SwiftText.identifier(parameter.name)
        let value =
            parameter.isJSON
            ? (parameter.isRequired
                ? "\(spelling.runtime)JSONText(\(name))" : "\(name).map { \(spelling.runtime)JSONText($0) }")
            : name
        switch parameter.place {
        case .path:
            let style = parameter.style == .simple ? "" : ", style: .\(parameter.style.rawValue)"
            return "try request.path(\(key), \(value)\(style)\(parameter.explode ? ", explode: true" : ""))"
        case .query:
            let style = parameter.style == .form ? "" : ", style: .\(parameter.style.rawValue)"
            let isUsual = parameter.explode == (parameter.style == .form || parameter.style == .deepObject)
            let explode = isUsual && parameter.style == .form ? "" : ", explode: \(parameter.explode)"
            let reserved = parameter.allowReserved ? ", allowReserved: true" : ""
            return "try request.query(\(key), \(value)\(style)\(explode)\(reserved))"
        case .header:
            return "try request.header(\(key), \(value)\(parameter.explode ? ", explode: true" : ""))"
        case .cookie:
            return "try request.cookie(\(key), \(value))"
        }
    }

    private func step(_ body: Body) -> String {
        let type = body.contentType == "application/json" ? "" : ", contentType: \(SwiftText.literal(body.contentType))"
        let call =
            switch body.encoding {
            case .json: "try request.json(body\(type))"
            case .text: "request.text(body, contentType: \(SwiftText.literal(body.contentType)))"
            case .data: "request.data(body, contentType: \(SwiftText.literal(body.contentType)))"
            }
        return body.isRequired ? call : "if let body { \(call) }"
    }
}
