// What `Operation.mustache` is rendered with.

import MartletIR
import MartletMustache

struct OperationContext {
    private let operation: Operation
    private let client: String
    private let hasDefaultServer: Bool
    private let spelling: TypeSpelling

    /// - Parameter defaultServer: the client's, in place of which the operation may have its own; nil where it has none.
    init(_ operation: Operation, client: String, defaultServer: String?, spelling: TypeSpelling) {
        var operation = operation
        if operation.server == defaultServer { operation.server = nil }
        hasDefaultServer = defaultServer != nil
        self.operation = operation
        self.client = client
        self.spelling = spelling
    }

    var value: MustacheValue {
        [
            "client": .string(client), "clientLink": .string(Self.link(client)), "name": .string(name),
            "documentation": DocumentationContext.value(documentation),
            "deprecation": DocumentationContext.attribute(operation.deprecation),
            "parameters": .list(parameters(withDefaults: true).map(MustacheValue.string)),
            "parameterLines": MethodHead(
                name: name, parameters: parameters(withDefaults: true), returns: "\(spelling.runtime)RawResponse"
            ).parameterLines,
            "symbol": .string(symbol),
            "builderSignature": .string(parameters(withDefaults: false).joined(separator: ", ")),
            "arguments": .string(arguments()), "builder": .string(operation.name + "Request"),
            "id": .string(SwiftText.literal(operation.id)),
            "httpMethod": .string(httpMethod), "path": .string(SwiftText.literal(operation.path)),
            "steps": .list(steps.lines.map(MustacheValue.string)),
            "headers": operation.headers.map { .string(Self.link(spelling.text($0))) } ?? nil,
            "call": call, "stream": stream, "pages": pages, "structured": structured,
            "swift": .string(spelling.swift), "runtime": .string(spelling.runtime),
        ]
    }

    /// As DocC writes the path to a symbol.
    private static func link(_ path: String) -> String {
        path.split(separator: ".").joined(separator: "/")
    }

    private var name: String {
        SwiftText.identifier(operation.name)
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

    // MARK: Methods

    private var call: MustacheValue {
        let parameters = parameters(withDefaults: true, without: operation.stream?.parameter)
        var value: [String: MustacheValue] = [
            "unset": .list(settingLines(true: false).map(MustacheValue.string)),
            "parameters": .list(parameters.map(MustacheValue.string)),
            "arguments": .string(arguments(asking: false)),
        ]
        var returns: String?
        switch operation.answer {
        case .streamOnly: return nil
        case .only(let content):
            value["method"] = .string(method(content))
            returns = type(of: content)
            value["several"] = .null
        case .several(let type, let cases):
            value["method"] = "success"
            returns = spelling.text(type)
            value["several"] = ["cases": .list(cases.map(self.case))]
        }
        value["returns"] = returns.map(MustacheValue.string) ?? .null
        value["parameterLines"] = MethodHead(name: name, parameters: parameters, returns: returns).parameterLines
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

    private func type(of content: AnswerContent) -> String? {
        switch content {
        case .nothing: nil
        case .json(let type, _): spelling.text(type)
        case .text, .string: spelling.text(.builtin(.string))
        case .bytes: spelling.text(.builtin(.responseBody))
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

    /// The operation's methods, as the client's protocol asks for them.
    var requirements: [MustacheValue] {
        var requirements: [MustacheValue] = []
        switch operation.answer {
        case .streamOnly: break
        case .only(let content):
            requirements.append(requirement(name, returns: type(of: content), symbol: symbol))
        case .several(let type, _):
            requirements.append(requirement(name, returns: spelling.text(type), symbol: symbol))
        }
        if let stream = operation.stream {
            let event = "\(spelling.runtime)EventStream<\(spelling.text(stream.event))>"
            requirements.append(
                requirement(
                    SwiftText.identifier(stream.name), returns: event, symbol: symbol(of: stream.name),
                    needsBody: !stream.settings.isEmpty))
        }
        return requirements
    }

    private func requirement(
        _ method: String, returns: String?, symbol: String, needsBody: Bool = false
    ) -> MustacheValue {
        let setting = operation.stream?.parameter
        let full =
            parameters(withDefaults: false, needsBody: needsBody, without: setting)
            + ["options: \(spelling.runtime)RequestOptions"]
        let short = parameters(withDefaults: true, needsBody: needsBody, without: setting).dropLast()
        let passed = (argumentList(of: asked) + ["options: .init()"]).joined(separator: ", ")
        let (id, answer) = (SwiftText.literal(operation.id), returns.map { " -> \($0)" } ?? "")
        let absence = "throw \(spelling.runtime)ClientError(\(id), .notImplemented)"
        let call = "try await self.\(method)(\(passed))"
        func isShort(_ parameters: [String], _ body: String) -> MustacheValue {
            let head = "    public func \(method)() async throws\(answer) { \(body) }"
            return .bool(head.utf8.count + Wrapping.length(parameters) <= 120)
        }
        return [
            "method": .string(method), "symbol": .string(symbol), "id": .string(id),
            "clientLink": .string(Self.link(client)), "signature": .string(full.joined(separator: ", ")),
            "shortSignature": .string(short.joined(separator: ", ")), "arguments": .string(passed),
            "returns": returns.map(MustacheValue.string) ?? .null,
            "absence": .string(absence), "isAbsenceShort": isShort(full, absence),
            "call": .string(call), "isCallShort": isShort(Array(short), call),
            "deprecation": DocumentationContext.attribute(operation.deprecation),
        ]
    }

    private var structured: MustacheValue {
        operation.structured.map {
            StructuredContext(
                $0, parameters: parameters(withDefaults: true, without: operation.stream?.parameter),
                arguments: argumentList(of: asked) + ["options: options"], runtime: spelling.runtime
            ).value
        } ?? nil
    }

    /// The methods, with and without decoding, under older names; they call those of today.
    func forwarders(_ name: String, stream streamName: String?) -> [MustacheValue] {
        let setting = operation.stream?.parameter
        func forwarder(
            _ old: String, to new: String, of owner: String, returns: String?, needsBody: Bool = false,
            isRaw: Bool = false
        ) -> MustacheValue {
            let given = parameters(withDefaults: true, needsBody: needsBody, without: isRaw ? nil : setting)
            let passed = argumentList { isRaw ? $0 : asked($0) } + ["options: options"]
            return [
                "owner": .string(owner), "name": .string(SwiftText.identifier(old)),
                "deprecation": AliasContext.renamed(symbol(of: new)),
                "parameters": .list(given.map(MustacheValue.string)),
                "returns": returns.map(MustacheValue.string) ?? .null,
                "target": .string(SwiftText.identifier(new)), "arguments": .string(passed.joined(separator: ", ")),
            ]
        }
        var forwarders: [MustacheValue] = []
        switch operation.answer {
        case .streamOnly: break
        case .only(let content):
            forwarders.append(forwarder(name, to: operation.name, of: client, returns: type(of: content)))
        case .several(let type, _):
            forwarders.append(forwarder(name, to: operation.name, of: client, returns: spelling.text(type)))
        }
        if let stream = operation.stream, let streamName {
            forwarders.append(
                forwarder(
                    streamName, to: stream.name, of: client,
                    returns: "\(spelling.runtime)EventStream<\(spelling.text(stream.event))>",
                    needsBody: !stream.settings.isEmpty))
        }
        let raw = forwarder(
            name, to: operation.name, of: client + ".Raw", returns: "\(spelling.runtime)RawResponse", isRaw: true)
        return forwarders + [raw]
    }

    private var stream: MustacheValue {
        guard let stream = operation.stream else { return nil }
        let parameters = parameters(
            withDefaults: true, needsBody: !stream.settings.isEmpty, without: stream.parameter)
        let rules = StreamRulesText(stream.rules).arguments.joined(separator: ", ")
        let setting = stream.settings.first ?? stream.parameter
        let (name, event) = (SwiftText.identifier(stream.name), spelling.text(stream.event))
        let head = MethodHead(
            name: name, parameters: parameters, returns: "\(spelling.runtime)EventStream<\(event)>")
        return [
            "streamName": .string(name), "event": .string(event),
            "parameters": .list(parameters.map(MustacheValue.string)), "parameterLines": head.parameterLines,
            "arguments": .string(arguments(asking: true)),
            "set": .list(settingLines(true: true).map(MustacheValue.string)),
            "settingKey": setting.map { .string($0.property) } ?? nil,
            // In a comment, a case needs no backticks of its own.
            "settingValue": .string(setting?.choice.map { "`.\($0)`" } ?? (setting?.truth == .number ? "1" : "true")),
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

    /// The statements that make the body ask for a stream, or not.
    private func settingLines(true isOn: Bool) -> [String] {
        guard let stream = operation.stream, let body = operation.body, !stream.settings.isEmpty else { return [] }
        // A method for a stream takes no absent body.
        let isOptional = !body.isRequired && !isOn
        // Which of the answers that are no streams comes is the caller's choice, where the stream doesn't come by default.
        let settings = stream.settings.filter { isOn || $0.choice == nil || $0.other != nil }
        if settings.isEmpty { return [] }
        let lines = settings.map { setting in
            let value = value(of: setting, isOn)
            let property = SwiftText.identifier(setting.property)
            guard let name = setting.caseName.map(SwiftText.identifier) else {
                return "body\(isOptional ? "?" : "").\(property) = \(value)"
            }
            return "if case .\(name)(var content)\(isOptional ? "?" : "") = body "
                + "{ content.\(property) = \(value); body = .\(name)(content) }"
        }
        return ["var body = body"] + lines
    }

    private func value(of setting: Stream.Setting, _ isOn: Bool) -> String {
        if let choice = isOn ? setting.choice : setting.other { return "." + SwiftText.identifier(choice) }
        if !isOn, setting.isOptional { return "nil" }
        switch setting.truth {
        case nil: return "\(isOn)"
        case .text: return "\"\(isOn)\""
        case .number: return isOn ? "1" : "0"
        case .branch(let name): return ".\(SwiftText.identifier(name))(\(isOn))"
        }
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
    private func parameters(
        withDefaults: Bool, needsBody: Bool = false, without setting: Stream.Setting? = nil
    ) -> [String] {
        let required = required.filter { $0.name != setting?.property }
        let optional = optional.filter { $0.name != setting?.property }
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
        symbol(of: operation.answer == .streamOnly ? operation.stream?.name ?? operation.name : operation.name)
    }

    private func symbol(of method: String) -> String {
        let body = operation.body == nil ? [] : ["_"]
        let labels = asked(required).map(\.name) + body + asked(optional).map(\.name) + ["options"]
        return method + "(" + labels.map { $0 + ":" }.joined() + ")"
    }

    /// Without the one that asks for a stream: the methods set it.
    private func asked(_ parameters: [Parameter]) -> [Parameter] {
        parameters.filter { $0.name != operation.stream?.parameter?.property }
    }

    /// - Parameter asking: whether a parameter that asks for a stream is set; nil where the caller sets it.
    private func arguments(asking: Bool? = nil) -> String {
        argumentList(asking: asking) { $0 }.joined(separator: ", ")
    }

    private var pages: MustacheValue {
        guard let pagination = operation.pagination else { return nil }
        let context = PagesContext(
            pagination: pagination, operation: operation, client: client, spelling: spelling,
            requestArguments: arguments(asking: false),
            arguments: { name, value in
                argumentList(replacing: (name, value), of: asked).joined(separator: ", ")
            })
        return context.value(parameters: parameters(withDefaults: true), symbol: symbol, link: Self.link(client))
    }

    /// - Parameter replaced: a parameter that doesn't take the caller's value, and the one that it takes.
    private func argumentList(
        asking: Bool? = nil, replacing replaced: (name: String, value: String)? = nil,
        of chosen: ([Parameter]) -> [Parameter]
    ) -> [String] {
        func argument(_ parameter: Parameter) -> String {
            var value = SwiftText.identifier(parameter.name)
            if let replaced, replaced.name == parameter.name { value = replaced.value }
            if let asking, let setting = operation.stream?.parameter, setting.property == parameter.name {
                value = self.value(of: setting, asking)
            }
            return "\(SwiftText.argumentLabel(parameter.name)): \(value)"
        }
        let body = operation.body == nil ? [] : ["body"]
        return chosen(required).map(argument) + body + chosen(optional).map(argument)
    }

    private func type(of body: Body) -> String {
        let type = spelling.text(body.type)
        return body.isRequired || type.hasSuffix("?") ? type : type + "?"
    }
}
