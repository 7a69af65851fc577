// The head of a method: on one line where it fits, or with its parameters on as many as they need.

import MartletMustache

struct MethodHead {
    let name: String
    let parameters: [String]
    /// The type that it returns; nil for nothing.
    let returns: String?

    /// Of all of it on one line, with the bracket of the body.
    var length: Int {
        let fixed = "    public func () async throws {".utf8.count
        return fixed + name.utf8.count + Wrapping.length(parameters)
            + (returns.map { " -> \($0)".utf8.count } ?? 0)
    }

    /// The lines of the parameters; null where the whole head fits on one line.
    var parameterLines: MustacheValue {
        if length <= Wrapping.lineLength { return nil }
        return .lines(Wrapping.lines(parameters, width: Wrapping.lineLength - 8))
    }
}
