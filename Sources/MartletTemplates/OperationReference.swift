// The operations of a client as Markdown, each with a sample that compiles: for GitHub, and for DocC as it is.

package import MartletIR

package struct OperationReference {
    private let api: API
    private let module: String
    private let sample: SampleExpression
    private let spelling: TypeSpelling

    /// - Parameter module: what programs import.
    package init(_ api: API, module: String) {
        self.api = api
        self.module = module
        sample = SampleExpression(api)
        spelling = TypeSpelling(api).outside(api.namespace)
    }

    /// What comes below the heading, and nobody else begins with.
    package static let opening = "What ``"

    /// A page with a heading for each operation, in the order of the document.
    package var markdown: String {
        var lines = ["# Operations", "", Self.opening + "\(client)`` can ask for.", "", "## Overview", ""]
        lines += ["A client is made once, and used for all calls:", "", "```swift", "import \(module)"]
        if needsFoundation(construction) { lines.append("import Foundation") }
        lines += ["", construction, "```", "", "## \(api.title.filter { !$0.isNewline })"]
        for operation in api.client.operations { lines += section(operation) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The blocks of Swift of the page, one for each operation, after the one that makes the client.
    package var samples: [String] {
        [construction] + api.client.operations.map { self.lines(of: $0).joined(separator: "\n") }
    }

    private var client: String {
        (api.namespace.map { $0 + "/" } ?? "") + api.client.name
    }

    private var construction: String {
        let schemes = api.client.securitySchemes
        var arguments = schemes.filter(api.client.requires).map { "\(SwiftText.argumentLabel($0.name)): \"secret\"" }
        if arguments.isEmpty, let first = schemes.first {
            arguments = ["\(SwiftText.argumentLabel(first.name)): \"secret\""]
        }
        if api.client.defaultServer == nil { arguments.append("server: URL(string: \"https://api.example.org\")!") }
        let name = (api.namespace.map { $0 + "." } ?? "") + api.client.name
        return "let client = \(name)(\(arguments.joined(separator: ", ")))"
    }

    private func section(_ operation: Operation) -> [String] {
        var lines = ["", "### \(operation.name)", "", "`\(operation.title)`"]
        if operation.deprecation != nil { lines += ["", "It is deprecated."] }
        let description = operation.documentation.lines.map { $0.hasPrefix("#") ? "**" + heading($0) + "**" : $0 }
        if !description.isEmpty { lines += [""] + description }
        lines += table(operation) + ["", "```swift"] + self.lines(of: operation) + ["```"]
        return lines
    }

    /// Headings of a description don't interrupt the page's own.
    private func heading(_ line: String) -> String {
        line.drop { $0 == "#" || $0 == " " }.trimmed
    }

    private func table(_ operation: Operation) -> [String] {
        let rows = operation.arguments(of: operation.answer == .streamOnly ? .stream : .call).map { argument in
            switch argument {
            case .parameter(let parameter):
                row(parameter.name, parameter.type, parameter.isRequired, parameter.documentation)
            case .body(let body): row("body", body.type, body.isRequired, body.documentation)
            }
        }
        return rows.isEmpty ? [] : ["", "| argument | type | |", "|--|--|--|"] + rows
    }

    private func row(_ name: String, _ type: TypeReference, _ isRequired: Bool, _ documentation: Documentation)
        -> String
    {
        let text = documentation.lines.joined(separator: " ").replacing("|", with: "\\|")
        let optional = isRequired ? "" : "?"
        return "| `\(name)` | `\(spelling.text(type))\(optional)` | \(text) |"
    }

    // MARK: Samples

    private func lines(of operation: Operation) -> [String] {
        var lines: [String] = []
        switch operation.answer {
        case .streamOnly: break
        case .only(.nothing): lines.append("try await \(call(operation, operation.name))")
        case .only, .several: lines += ["let reply = try await \(call(operation, operation.name))", "print(reply)"]
        }
        if let stream = operation.stream {
            lines += lines.isEmpty ? [] : [""]
            lines += ["let stream = try await \(call(operation, stream.name, of: .stream))"]
            lines += ["for try await event in stream {", "    print(event)", "}"]
        }
        if let pages = operation.pagination {
            lines += ["", "for try await item in \(call(operation, pages.name)).items {", "    print(item)", "}"]
        }
        return lines
    }

    /// With what must be given.
    private func call(_ operation: Operation, _ name: String, of method: Operation.Method = .call) -> String {
        let arguments = operation.arguments(of: method).compactMap { argument -> String? in
            switch argument {
            case .parameter(let parameter):
                guard parameter.isRequired else { return nil }
                return "\(SwiftText.argumentLabel(parameter.name)): \(sample.text(parameter.type, for: parameter.key))"
            case .body(let body): return body.isRequired ? sample.text(body.type, for: "body") : nil
            }
        }
        return "client.\(SwiftText.identifier(name))(\(arguments.joined(separator: ", ")))"
    }

    private func needsFoundation(_ text: String) -> Bool {
        text.contains("URL(")
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
