// The statements that build a request.

import MartletIR

struct RequestSteps {
    private let operation: Operation
    private let client: String
    private let hasDefaultServer: Bool
    private let spelling: TypeSpelling

    init(_ operation: Operation, client: String, hasDefaultServer: Bool, spelling: TypeSpelling) {
        self.operation = operation
        self.client = client
        self.hasDefaultServer = hasDefaultServer
        self.spelling = spelling
    }

    var lines: [String] {
        var steps =
            operation.server.map { url in
                [
                    "request.server(\(spelling.runtime)ClientCore.url(\(SwiftText.literal(url)))"
                        + (hasDefaultServer ? ", insteadOf: \(client).defaultServer)" : ")")
                ]
            } ?? []
        steps += operation.fixedQuery.map {
            "try request.query(\(SwiftText.literal($0.name)), \(SwiftText.literal($0.value)))"
        }
        steps += operation.parameters.map(step)
        if let body = operation.body { steps += bodySteps(body) }
        steps.append("request.accept(\(SwiftText.literal(accept)))")
        if let header = operation.idempotencyHeader {
            steps.append("request.idempotencyKey(\(SwiftText.literal(header)))")
        }
        if !operation.security.isEmpty {
            let alternatives = operation.security.map(SwiftText.literals).joined(separator: ", ")
            steps.append("request.security([\(alternatives)])")
        }
        steps += operation.failures.map { "request.failure(\(pattern($0.status)), \(metatype($0.type)))" }
        return steps
    }

    // MARK: Answers

    private var accept: String {
        var types: [String] = []
        for content in operation.answer.contents {
            if let type = content.accept, !types.contains(type) { types.append(type) }
        }
        if operation.answer == .streamOnly, let stream = operation.stream { types = [stream.accept] }
        return types.isEmpty ? "*/*" : types.joined(separator: ", ")
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

    // MARK: Parameters

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
            let reserved = parameter.allowReserved ? ", allowReserved: true" : ""
            return "try request.path(\(key), \(value)\(style)\(parameter.explode ? ", explode: true" : "")\(reserved))"
        case .query:
            let style = styleArguments(parameter.style, explode: parameter.explode, isReserved: parameter.allowReserved)
            let empty = parameter.allowEmptyValue ? ", allowEmptyValue: true" : ""
            return "try request.query(\(key), \(value)\(style)\(empty))"
        case .queryString: return "try request.queryString(\(value)\(argument(parameter.rules)))"
        case .header:
            return "try request.header(\(key), \(value)\(parameter.explode ? ", explode: true" : ""))"
        case .cookie:
            let style = styleArguments(parameter.style, explode: parameter.explode, isReserved: false)
            return "try request.cookie(\(key), \(value)\(style))"
        }
    }

    /// The arguments for a style of a query, without those that say what is usual.
    private func styleArguments(_ style: Parameter.Style, explode: Bool, isReserved: Bool) -> String {
        (style == .form ? "" : ", style: .\(style.rawValue)") + (explode ? "" : ", explode: false")
            + (isReserved ? ", allowReserved: true" : "")
    }

    // MARK: Bodies

    private func bodySteps(_ body: Body) -> [String] {
        guard body.contents.count > 1 else {
            let step = body.contents.first.map(bodyStep) ?? ""
            return [body.isRequired ? step : "if let body { \(step) }"]
        }
        let cases = body.contents.map { content in
            let name = SwiftText.identifier(content.caseName)
            return "case .\(name)(let body)\(body.isRequired ? "" : "?"): \(bodyStep(content))"
        }
        return ["switch body {"] + cases + (body.isRequired ? [] : ["case nil: break"]) + ["}"]
    }

    private func bodyStep(_ content: Body.Content) -> String {
        let type = SwiftText.literal(content.contentType)
        switch content.encoding {
        case .json:
            return
                "try request.json(body\(content.contentType == "application/json" ? "" : ", contentType: \(type)"))"
        case .text: return "request.text(body, contentType: \(type))"
        case .file:
            // A range such as `image/*` is no type to send.
            return content.contentType.contains("*")
                ? "request.file(body)" : "request.file(body, contentType: \(type))"
        case .lines(let framing):
            return "try request.jsonTexts(body, as: .\(framing.rawValue), contentType: \(type))"
        case .form(let rules): return "try request.form(body\(argument(rules)))"
        case .multipart(let rules): return "try request.multipart(body\(argument(rules)))"
        }
    }

    private func argument(_ rules: [FormRule]) -> String {
        let entries = rules.map { rule in
            let kind =
                switch rule.kind {
                case .contentType(let type): ".contentType(\(SwiftText.literal(type)))"
                case .style(let style, let explode, let isReserved):
                    ".style(.\(style.rawValue)"
                        + (explode ? "" : ", explode: false") + (isReserved ? ", allowReserved: true)" : ")")
                }
            return "\(SwiftText.literal(rule.member)): \(kind)"
        }
        return entries.isEmpty ? "" : ", [\(entries.joined(separator: ", "))]"
    }
}

extension AnswerContent {
    fileprivate var accept: String? {
        switch self {
        case .nothing: nil
        case .json(_, let accept), .text(let accept), .string(let accept), .bytes(let accept): accept
        }
    }
}
