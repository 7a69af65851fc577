// What a method takes: how it declares that, and how it hands it on.

import MartletIR

struct MethodParameters {
    let arguments: [Operation.Argument]
    let spelling: TypeSpelling

    /// As a protocol declares them, where nothing has a default; without the options.
    var plain: [String] {
        arguments.map { declaration($0, absent: "") }
    }

    /// With what they are where they are left out; without the options.
    var defaulted: [String] {
        arguments.map { declaration($0, absent: " = nil") }
    }

    /// What all methods take last.
    var options: String {
        "options: \(spelling.runtime)RequestOptions"
    }

    /// As the client's own methods declare them.
    var all: [String] {
        defaulted + ["\(options) = .init()"]
    }

    /// In a name as DocC and the compiler write it; the options included.
    var labels: String {
        let labels = arguments.map { argument in
            switch argument {
            case .parameter(let parameter): parameter.name
            case .body: "_"
            }
        }
        return (labels + ["options"]).map { $0 + ":" }.joined()
    }

    /// What calls another method, or builds the request, with them; without the options.
    /// - Parameter values: what stands in place of parameters, by their names.
    func passed(replacing values: [String: String] = [:]) -> [String] {
        arguments.map { argument in
            switch argument {
            case .parameter(let parameter):
                let value = values[parameter.name] ?? SwiftText.identifier(parameter.name)
                return "\(SwiftText.argumentLabel(parameter.name)): \(value)"
            case .body: return "body"
            }
        }
    }

    private func declaration(_ argument: Operation.Argument, absent: String) -> String {
        switch argument {
        case .parameter(let parameter):
            let type = spelling.text(parameter.type) + (parameter.isRequired ? "" : "?" + absent)
            return "\(SwiftText.label(parameter.name)): \(type)"
        case .body(let body):
            let type = spelling.text(body.type)
            if body.isRequired { return "_ body: \(type)" }
            return "_ body: \(type)" + (type.hasSuffix("?") ? "" : "?") + absent
        }
    }
}
