// What a generated client finds in the environment.

public import Foundation

/// Variables of the environment. An empty one counts as missing.
public struct EnvironmentVariables: Sendable {
    private let values: [String: String]

    /// Variables by their names, such as `ProcessInfo.processInfo.environment`.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The value of a variable; nil where there is none.
    public func optional(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The value of a variable that must be set.
    ///
    /// - Throws: ``EnvironmentError`` where there is none.
    public func required(_ name: String) throws -> String {
        guard let value = optional(name) else { throw EnvironmentError(variable: name, isMissing: true) }
        return value
    }

    /// The URL in a variable; nil where there is none.
    ///
    /// - Throws: ``EnvironmentError`` where it has no scheme or no host.
    public func url(_ name: String) throws -> URL? {
        guard let text = optional(name) else { return nil }
        guard let url = URL(string: text), url.scheme != nil, url.host != nil else {
            throw EnvironmentError(variable: name, isMissing: false)
        }
        return url
    }

    /// The URL in a variable that must be set.
    ///
    /// - Throws: ``EnvironmentError`` where there is none, or it has no scheme or no host.
    public func requiredURL(_ name: String) throws -> URL {
        guard let url = try url(name) else { throw EnvironmentError(variable: name, isMissing: true) }
        return url
    }
}

extension EnvironmentVariables: CustomStringConvertible, CustomReflectable {
    /// The names alone.
    public var description: String { "EnvironmentVariables(\(values.keys.sorted().joined(separator: ", ")))" }

    /// The names alone.
    public var customMirror: Mirror { Mirror(self, children: ["names": values.keys.sorted()]) }
}

/// A variable that a client can't be made from. Its value isn't held: it may be a secret.
public struct EnvironmentError: Error, Hashable, Sendable, LocalizedError, CustomStringConvertible {
    /// The name of the variable.
    public var variable: String
    /// Whether it is missing or empty; otherwise it isn't a URL.
    public var isMissing: Bool

    /// An error of the variable of this name, which is missing, or else unfit.
    public init(variable: String, isMissing: Bool) {
        self.variable = variable
        self.isMissing = isMissing
    }

    public var description: String {
        isMissing
            ? "The environment variable \(variable) isn't set, or is empty; set it"
            : "The environment variable \(variable) isn't a URL; set it to one such as https://api.example.com"
    }

    public var errorDescription: String? { description }
}
