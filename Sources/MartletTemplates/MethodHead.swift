// The head of a method: on one line where it fits, or with its parameters on as many as they need.

import MartletMustache

struct MethodHead {
    let name: String
    let parameters: [String]
    /// The type that it returns; nil for nothing.
    let returns: String?

    /// The lines of the parameters; null where the whole head fits on one line.
    var parameterLines: MustacheValue {
        let fixed = "    public func () async throws {".utf8.count
        let length = fixed + name.utf8.count + (returns.map { $0.utf8.count + 4 } ?? 0)
        if length + Wrapping.length(parameters) <= Self.width { return nil }
        return .lines(Wrapping.lines(parameters, width: Self.width - 8))
    }

    private static let width = 120
}
