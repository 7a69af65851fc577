// What `Operation.mustache` is rendered with.

import MartletIR
import MartletMustache

struct OperationContext {
    private let operation: Operation
    private let client: String
    private let hasDefaultServer: Bool
    private let spelling: TypeSpelling
    private let methods: OperationMethods
    private let setting: StreamSettingText

    /// - Parameter defaultServer: the client's, in place of which the operation may have its own; nil where it has none.
    init(_ operation: Operation, client: String, defaultServer: String?, spelling: TypeSpelling) {
        var operation = operation
        if operation.server == defaultServer { operation.server = nil }
        hasDefaultServer = defaultServer != nil
        self.operation = operation
        self.client = client
        self.spelling = spelling
        methods = OperationMethods(operation, spelling: spelling)
        setting = StreamSettingText(operation)
    }

    var value: MustacheValue {
        let raw = methods.raw
        return [
            "client": .string(client), "clientLink": .string(SwiftText.link(client)), "name": .string(raw.identifier),
            "documentation": DocumentationContext.value(documentation),
            "deprecation": DocumentationContext.attribute(operation.deprecation),
            "parameters": .list(raw.parameters.all.map(MustacheValue.string)),
            "parameterLines": raw.head.parameterLines,
            "symbol": .string(methods.symbol),
            "builderSignature": .string(raw.parameters.plain.joined(separator: ", ")),
            "arguments": .string(arguments()), "builder": .string(operation.name + "Request"),
            "id": .string(SwiftText.literal(operation.id)),
            "httpMethod": .string(httpMethod), "path": .string(SwiftText.literal(operation.path)),
            "steps": .list(steps.lines.map(MustacheValue.string)),
            "headers": operation.headers.map { .string(SwiftText.link(spelling.text($0))) } ?? nil,
            "call": methods.call.map(call) ?? nil, "stream": stream, "pages": methods.call.map(pages) ?? nil,
            "structured": methods.call.map(structured) ?? nil,
            "swift": .string(spelling.swift), "runtime": .string(spelling.runtime),
        ]
    }

    private var documentation: Documentation {
        var lines = operation.documentation.lines
        if !lines.isEmpty { lines.append("") }
        var address = "`\(operation.title)`"
        if let server = operation.server, !hasDefaultServer {
            address += " of `\(server.filter { $0 != "`" })`, whatever the client's server is"
        }
        return Documentation(lines + [address])
    }

    private var steps: RequestSteps {
        RequestSteps(operation, client: client, hasDefaultServer: hasDefaultServer, spelling: spelling)
    }

    private var httpMethod: String {
        let known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
        return known.contains(operation.method)
            ? "." + operation.method.lowercased() : ".init(rawValue: \(SwiftText.literal(operation.method)))"
    }

    /// What the request is built with.
    /// - Parameter values: what the method gives itself, by the names of parameters.
    private func arguments(_ values: [String: String] = [:]) -> String {
        methods.raw.parameters.passed(replacing: values).joined(separator: ", ")
    }

    // MARK: Methods

    private func call(_ method: OperationMethod) -> MustacheValue {
        var value: [String: MustacheValue] = [
            "unset": .list(setting.statements(asking: false).map(MustacheValue.string)),
            "parameters": .list(method.parameters.all.map(MustacheValue.string)),
            "arguments": .string(arguments(setting.parameters(asking: false))),
            "returns": method.returns.map(MustacheValue.string) ?? .null,
            "parameterLines": method.head.parameterLines,
        ]
        switch operation.answer {
        case .streamOnly: return nil
        case .only(let content):
            value["method"] = .string(self.method(content))
            value["several"] = .null
        case .several(_, let cases):
            value["method"] = "success"
            value["several"] = ["cases": .list(cases.map(self.case))]
        }
        return .object(value)
    }

    private func method(_ content: AnswerContent) -> String {
        switch content {
        case .nothing: "void"
        case .json: "value"
        case .text: "text"
        case .string: "string"
        case .bytes: "body"
        }
    }

    private func `case`(_ answer: AnswerCase) -> MustacheValue {
        let pattern =
            switch answer.status {
            case .exactly(let code): String(code)
            case .range(let digit): "\(digit)00..<\(digit + 1)00"
            case .otherwise: "_"
            }
        let payload: MustacheValue =
            switch answer.content {
            case .nothing: nil
            case .json: "try await response.value()"
            case .text: "try await response.text()"
            case .string: "try await response.string()"
            case .bytes: "response.body"
            }
        return [
            "pattern": .string(pattern), "caseName": .string(SwiftText.identifier(answer.name)), "payload": payload,
        ]
    }

    private func structured(_ method: OperationMethod) -> MustacheValue {
        operation.structured.map {
            StructuredContext($0, method: method.parameters, runtime: spelling.runtime).value
        } ?? nil
    }

    private func pages(_ method: OperationMethod) -> MustacheValue {
        guard let pagination = operation.pagination else { return nil }
        return PagesContext(
            pagination: pagination, operation: operation, client: client, spelling: spelling,
            requestArguments: arguments(setting.parameters(asking: false)), call: method
        ).value(link: SwiftText.link(client))
    }

    private var stream: MustacheValue {
        guard let stream = operation.stream, let method = methods.stream else { return nil }
        let rules = StreamRulesText(stream.rules).arguments.joined(separator: ", ")
        let asking = stream.settings.first ?? stream.parameter
        return [
            "streamName": .string(method.identifier), "event": .string(spelling.text(stream.event)),
            "parameters": .list(method.parameters.all.map(MustacheValue.string)),
            "parameterLines": method.head.parameterLines,
            "arguments": .string(arguments(setting.parameters(asking: true))),
            "set": .list(setting.statements(asking: true).map(MustacheValue.string)),
            "settingKey": asking.map { .string($0.property) } ?? nil,
            // In a comment, a case needs no backticks of its own.
            "settingValue": .string(asking?.choice.map { "`.\($0)`" } ?? (asking?.truth == .number ? "1" : "true")),
            "accept": operation.answer == .streamOnly ? nil : .string(SwiftText.literal(stream.accept)),
            "resume": stream.resume.map { .string(resume($0)) } ?? nil,
            "rules": stream.hasOwnRules ? .string("\(spelling.runtime)EventStreamRules(\(rules))") : nil,
        ]
    }

    private func resume(_ resume: StreamResume) -> String {
        var arguments = resume.path.map { ["path: \(SwiftText.literal($0))"] } ?? []
        if !resume.id.isEmpty { arguments.append("id: \(SwiftText.literals(resume.id))") }
        arguments.append("after: \(SwiftText.literal(resume.after))")
        let query = resume.query.map { "\(SwiftText.literal($0.name)): \(SwiftText.literal($0.value))" }
        if !query.isEmpty { arguments.append("query: [\(query.joined(separator: ", "))]") }
        return "\(spelling.runtime)StreamResumeRule(\(arguments.joined(separator: ", ")))"
    }
}
