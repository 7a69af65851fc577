// What documents say of the life of an operation, a parameter or a member, beside `deprecated`.

internal import MartletSource

/// The extensions that OpenAPI comparison tools have agreed on.
package struct Lifecycle: Hashable, Sendable {
    /// `x-sunset`: the day from which it may be gone, as written.
    package var sunset: String?
    /// `x-stability-level`: `draft`, `alpha`, `beta` or `stable`, as written.
    package var stability: String?

    package init() {}

    init(_ mapping: Mapping) {
        sunset = mapping["x-sunset"].map(Self.text(of:))
        stability = mapping["x-stability-level"].map(Self.text(of:))
    }

    /// Of what is no text, a name, so that it can be told that it isn't one.
    private static func text(of node: Node) -> String {
        switch node.value {
        case .scalar(let scalar): scalar.text
        case .sequence: "a list"
        case .mapping: "an object"
        }
    }
}
