// What is written instead of a secret.

import Foundation

/// Hides secrets in what is printed or logged.
enum Redaction {
    static let mark = "[redacted]"

    /// Whether fields or parameters of that name hold secrets, as far as names can tell.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        if name == "idempotency-key" { return false }
        let parts = ["auth", "cookie", "token", "secret", "password", "signature", "credential", "session", "apikey"]
        return name.hasSuffix("key") || name == "sig" || parts.contains { name.contains($0) }
    }

    /// A field of a message; `secrets` are further names, in lower case.
    static func value(_ field: HTTPHeaders.Field, secrets: Set<String> = []) -> String {
        isSecret(field.name) || secrets.contains(field.name.lowercased()) ? mark : field.value
    }

    /// An address without user, password, and the values of parameters that hold secrets.
    static func text(_ url: URL, secrets: Set<String> = []) -> String {
        let halves = url.absoluteString.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var text = String(halves.first ?? "")
        if let scheme = text.range(of: "://") {
            let rest = text[scheme.upperBound...]
            let authority = rest.prefix { $0 != "/" }
            if let at = authority.lastIndex(of: "@") {
                text = String(text[..<scheme.upperBound] + rest[rest.index(after: at)...])
            }
        }
        guard halves.count > 1 else { return text }
        let items = halves[1].split(separator: "&").map { item -> String in
            let name = item.prefix { $0 != "=" }
            let plain = name.removingPercentEncoding ?? String(name)
            return isSecret(plain) || secrets.contains(plain.lowercased()) ? "\(name)=\(mark)" : String(item)
        }
        return text + "?" + items.joined(separator: "&")
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomReflectable {
    /// The fields, those that hold secrets without their values.
    public var description: String {
        "[" + fields.map { "\($0.name): \(Redaction.value($0))" }.joined(separator: ", ") + "]"
    }

    /// As ``description`` has it.
    public var customMirror: Mirror {
        Mirror(self, children: fields.map { ($0.name, Redaction.value($0)) })
    }
}

extension HTTPHeaders.Field: CustomStringConvertible, CustomReflectable {
    /// The field; where it holds a secret, without its value.
    public var description: String { "\(name): \(Redaction.value(self))" }

    /// As ``description`` has it.
    public var customMirror: Mirror { Mirror(self, children: [(name, Redaction.value(self))]) }
}

extension TransportRequest: CustomStringConvertible, CustomReflectable {
    /// Method and address, without any secret.
    public var description: String { "\(method.rawValue) \(redactedURL)" }

    /// Without any secret, and without the body.
    public var customMirror: Mirror {
        Mirror(self, children: ["method": method.rawValue, "url": redactedURL, "headers": redactedHeaders])
    }

    /// The address as it may be logged.
    public var redactedURL: String {
        Redaction.text(url, secrets: Set(credentialQuery.map { $0.lowercased() }))
    }

    /// The header fields as they may be logged, each as `name: value`.
    public var redactedHeaders: [String] {
        let secrets = Set(credentialHeaders.map { $0.lowercased() })
        return headers.fields.map { "\($0.name): \(Redaction.value($0, secrets: secrets))" }
    }
}

extension OperationRequest: CustomStringConvertible, CustomReflectable {
    /// The operation's name, without any parameter.
    public var description: String { "OperationRequest(\(operation))" }

    /// Without any parameter.
    public var customMirror: Mirror { Mirror(self, children: ["operation": operation]) }
}

extension RequestOptions: CustomStringConvertible, CustomReflectable {
    /// The names of what is set.
    public var description: String { "RequestOptions(headers: \(headers), query: \(query.map(\.name)))" }

    /// Without any secret.
    public var customMirror: Mirror {
        Mirror(self, children: ["headers": headers, "query": query.map(\.name)])
    }
}
